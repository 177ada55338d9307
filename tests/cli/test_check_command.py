"""`rolling-text check`: what is wrong with a file, and what can be rescued."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from editor.cli import check_command
from tests.cli.conftest import RunCommand
from tests.cli.negotiation import session_file


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return session_file(tmp_path / "talks.rolling")


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_a_sound_file_is_said_to_be(good: RunCommand, talks: Path) -> None:
    before = talks.read_bytes()
    ended = good("check", talks)
    assert ended.out == "Sound: provisions 4, proposals 5, actions 1, imported files 0\n"
    assert talks.read_bytes() == before


def test_a_reference_to_nothing_is_found_and_mended(
    run: RunCommand, good: RunCommand, talks: Path, tmp_path: Path
) -> None:
    change(talks, "UPDATE amendments SET provision = 'p9' WHERE id = 'a1'")
    ended = run("check", talks)
    assert ended.status == 1
    assert "amendments a1 provision" in ended.out
    assert "Still readable: provisions 4, proposals 5" in ended.out
    assert "rolling-text check SESSION --rescue NEW.rolling" in ended.out
    rescued = tmp_path / "new.rolling"
    assert f"Rescued to {rescued}" in run("check", talks, "--rescue", rescued).out
    assert good("check", rescued).lines[-1].startswith("Sound")


def test_words_changed_behind_our_back_are_found(run: RunCommand, talks: Path) -> None:
    change(talks, "UPDATE provisions SET text = 'Parties will act.' WHERE id = 'p1'")
    ended = run("check", talks)
    assert ended.status == 1
    assert "provisions p1" in ended.out


def test_a_lost_table_is_found(run: RunCommand, talks: Path) -> None:
    change(talks, "DROP TABLE notes")
    ended = run("check", talks)
    assert ended.status == 1
    assert "notes" in ended.out


@pytest.mark.parametrize("cut", [100, 5000, 20000])
def test_a_file_cut_short_is_no_traceback(run: RunCommand, talks: Path, cut: int) -> None:
    talks.write_bytes(talks.read_bytes()[:cut])
    ended = run("check", talks)
    assert ended.status == 1
    assert ended.out or ended.err
    assert "Traceback" not in ended.err


def test_a_file_overwritten_in_the_middle_is_no_traceback(run: RunCommand, talks: Path) -> None:
    content = bytearray(talks.read_bytes())
    content[8192:16384] = b"\xff" * 8192
    talks.write_bytes(content)
    assert run("check", talks).status == 1


def test_what_is_no_session_is_one_sentence(run: RunCommand, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all")
    for path in (letter, tmp_path, tmp_path / "none.rolling"):
        ended = run("check", path)
        assert ended.status == 1
        assert len(ended.err.splitlines()) == 1


def test_a_rescue_overwrites_nothing(run: RunCommand, talks: Path) -> None:
    change(talks, "UPDATE amendments SET provision = 'p9' WHERE id = 'a1'")
    before = talks.read_bytes()
    ended = run("check", talks, "--rescue", talks)
    assert (ended.status, talks.read_bytes()) == (1, before)


def test_a_base_that_its_runs_do_not_give_back_is_said(
    run: RunCommand, talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_command, "_broken_laws", lambda path: ["p2"])
    ended = run("check", talks)
    assert ended.status == 1
    assert "provision p2" in ended.out
