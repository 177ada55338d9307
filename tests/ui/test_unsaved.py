"""Where a copy of the session goes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from editor.ui import unsaved
from editor.ui.main_window import MainWindow


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(unsaved, "tell", lambda _, title, text: words.append(title))
    return words


def _choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_a_copy_gets_the_ending_of_sessions(
    window: MainWindow, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(monkeypatch, tmp_path / "Coasts Rev.1")

    window.actions_.save_copy.trigger()

    assert (tmp_path / "Coasts Rev.1.rolling").exists()
    assert not told


def test_a_copy_replaces_no_file_that_was_not_chosen(
    window: MainWindow, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "copy.rolling"
    there.write_text("something else")
    _choose(monkeypatch, tmp_path / "copy")

    window.actions_.save_copy.trigger()

    assert told == ["The copy was not written"]
    assert there.read_text() == "something else"
