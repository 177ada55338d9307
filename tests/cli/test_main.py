"""One command or the window; every fault one sentence, the right exit status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor.cli import main as command_line
from editor.errors import BugError
from editor.resources import sample_path
from tests.cli.conftest import RunCommand
from tests.cli.negotiation import session_file


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """What the window was opened on."""
    asked: list[Path | None] = []

    def open_window(path: Path | None) -> int:
        asked.append(path)
        return 0

    monkeypatch.setattr(command_line, "open_window", open_window)
    return asked


def test_alone_it_opens_the_window(good: RunCommand, opened: list[Path | None]) -> None:
    good()
    assert opened == [None]


def test_a_session_opens_in_the_window(
    good: RunCommand, opened: list[Path | None], tmp_path: Path
) -> None:
    talks = session_file(tmp_path / "talks.rolling")
    good(talks)
    assert opened == [talks]


def test_a_session_that_is_not_there_opens_nothing(
    run: RunCommand, opened: list[Path | None]
) -> None:
    ended = run("none.rolling")
    assert (ended.status, opened) == (1, [])
    assert ended.err == "rolling-text: There is no file none.rolling.\n"


def test_an_unknown_command_is_wrong_usage(run: RunCommand, opened: list[Path | None]) -> None:
    ended = run("compse", "talks.rolling")
    assert (ended.status, opened) == (2, [])
    assert "compse" in ended.err


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command(good: RunCommand, option: str) -> None:
    out = good(option).out
    for each in ("import", "dump", "compose", "export", "check", "doctor", "run-sample"):
        assert each in out


@pytest.mark.parametrize("arguments", [["--unheard"], ["dump"], ["export", "x.rolling"]])
def test_wrong_options(run: RunCommand, arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.status == 2
    assert ended.err.startswith("usage:")


def test_a_fault_of_ours_is_a_sentence_too(
    run: RunCommand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise BugError("the runs do not add up")

    monkeypatch.setattr("editor.cli.dump_command.dump", broken)
    ended = run("dump", session_file(tmp_path / "talks.rolling"))
    assert ended.status == 1
    assert "A fault in the program: the runs do not add up." in ended.err


def test_what_the_system_refuses_is_a_sentence(run: RunCommand, tmp_path: Path) -> None:
    ended = run("dump", tmp_path / ("x" * 300))
    assert ended.status == 1
    assert len(ended.err.splitlines()) == 1


def test_a_name_that_is_not_utf_8_is_said_as_it_is(
    tmp_path: Path,
) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.rolling"
    ended = program("dump", name)
    assert ended.returncode == 1
    assert b"\xff.rolling" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_it_prints_utf_8_whatever_the_terminal_says(tmp_path: Path) -> None:
    ended = program("compose", os.fsencode(sample_path("sample.rolling")), PYTHONIOENCODING="ascii")
    assert ended.returncode == 0
    assert ended.stdout.decode()


def test_a_reader_that_stops_listening_is_no_traceback() -> None:
    sample = str(sample_path("sample.rolling"))
    command = [sys.executable, "-c", PROGRAM, "dump", sample]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


PROGRAM = "import sys; from editor.cli.main import main; sys.exit(main())"


def program(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env=os.environ | environment,
        capture_output=True,
        timeout=60,
    )
