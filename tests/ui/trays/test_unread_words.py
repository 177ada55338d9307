"""Every reason for which something is left unread, remarked or asleep has words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import editor
from editor.importers.source import Revision
from editor.ui.proposals.kind_words import asleep_words
from editor.ui.trays import unread_words as module
from editor.ui.trays.unread_words import unread_words

SOURCES = Path(editor.__file__).parent
FOLDERS = ("importers", "negotiation")
"""Where things are left in the tray or remarked; an export has reasons of its own."""
CODE_AT = {
    "put_in_tray": 2,
    "_warn": 0,
    "_leave": 2,
    "_put_unread": 1,
    "_leave_unread": 1,
    "left": 1,
    "_of": 1,
    "Left": 1,
    "ReadUnread": 1,
    "Unread": 2,
}
"""Which argument of a call is a reason."""
KEPT_IN = {"warnings": 0, "_warnings": 0, "unread": 1}
"""Lists of what was remarked or left, and where the reason stands in each of their tuples."""

ENUMS = {"Reason", "Remainder", "Fault", "Mending", "Suspicion"}
"""Enumerations of reasons."""
PASSED_ON = {"changes_nothing"}
"""Codes of errors that become reasons."""
COMPOSED = {f"footnote_{each}" for each in Revision if each} | {
    "picture_inserted",
    "picture_deleted",
}
"""Codes that are put together from parts."""


def constant(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def named(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def reasons_in(call: ast.Call) -> Iterator[str]:
    match call:
        case ast.Call(func=func, args=args) if named(func) in CODE_AT:
            yield from (c for each in args[CODE_AT[named(func)] :][:1] for c in constant(each))
        case ast.Call(
            func=ast.Attribute(value=kept, attr="append"), args=[ast.Tuple(elts=row)]
        ) if named(kept) in KEPT_IN:
            yield from constant(row[KEPT_IN[named(kept)]])
    for keyword in call.keywords:
        if keyword.arg == "warnings" and isinstance(keyword.value, ast.Tuple):
            rows = (each for each in keyword.value.elts if isinstance(each, ast.Tuple))
            yield from (code for row in rows for code in constant(row.elts[0]))


def reasons() -> set[str]:
    files = (file for folder in FOLDERS for file in sorted((SOURCES / folder).rglob("*.py")))
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    calls = (each for each in nodes if isinstance(each, ast.Call))
    enums = (each for each in nodes if isinstance(each, ast.ClassDef) and each.name in ENUMS)
    found = {code for call in calls for code in reasons_in(call)}
    return found | {code for each in enums for code in members_of(each)} | PASSED_ON | COMPOSED


def members_of(enum: ast.ClassDef) -> Iterator[str]:
    for statement in enum.body:
        if isinstance(statement, ast.Assign):
            yield from constant(statement.value)


def test_every_reason_has_words() -> None:
    found = reasons()

    assert {"proposal_split", "ruling_taken_back", "fused_word", "hidden_text_left_out"} <= found
    assert {"annotation_not_understood", "target_not_found", "front_matter"} <= found
    as_they_are = {each for each in found if unread_words(each).replace(" ", "_").lower() == each}
    assert as_they_are == set()


def test_no_words_are_for_nothing() -> None:
    worded = set(re.findall(r'^ +"(\w+)": _tr', Path(str(module.__file__)).read_text(), re.M))

    assert len(worded) > 15
    assert worded - reasons() == set()


def test_every_reason_for_sleeping_has_words() -> None:
    engine = SOURCES / "negotiation"
    lines = "\n".join(
        line
        for each in ("judgement.py", "structure.py", "cluster.py")
        for line in (engine / each).read_text("utf-8").splitlines()
        if re.search(r"unplaced|Asleep\(|reason = |each\.id: \(", line)
    )
    codes = set(re.findall(r'"(\w+)"', lines))

    assert {"misplaced", "target_left_out", "target_not_included", "not_neighbours"} <= codes
    assert {each for each in codes if asleep_words(each) == asleep_words("")} == set()
