"""Hands for the guided import: files are dropped, keys pressed, buttons clicked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.ui.import_wizard.wizard import ImportWizard, Step
from editor.ui.main_window import MainWindow
from tests.ui.whole_job import take_the_front

_TIMEOUT = 60_000


def drop(widget: QWidget, files: Sequence[Path], at: QPointF | None = None) -> None:
    """Let go of files that are dragged over a widget."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    event = QDropEvent(
        at or QPointF(widget.rect().center()),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dropEvent(event)


def workspace_of(window: MainWindow) -> Workspace:
    assert window.session_side.controller is not None
    return window.session_side.controller.workspace


def wizard_of(window: MainWindow) -> ImportWizard:
    """The guided import that is open in a window."""
    side = window.session_side
    wizard = side.questions.wizard if side.questions is not None else side.sessions.wizard
    assert wizard is not None
    return wizard


def open_import(window: MainWindow, qtbot: QtBot, *files: Path) -> ImportWizard:
    """Ctrl+I, then drop the files."""
    take_the_front(window)
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    wizard = wizard_of(window)
    qtbot.waitExposed(wizard)
    drop(wizard, files)
    wait(wizard, qtbot)
    return wizard


def wait(wizard: ImportWizard, qtbot: QtBot) -> None:
    """Until nothing is being read."""
    qtbot.waitUntil(lambda: not wizard.work.is_busy, timeout=_TIMEOUT)


def enter(wizard: ImportWizard, qtbot: QtBot) -> None:
    """Press Enter where the keyboard is, and wait for what comes of it."""
    QTest.keyClick(wizard.focusWidget() or wizard, Qt.Key.Key_Return)
    wait(wizard, qtbot)


def on(wizard: ImportWizard, step: Step) -> bool:
    """Whether the page of a step is shown."""
    return wizard.isVisible() and wizard.step is step


def rows(view: QTreeWidget) -> list[list[str]]:
    """The texts of a list."""
    found = [view.topLevelItem(number) for number in range(view.topLevelItemCount())]
    return [[row.text(n) for n in range(view.columnCount())] for row in found if row]


def key(widget: QWidget, name: Qt.Key, *, control: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(widget, name, modifier)
