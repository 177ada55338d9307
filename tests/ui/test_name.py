"""Who works is asked once, stands in the log, and leaves in no file that is exported."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from editor.app.settings import Settings, SettingsStore
from editor.negotiation.commands.switching import SwitchLayers
from editor.ui.dialogs.author_dialog import AuthorDialog
from editor.ui.dialogs.export_dialog import BRACKETED, CLEAN, DUMP, REDLINE
from editor.ui.main_window import MainWindow

NAME = "Zyxwa Qrstu"


class Asked:
    """Answers the question for a name; `times` it was put."""

    def __init__(self, name: str, key: Qt.Key) -> None:
        self._name, self._key = name, key
        self.times = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._answer)
        self._timer.start(20)

    def _answer(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AuthorDialog):
            self.times += 1
            dialog.name.clear()
            QTest.keyClicks(dialog.name, self._name)
            QTest.keyClick(dialog, self._key)
        elif isinstance(dialog, QMessageBox):
            dialog.accept()


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    store = SettingsStore(tmp_path / "settings.json")
    store.keep(Settings())
    return store


def test_it_is_asked_once_and_stands_in_the_log(
    empty_window: MainWindow, session_path: Path, settings: SettingsStore
) -> None:
    asked = Asked(NAME, Qt.Key.Key_Return)
    for _ in range(2):
        empty_window.open(session_path)
        controller = empty_window.session_side.controller
        assert controller is not None
        empty_window.actions_.all_on.trigger()
        empty_window.actions_.all_off.trigger()
        assert controller.workspace.history()[-1].author == NAME
        empty_window.actions_.close_session.trigger()

    assert asked.times == 1
    assert settings.current.author == NAME


def test_who_gives_no_name_is_not_asked_again(empty_window: MainWindow, session_path: Path) -> None:
    asked = Asked(NAME, Qt.Key.Key_Escape)
    for _ in range(2):
        empty_window.open(session_path)
        assert empty_window.session_side.controller is not None
        assert empty_window.session_side.controller.workspace.author == ""
        empty_window.actions_.close_session.trigger()

    assert asked.times == 1


def test_it_can_be_changed_from_the_menu(empty_window: MainWindow, session_path: Path) -> None:
    asked = Asked("Somebody", Qt.Key.Key_Return)
    empty_window.open(session_path)
    asked._name = NAME
    empty_window.actions_.give_name.trigger()
    controller = empty_window.session_side.controller
    assert controller is not None

    controller.execute(SwitchLayers(("can",), True))

    assert controller.workspace.history()[-1].author == NAME
    assert asked.times == 2


@pytest.mark.parametrize("form", [REDLINE, CLEAN, BRACKETED, DUMP])
def test_no_export_names_it(
    empty_window: MainWindow, session_path: Path, tmp_path: Path, qtbot: QtBot, form: str
) -> None:
    asked = Asked(NAME, Qt.Key.Key_Return)
    empty_window.open(session_path)
    side = empty_window.session_side
    assert side.controller is not None
    side.controller.execute(SwitchLayers(("can", "egy", "nor"), True))
    target = tmp_path / ("out.json" if form == DUMP else "out.docx")

    side.export.export(side.controller.workspace, target, form)
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not empty_window.background.is_busy, timeout=5_000)

    assert asked.times == 1
    content = target.read_bytes()
    parts = [content]
    if is_zipfile(target):
        with ZipFile(BytesIO(content)) as package:
            parts = [package.read(name) for name in package.namelist()]
    for word in NAME.split():
        assert not any(word.encode() in part for part in parts)
