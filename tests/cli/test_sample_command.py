"""`rolling-text run-sample`, on a machine without a display."""

from pathlib import Path

import pytest

from editor.cli import sample_command
from editor.importers.open_source import read_source
from editor.importers.revisions import has_revisions
from tests.cli.conftest import RunCommand


@pytest.fixture(autouse=True)
def data_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor.app.sample.data_folder", lambda: tmp_path / "data")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def test_without_a_display_it_composes_and_says_where_the_word_file_is(
    good: RunCommand, tmp_path: Path
) -> None:
    ended = good("run-sample")
    target = tmp_path / "data" / "compromise.docx"
    assert str(target) in ended.out
    assert "open conflicts" in ended.out
    assert has_revisions(read_source(target))
    assert good("run-sample").out == ended.out


def test_with_a_display_it_opens_the_window_on_the_own_copy(
    good: RunCommand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_window(path: Path) -> int:
        opened.append(path)
        return 0

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(sample_command, "open_window", open_window)
    good("run-sample")
    assert opened == [tmp_path / "data" / "sample.rolling"]
