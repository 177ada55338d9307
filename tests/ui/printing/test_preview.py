"""The sheets can be read before they are printed."""

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from editor.ui.printing.preview import Preview

PAGE = "<html><head><title>Coasts</title></head><body><p>States should act.</p></body></html>"


def test_the_preview_is_nearly_as_large_as_the_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1300, 700)

    preview = Preview(PAGE, "Coasts", window)

    assert preview.width() >= 0.8 * window.width()
    assert preview.height() >= 0.8 * window.height()
