"""The window on screens of different sizes."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from editor.app.settings import Settings
from editor.ui.window_state import keep_window_state, restore_window_state


class Screen:
    """A screen of a size."""

    def __init__(self, width: int, height: int) -> None:
        self._size = QSize(width, height)

    def availableSize(self) -> QSize:
        return self._size


@pytest.mark.parametrize(
    ("width", "height", "fills"),
    [(1366, 768, True), (1920, 800, True), (1920, 1080, False)],
)
def test_at_first_the_window_fits_the_screen(
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    height: int,
    fills: bool,
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    monkeypatch.setattr(window, "screen", lambda: Screen(width, height))

    restore_window_state(window, Settings())

    assert window.isMaximized() is fills
    assert window.normalGeometry().size() == QSize(min(width, 1440), min(height, 900))


def test_the_place_that_was_kept_comes_back(qapp: QApplication, qtbot: QtBot) -> None:
    first, second = QMainWindow(), QMainWindow()
    for each in (first, second):
        qtbot.addWidget(each)
    first.setGeometry(QRect(30, 40, 500, 400))

    restore_window_state(second, keep_window_state(first, Settings()))

    assert second.size() == QSize(500, 400)
    assert not second.isMaximized()
