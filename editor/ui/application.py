"""The program with a window: fonts, appearance, faults, and the event loop."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from editor.app.settings import SettingsStore
from editor.resources import resource_path
from editor.ui.appearance import Appearance
from editor.ui.crash_handling import CrashHandling
from editor.ui.english_plurals import EnglishPlurals
from editor.ui.main_window import MainWindow

_FONT_PIXELS = 13


def run(session: Path | None = None) -> int:
    """Open the window, with a session if one is given, until it is closed; the exit status."""
    application = prepared_application()
    handling = CrashHandling(application)
    window = open_window(application, SettingsStore())
    application.processEvents()  # the window is there before the session is read
    if session is not None:
        window.open(session)
    else:
        QTimer.singleShot(0, lambda: window.session_side)
    try:
        return application.exec()
    finally:
        handling.end()


def prepared_application() -> QApplication:
    """The application with its style, fonts and words; the one that exists, if there is one."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Rolling Text")
    application.setDesktopFileName("rolling-text")
    application.setStyle("Fusion")
    for file in sorted(resource_path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QFont("Inter")
    font.setPixelSize(_FONT_PIXELS)
    application.setFont(font)
    plurals = EnglishPlurals(application)
    application.installTranslator(plurals)
    return application


def open_window(application: QApplication, settings: SettingsStore) -> MainWindow:
    """The window with its start page, shown."""
    appearance = Appearance(application, settings.current.theme)
    window = MainWindow(settings, appearance)
    window.show()
    return window
