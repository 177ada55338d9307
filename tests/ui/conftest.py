"""A window on a small negotiation, as the user has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.app.settings import Settings, SettingsStore, ThemeChoice
from editor.storage.session_file import SessionFile
from editor.ui.application import open_window, prepared_application
from editor.ui.main_window import MainWindow
from tests.ui.negotiations import small_negotiation


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """The application with the program's fonts and style."""
    return prepared_application()


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    store = SettingsStore(tmp_path / "settings.json")
    store.keep(Settings(author="A. Tester", theme=ThemeChoice.LIGHT))
    return store


@pytest.fixture
def session_path(tmp_path: Path) -> Path:
    """A session file with the small negotiation."""
    path = tmp_path / "coasts.rolling"
    SessionFile.create(path, small_negotiation(), "A. Tester").close()
    return path


@pytest.fixture
def empty_window(
    application: QApplication, settings: SettingsStore, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The window with its start page, on a screen that has room for it."""
    window = open_window(application, settings)
    window.showNormal()
    window.resize(1440, 900)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    yield window
    window.close()


@pytest.fixture
def window(empty_window: MainWindow, session_path: Path) -> MainWindow:
    """The window with the small negotiation open."""
    empty_window.open(session_path)
    return empty_window
