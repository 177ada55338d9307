"""The command line as a person uses it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from editor.cli.main import main


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


RunCommand = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> RunCommand:
    """Runs `rolling-text` with these arguments."""

    def command(*arguments: str | Path) -> Ended:
        capsys.readouterr()
        try:
            status = main([str(each) for each in arguments])
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else 1
        printed = capsys.readouterr()
        return Ended(status, printed.out, printed.err)

    return command


@pytest.fixture
def good(run: RunCommand) -> RunCommand:
    """As `run`, for commands that have to succeed."""

    def command(*arguments: str | Path) -> Ended:
        ended = run(*arguments)
        assert (ended.status, ended.err) == (0, "")
        return ended

    return command


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a text file into the temporary folder."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write
