"""Every error that the program can raise has a sentence, and the facts to fill it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

import pytest

import editor
from editor.app.sentences import SENTENCES, filled, sentence
from editor.errors import BugError, KnownError
from editor.importers.file_faults import FileFault
from editor.storage.storage_error import StorageError

SOURCES = Path(editor.__file__).parent
IMPLIED = {"KnownError": frozenset[str](), "StorageError": {"path"}, "refusal": {"name"}}
"""What raises an error, and the facts that it gives by itself."""
PASSING_ON = {"importers/file_faults.py", "storage/storage_error.py", "errors.py"}
"""These make errors of codes that their callers name."""


@dataclass(frozen=True)
class Raise:
    """A place in the program that makes an error."""

    place: str
    codes: frozenset[str]
    facts: frozenset[str]


class Module:
    """A module of the program, to be asked which strings an expression can be."""

    def __init__(self, path: Path) -> None:
        self.name = path.relative_to(SOURCES).as_posix()
        self.tree = ast.parse(path.read_text(encoding="utf-8"))

    def raises(self) -> Iterator[Raise]:
        for call in ast.walk(self.tree):
            match call:
                case ast.Call(func=ast.Name(id=maker), args=[code, *_]) if maker in IMPLIED:
                    facts = {each.arg for each in call.keywords if each.arg} | IMPLIED[maker]
                    codes = frozenset(self.strings(code, set()))
                    yield Raise(f"{self.name}:{call.lineno}", codes, frozenset(facts))

    def strings(self, expression: ast.expr, seen: set[str]) -> Iterator[str]:
        match expression:
            case ast.Constant(value=str(value)):
                yield value
            case ast.Attribute(value=ast.Name(id="FileFault"), attr=name):
                yield FileFault[name].value
            case ast.IfExp(body=body, orelse=other):
                yield from self.strings(body, seen)
                yield from self.strings(other, seen)
            case ast.Dict(values=values) | ast.BoolOp(values=values):
                for each in values:
                    yield from self.strings(each, seen)
            case ast.Subscript(value=value):
                yield from self.strings(value, seen)
            case ast.Name(id=name) if name not in seen:
                for value in self._assigned(name):
                    yield from self.strings(value, seen | {name})
            case ast.Call(func=ast.Attribute(value=value, attr="get"), args=arguments):
                yield from self.strings(value, seen)
                for each in arguments[1:]:
                    yield from self.strings(each, seen)
            case ast.Call(func=ast.Name(id=name)) if name not in seen:
                for value in self._returned(name):
                    yield from self.strings(value, seen | {name})

    def _assigned(self, name: str) -> Iterator[ast.expr]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Assign) and name in (
                getattr(each, "id", "") for each in node.targets
            ):
                yield node.value

    def _returned(self, name: str) -> Iterator[ast.expr]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef) and node.name == name:
                for each in ast.walk(node):
                    if isinstance(each, ast.Return) and each.value is not None:
                        yield each.value


def all_raises() -> list[Raise]:
    modules = map(Module, sorted(SOURCES.rglob("*.py")))
    return [each for m in modules if m.name not in PASSING_ON for each in m.raises()]


RAISES = all_raises()


def braces(code: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(SENTENCES[code]) if field}


@pytest.mark.parametrize("place", RAISES, ids=lambda each: each.place)
def test_what_is_raised_has_a_sentence_and_its_facts(place: Raise) -> None:
    assert place.codes, "the codes are not to be seen from the code"
    for code in place.codes:
        assert code in SENTENCES
        assert braces(code) <= place.facts


def test_the_whole_program_was_looked_through() -> None:
    found = {code for each in RAISES for code in each.codes}
    assert {"medium_gone", "disk_full", "file_is_pdf", "export_in_use", "would_conflict"} <= found
    assert len(RAISES) > 100


def test_every_reason_for_refusing_a_file_has_a_sentence() -> None:
    assert {each.value for each in FileFault} <= SENTENCES.keys()


def test_no_sentence_is_for_nothing() -> None:
    raised = {code for each in RAISES for code in each.codes}
    faults = {each.value for each in FileFault}
    system = {"missing", "disk_full", "read_only", "medium_gone"}  # `storage_error.of_system`
    assert SENTENCES.keys() - raised - faults - system == set()


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_one(code: str) -> None:
    text = SENTENCES[code]
    assert text.endswith(".")
    assert "\n" not in text


def test_facts_are_on_one_line_and_end_no_sentence_twice() -> None:
    error = KnownError("file_unreadable", name="a.md", reason="Too bad.\nReally.")
    assert sentence(error) == "a.md cannot be read: Too bad. Really."


def test_a_fact_that_nobody_knows_is_a_dash() -> None:
    error = StorageError("already_open", Path("x"), owner="", host="h", time="")
    assert "by — on h since —" in sentence(error)


def test_braces_in_a_fact_are_left_alone() -> None:
    assert sentence(KnownError("missing", path="{x}.rolling")) == "There is no file {x}.rolling."


def test_a_bad_dump_says_where_what_and_which_value() -> None:
    error = KnownError("bad_dump", path="$.amendments[3]", fault="unknown_provision", value="p9")
    for word in ("$.amendments[3]", "unknown_provision", "p9"):
        assert word in sentence(error)


def test_a_fault_of_ours_is_said_too() -> None:
    assert "base differs" in sentence(BugError("base differs"))


def test_a_translation_is_filled_with_the_same_facts() -> None:
    error = KnownError("missing", path="x")
    assert filled("Datei {path} fehlt.", error) == "Datei x fehlt."


def test_a_time_is_said_by_the_clock_here() -> None:
    then = datetime(2026, 3, 9, 22, 40, 5).astimezone()
    time = then.astimezone(UTC).isoformat()

    error = StorageError("already_open", Path("x"), owner="A. Diallo", host="h", time=time)

    assert "since 2026-03-09 22:40;" in sentence(error)
