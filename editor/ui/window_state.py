"""The window's place on the screen, as the user left it."""

from dataclasses import replace

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QMainWindow

from editor.app.settings import Settings

_USUAL_SIZE = QSize(1440, 900)


def keep_window_state(window: QMainWindow, settings: Settings) -> Settings:
    """`settings` with the present place."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    return replace(settings, geometry=geometry)


def restore_window_state(window: QMainWindow, settings: Settings) -> None:
    """Bring back what was kept; at first a usual size, or all of a screen with less room."""
    fitting = _USUAL_SIZE.boundedTo(window.screen().availableSize())
    window.resize(fitting)
    if settings.geometry:
        window.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii")))
    elif fitting != _USUAL_SIZE:
        window.setWindowState(Qt.WindowState.WindowMaximized)
