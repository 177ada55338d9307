"""`rolling-text import`: documents come in whole, or not at all."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from editor.app.importing import Incoming
from editor.negotiation.session import Session
from editor.resources import sample_path
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError
from tests.cli.conftest import RunCommand
from tests.importers.word_files import paragraph, word_parts, zipped
from tests.importers.word_files import run as word_run

Write = Callable[[str, str], Path]

BASE = "1. States shall act.\n\n(a) They should report yearly.\nEnd of text.\n"
LAYER = "1. States should act.\n(a) They should report yearly.\n"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return tmp_path / "talks.rolling"


def session_of(path: Path) -> Session:
    file = SessionFile.open_to_read(path)
    try:
        return file.session
    finally:
        file.close()


def texts_of(path: Path) -> list[str]:
    session = session_of(path)
    return [session.provisions[each].text for each in session.base_order]


def dump_of(good: RunCommand, path: Path) -> Any:
    return json.loads(good("dump", path).out)


def test_a_plain_text_is_a_provision_for_each_line(
    good: RunCommand, written: Write, talks: Path
) -> None:
    ended = good("import", talks, "--base", written("base.txt", BASE))
    assert texts_of(talks) == [
        "1. States shall act.",
        "(a) They should report yearly.",
        "End of text.",
    ]
    assert ended.out == f"{talks}: 3 provisions, 0 proposals, 0 delegations\n"


def test_labels_are_known_and_stay_part_of_the_text(
    good: RunCommand, written: Write, talks: Path
) -> None:
    good("import", talks, "--base", written("base.txt", BASE))
    session = session_of(talks)
    rows = [session.provisions[each] for each in session.base_order]
    assert [(row.label, row.shows_label) for row in rows] == [
        ("1", True),
        ("(a)", True),
        ("", False),
    ]
    assert good("compose", talks).lines == [row.text for row in rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_one(
    good: RunCommand, written: Write, talks: Path, end: str
) -> None:
    good("import", talks, "--base", written("base.txt", f"One.{end}{end}Two.{end}"))
    assert texts_of(talks) == ["One.", "Two."]


def test_combining_marks_are_composed_so_that_equal_texts_are_equal(
    good: RunCommand, written: Write, talks: Path
) -> None:
    good("import", talks, "--base", written("base.txt", "Le Comité décide.\n"))
    apart = unicodedata.normalize("NFD", "Le Comité décide.\n")
    good("import", talks, "--layer", f"France={written('layer.txt', apart)}")
    assert not session_of(talks).amendments


def test_an_empty_base_takes_a_layer_of_new_provisions(
    good: RunCommand, written: Write, talks: Path
) -> None:
    empty = written("empty.txt", "")
    layer = written("layer.txt", "One.\nTwo.\n")
    good("import", talks, "--base", empty, "--layer", f"Canada={layer}")
    assert texts_of(talks) == []
    assert good("compose", talks, "--all").lines == ["One.", "Two."]


def test_an_empty_layer_deletes_everything(good: RunCommand, written: Write, talks: Path) -> None:
    empty = written("empty.txt", "\n  \n")
    good("import", talks, "--base", written("base.txt", BASE), "--layer", f"Canada={empty}")
    assert good("compose", talks, "--on", "Canada").lines == []
    assert good("compose", talks, "--none").lines == [each for each in BASE.splitlines() if each]


def test_markdown_and_word_bases(good: RunCommand, tmp_path: Path, talks: Path) -> None:
    good("import", talks, "--base", sample_path("base.md"))
    assert len(texts_of(talks)) > 30
    word = tmp_path / "base.docx"
    word.write_bytes(zipped(word_parts(paragraph(word_run("One.")) + paragraph(word_run("Two.")))))
    good("import", tmp_path / "word.rolling", "--base", word)
    assert texts_of(tmp_path / "word.rolling") == ["One.", "Two."]


def test_the_base_as_a_layer_proposes_nothing(good: RunCommand, talks: Path) -> None:
    base = sample_path("base.md")
    good("import", talks, "--base", base, "--layer", f"Norway={base}")
    assert not session_of(talks).amendments


@pytest.mark.parametrize("name", ["compilation.md", "compilation.docx"])
@pytest.mark.parametrize("beside", [True, False])
def test_a_compilation_with_and_without_its_base(
    good: RunCommand, talks: Path, name: str, beside: bool
) -> None:
    base = ["--base", sample_path("base.md")] if beside else []
    ended = good("import", talks, "--compilation", sample_path(name), *base)
    session = session_of(talks)
    assert len(session.delegations) > 20
    assert len(session.amendments) > 100
    assert {row.name for row in session.files.values()} == {name, *(["base.md"] if beside else [])}
    assert f"{name}: " in ended.lines[1]
    assert "annotations understood" in ended.lines[1]


def test_the_bytes_of_every_file_are_kept(good: RunCommand, written: Write, talks: Path) -> None:
    base, layer = written("base.txt", BASE), written("layer.txt", LAYER)
    good("import", talks, "--base", base, "--layer", f"Canada={layer}")
    file = SessionFile.open_to_read(talks)
    try:
        kept = {row.name: file.kept_file(row.digest) for row in file.session.files.values()}
    finally:
        file.close()
    assert kept == {"base.txt": base.read_bytes(), "layer.txt": layer.read_bytes()}


def test_everything_of_one_import_is_one_step(
    good: RunCommand, written: Write, talks: Path
) -> None:
    layer = written("layer.txt", LAYER)
    good("import", talks, "--base", written("base.txt", BASE), "--layer", f"Canada={layer}",
         "--layer", f"Norway={layer}")  # fmt: skip
    file = SessionFile.open(talks)
    try:
        assert [each.detail for each in file.history()[1:]] == ["base.txt, layer.txt"]
        file.undo()
        assert not file.session.provisions
    finally:
        file.close()


# Delegations


@pytest.mark.parametrize("named", ["CAN", "can", "Canada", "canada", " Canada "])
def test_a_delegation_goes_by_code_and_name(
    good: RunCommand, written: Write, talks: Path, named: str
) -> None:
    base, layer = written("base.txt", BASE), written("layer.txt", LAYER)
    good("import", talks, "--base", base, "--layer", f"Canada={layer}")
    before = session_of(talks).delegations.keys()
    good("import", talks, "--layer", f"{named}={layer}")
    assert session_of(talks).delegations.keys() == before


def test_a_delegation_goes_by_every_name_it_had_in_a_paper(
    good: RunCommand, written: Write, talks: Path
) -> None:
    base, layer = written("base.txt", BASE), written("layer.txt", LAYER)
    good("import", talks, "--base", base, "--layer", f"UK={layer}")
    (row,) = [each for each in session_of(talks).delegations.values() if each.id != "chair"]
    assert (row.code, row.as_written) == ("GBR", ("UK",))
    ended = good("compose", talks, "--on", "UK")
    assert ended.lines == good("compose", talks, "--on", "gbr").lines
    assert ended.lines == good("compose", talks, "--on", row.name).lines


def test_an_unknown_name_is_a_new_delegation(good: RunCommand, written: Write, talks: Path) -> None:
    base, layer = written("base.txt", BASE), written("layer.txt", LAYER)
    good("import", talks, "--base", base, "--layer", f"Ruritania={layer}")
    (row,) = [each for each in session_of(talks).delegations.values() if each.id != "chair"]
    assert row.name == "Ruritania"
    assert row.code
    assert row.colour is not None


@pytest.mark.parametrize("written_name", ["Canada and Norway", "; ;"])
def test_a_layer_is_of_one_delegation(
    run: RunCommand, written: Write, talks: Path, written_name: str
) -> None:
    base, layer = written("base.txt", BASE), written("layer.txt", LAYER)
    ended = run("import", talks, "--base", base, "--layer", f"{written_name}={layer}")
    assert ended.status == 1
    assert written_name in ended.err
    assert not talks.exists()


# Later submissions (rule 11)


def test_a_later_submission_keeps_supersedes_and_marks(
    good: RunCommand, written: Write, talks: Path
) -> None:
    base = written("base.txt", "States shall act now.\nThey report yearly.\n")
    first = written("first.txt", "States should act now.\nThey report often.\n")
    good("import", talks, "--base", base, "--layer", f"Canada={first}")
    earlier = {each["id"]: each for each in dump_of(good, talks)["amendments"]}
    assert {each["is_new"] for each in earlier.values()} == {False}
    second = written("second.txt", "States should act now.\nThey report yearly and well.\n")
    good("import", talks, "--layer", f"Canada={second}")
    rows = {each["id"]: each for each in dump_of(good, talks)["amendments"]}
    kept = [key for key in earlier if rows[key]["state"] == "proposed"]
    vanished = [key for key in earlier if rows[key]["state"] == "superseded"]
    new = [key for key in rows if key not in earlier]
    assert [rows[key]["edits"][0]["text"] for key in kept] == ["should"]
    assert [rows[key]["edits"][0]["text"] for key in vanished] == ["often"]
    assert [rows[key]["is_new"] for key in new] == [True]
    assert good("compose", talks, "--all").lines == second.read_text().splitlines()


# A dump


def test_dump_restore_dump_is_identical(good: RunCommand, tmp_path: Path) -> None:
    content = good("dump", sample_path("sample.rolling")).out
    dump = tmp_path / "dump.json"
    dump.write_bytes(content.encode())
    good("import", tmp_path / "again.rolling", "--json", dump)
    assert good("dump", tmp_path / "again.rolling").out == content


def test_a_dump_is_restored_into_a_file_of_its_own(
    run: RunCommand, good: RunCommand, tmp_path: Path, talks: Path, written: Write
) -> None:
    good("import", talks, "--base", written("base.txt", BASE))
    dump = tmp_path / "dump.json"
    dump.write_bytes(good("dump", talks).out.encode())
    before = talks.read_bytes()
    ended = run("import", talks, "--json", dump)
    assert (ended.status, talks.read_bytes()) == (1, before)
    assert "exists already" in ended.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "not_json"),
        ("[]", "Expected `object`"),
        ('{"schema": 99}', "schema 99"),
        ('{"schema": 1, "amendments": [{"id": "a1", "provision": "p9", "edits": []}]}', "p9"),
        ('{"schema": 1, "amendments": 3}', "$.amendments"),
        ('{"schema": 1, "title": "\\ud800"}', "not_json"),
        ("", "not_json"),
    ],
)
def test_a_dump_with_a_fault_is_refused_whole(
    run: RunCommand, written: Write, talks: Path, content: str, said: str
) -> None:
    ended = run("import", talks, "--json", written("dump.json", content))
    assert ended.status == 1
    assert said in ended.err
    assert len(ended.err.splitlines()) == 1
    assert not talks.exists()


# Faults


BAD_FILES = {
    "missing.txt": None,
    "paper.pdf": b"%PDF-1.7\n",
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 32,
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "cut.docx": b"PK\x03\x04broken",
    "binary.txt": bytes(range(256)) * 4,
}


@pytest.mark.parametrize("option", ["--base", "--compilation", "--layer"])
@pytest.mark.parametrize("name", BAD_FILES)
def test_what_cannot_be_read_is_one_sentence_and_changes_nothing(
    run: RunCommand, written: Write, tmp_path: Path, talks: Path, option: str, name: str
) -> None:
    path = tmp_path / name
    content = BAD_FILES[name]
    if content is not None:
        path.write_bytes(content)
    given: list[Path | str] = [option, path]
    if option == "--layer":
        given = ["--base", written("base.txt", BASE), option, f"Canada={path}"]
    before = sorted(tmp_path.iterdir())
    ended = run("import", talks, *given)
    assert ended.status == 1
    assert ended.out == ""
    assert ended.err.startswith("rolling-text: ")
    assert len(ended.err.splitlines()) == 1
    assert "Traceback" not in ended.err
    assert name in ended.err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("text", ["", "Just some words.\n"])
def test_a_text_that_is_no_compilation_is_refused(
    run: RunCommand, written: Write, talks: Path, text: str
) -> None:
    ended = run("import", talks, "--compilation", written("paper.md", text))
    assert ended.status == 1
    assert "No provision was found" in ended.err
    assert not talks.exists()


def test_a_second_base_is_refused_and_the_session_left_as_it_is(
    run: RunCommand, good: RunCommand, written: Write, talks: Path
) -> None:
    base = written("base.txt", BASE)
    good("import", talks, "--base", base)
    before = good("dump", talks).out
    for option in ("--base", "--compilation"):
        ended = run("import", talks, option, base)
        assert ended.status == 1
        assert "has its base text already" in ended.err
    assert good("dump", talks).out == before


def test_a_fault_in_the_last_file_keeps_the_first_out(
    run: RunCommand, good: RunCommand, written: Write, talks: Path, tmp_path: Path
) -> None:
    good("import", talks, "--base", written("base.txt", BASE))
    before = good("dump", talks).out
    layer = written("layer.txt", LAYER)
    missing = tmp_path / "missing.txt"
    ended = run("import", talks, "--layer", f"Canada={layer}", "--layer", f"Norway={missing}")
    assert ended.status == 1
    assert good("dump", talks).out == before


def test_a_disk_that_fills_up_leaves_no_new_file_behind(
    run: RunCommand, written: Write, talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: SessionFile, *arguments: object) -> None:
        raise StorageError("disk_full", file.path)

    monkeypatch.setattr(SessionFile, "commit", full)
    base = written("base.txt", BASE)
    ended = run("import", talks, "--base", base)
    assert ended.status == 1
    assert "is full" in ended.err
    assert list(talks.parent.iterdir()) == [base]


def test_a_session_that_is_open_elsewhere_is_not_touched(
    run: RunCommand, good: RunCommand, written: Write, talks: Path
) -> None:
    base = written("base.txt", BASE)
    good("import", talks, "--base", base)
    file = SessionFile.open(talks, "Ann")
    try:
        ended = run("import", talks, "--layer", f"Canada={base}")
    finally:
        file.close()
    assert ended.status == 1
    assert "by Ann on" in ended.err


def test_a_file_that_is_no_session_is_not_overwritten(run: RunCommand, written: Write) -> None:
    letter = written("letter.txt", "Dear all")
    ended = run("import", letter, "--base", letter)
    assert (ended.status, letter.read_text()) == (1, "Dear all")
    assert "is not a Rolling Text session" in ended.err


def test_a_folder_that_is_not_there(run: RunCommand, written: Write, tmp_path: Path) -> None:
    ended = run("import", tmp_path / "no" / "talks.rolling", "--base", written("base.txt", BASE))
    assert ended.status == 1
    assert len(ended.err.splitlines()) == 1


def test_a_name_too_long_for_the_system_is_said(run: RunCommand, tmp_path: Path) -> None:
    ended = run("import", tmp_path / ("x" * 300), "--base", tmp_path / "base.txt")
    assert ended.status == 1
    assert len(ended.err.splitlines()) == 1


# Wrong usage


def test_a_profile_is_for_compilations_only(
    run: RunCommand, good: RunCommand, written: Write, talks: Path
) -> None:
    base = written("base.txt", BASE)
    good("import", talks, "--base", base)
    before = good("dump", talks).out
    ended = run("import", talks, "--base", base, "--profile", "brackets")
    assert ended.status == 2
    assert "--profile is for --compilation" in ended.err
    assert good("dump", talks).out == before


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--layer", "Canada"],
        ["--layer", "=file"],
        ["--layer", "Canada="],
        ["--json", "dump.json", "--base", "base.txt"],
        ["--base", "base.txt", "--colour", "red=Canada"],
        ["--compilation", "c.md", "--base", "base.txt", "--colour", "red=Canada"],
        ["--compilation", "c.md", "--profile", "brackets", "--colour", "red=Canada"],
        ["--unheard-of"],
    ],
)
def test_wrong_usage(run: RunCommand, talks: Path, arguments: list[str]) -> None:
    ended = run("import", talks, *arguments)
    assert ended.status == 2
    assert ended.err
    assert not talks.exists()


def test_nothing_is_written_before_it_is_asked_for(talks: Path) -> None:
    incoming = Incoming.into(talks)
    incoming.close()
    assert not talks.exists()
