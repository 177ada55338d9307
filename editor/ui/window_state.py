"""The window's place on the screen, as the user left it."""

from dataclasses import replace

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from editor.app.settings import Settings


def keep_window_state(window: QMainWindow, settings: Settings) -> Settings:
    """`settings` with the present place."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    return replace(settings, geometry=geometry)


def restore_window_state(window: QMainWindow, settings: Settings) -> None:
    """Bring back what was kept; nothing is done where there is nothing."""
    if settings.geometry:
        window.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii")))
