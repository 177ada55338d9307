"""`rolling-text dump`: the whole session as JSON."""

import json
from pathlib import Path

from editor.exporters.dump import dump
from tests.cli.conftest import RunCommand
from tests.cli.negotiation import SESSION, session_file


def test_it_prints_the_dump_byte_for_byte(good: RunCommand, tmp_path: Path) -> None:
    path = session_file(tmp_path / "talks.rolling")
    assert good("dump", path).out.encode() == dump(SESSION)


def test_what_is_not_included_by_decision_says_so(good: RunCommand, tmp_path: Path) -> None:
    document = json.loads(good("dump", session_file(tmp_path / "talks.rolling")).out)
    assert {each["id"]: each["included"] for each in document["amendments"]} == {
        "a1": None, "a2": None, "a3": None, "a4": None, "a5": False,
    }  # fmt: skip


def test_a_file_that_is_not_there_is_said(run: RunCommand, tmp_path: Path) -> None:
    ended = run("dump", tmp_path / "none.rolling")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == f"rolling-text: There is no file {tmp_path / 'none.rolling'}.\n"
