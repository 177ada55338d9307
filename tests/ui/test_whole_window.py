"""The main job, end to end, with real mouse and key events: a compilation becomes a session,
the Chair composes, takes it all back and does it again, and it leaves as a Word file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.exporters.dump import dump
from editor.negotiation.composition import compose
from editor.resources import sample_path
from editor.ui.dialogs.export_dialog import ExportDialog
from editor.ui.dialogs.new_session_dialog import NewSessionDialog
from editor.ui.layers.layers_delegate import parts_of
from editor.ui.main_window import MainWindow
from editor.ui.session_side import SessionSide
from tests.ui.page.windows import composed_text

_LEFT = Qt.MouseButton.LeftButton
_BREAK_IN_BLOCK = "\u2028"
_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample_compilation() -> Path:
    return sample_path("compilation.md")


@pytest.fixture
def real_compilation(corpus: Path) -> Path:
    return corpus / "compilation-trafficking-2020.md"


def test_the_sample_from_start_to_word_file(
    empty_window: MainWindow, sample_compilation: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    _Chair(empty_window, tmp_path, qtbot).do_it_all(sample_compilation)


def test_the_real_paper_from_start_to_word_file(
    empty_window: MainWindow, real_compilation: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    _Chair(empty_window, tmp_path, qtbot).do_it_all(real_compilation)


class _Chair:
    """Somebody at the mouse and the keys."""

    def __init__(self, window: MainWindow, folder: Path, qtbot: QtBot) -> None:
        self.window, self.folder, self.qtbot = window, folder, qtbot

    @property
    def side(self) -> SessionSide:
        return self.window.session_side

    @property
    def workspace(self) -> Workspace:
        assert self.side.controller is not None
        return self.side.controller.workspace

    def do_it_all(self, compilation: Path) -> None:
        path = self.folder / "session.rolling"
        self.import_compilation(compilation, path)
        delegations = self._busiest()
        for step in (
            lambda: self.click_box(delegations[0]),
            lambda: self.press_space(delegations[1]),
            lambda: self.window.actions_.all_on.trigger(),
            self.switch_one_proposal,
            self.settle_a_conflict,
            lambda: self.type_as(delegations[0]),
        ):
            before = self.workspace.session
            step()
            assert self.workspace.session is not before
            self.check_page()
        self.click_solo(delegations[0])
        done = dump(self.workspace.session)

        self.undo_everything()
        assert not self.workspace.session.base_order
        self.redo_everything()
        assert dump(self.workspace.session) == done

        self.window.actions_.close_session.trigger()
        assert self.window.start_page.isVisible()
        self.window.open(path)
        self.come_forward()
        assert dump(self.workspace.session) == done
        self.check_page()
        self.export(self.folder / "redline.docx")

    def come_forward(self) -> None:
        """The window has the keys again, as after a dialog on a real screen."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def import_compilation(self, compilation: Path, path: Path) -> None:
        def fill(dialog: QDialog) -> None:
            assert isinstance(dialog, NewSessionDialog)
            QTest.keyClicks(dialog.source.line, str(compilation))
            dialog.target.line.clear()
            QTest.keyClicks(dialog.target.line, str(path))
            QTest.mouseClick(dialog.accept_button, _LEFT)

        self._when_asked(fill)
        QTest.mouseClick(self.window.start_page.buttons["compilation"], _LEFT)
        self.qtbot.waitUntil(lambda: self.side.controller is not None, timeout=30_000)
        self.come_forward()
        self.check_page()
        assert not any(
            each.layer_on
            for each in self.workspace.session.delegations.values()
            if each.id != "chair"
        )

    def click_box(self, delegation: str) -> None:
        view, index = self._layer(delegation)
        QTest.mouseClick(view.viewport(), _LEFT, pos=parts_of(view.visualRect(index)).box.center())

    def press_space(self, delegation: str) -> None:
        view, index = self._layer(delegation)
        view.setCurrentIndex(index)
        QTest.keyClick(view, Qt.Key.Key_Space)

    def click_solo(self, delegation: str) -> None:
        view, index = self._layer(delegation)
        QTest.mouseClick(view.viewport(), _LEFT, pos=parts_of(view.visualRect(index)).solo.center())
        assert self.side.desk.layers.solo == delegation

    def switch_one_proposal(self) -> None:
        self.window.actions_.next_proposal.trigger()
        card = next(each for each in self.side.desk.proposals.proposals if not each.isHidden())
        QTest.mouseClick(card.switch, _LEFT)
        assert card.amendment in self.workspace.session.decisions

    def settle_a_conflict(self) -> None:
        QTest.keyClick(self.window, Qt.Key.Key_F8)
        card = next(each for each in self.side.desk.proposals.conflicts if not each.isHidden())
        QTest.mouseClick(card.option(0), _LEFT)
        assert len(self.workspace.session.rulings) == 1

    def type_as(self, delegation: str) -> None:
        self.side.desk.top_bar.choose_speaker(delegation)
        self.window.actions_.next_open.trigger()
        page = self.side.desk.page
        page.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
        page.moveCursor(QTextCursor.MoveOperation.PreviousWord)
        QTest.keyClicks(page, "freely ")
        page.clearFocus()

    def undo_everything(self) -> None:
        while self.workspace.can_undo:
            QTest.keyClick(self.window, Qt.Key.Key_Z, _CONTROL)
            self.check_page()

    def redo_everything(self) -> None:
        while self.workspace.can_redo:
            QTest.keyClick(self.window, Qt.Key.Key_Y, _CONTROL)
            self.check_page()

    def export(self, target: Path) -> None:
        def fill(dialog: QDialog) -> None:
            assert isinstance(dialog, ExportDialog)
            dialog.target.line.clear()
            QTest.keyClicks(dialog.target.line, str(target))
            QTest.mouseClick(dialog.accept_button, _LEFT)
            self._when_asked(lambda box: QTest.keyClick(box, Qt.Key.Key_Return), QMessageBox)

        self._when_asked(fill)
        QTest.keyClick(self.window, Qt.Key.Key_E, _CONTROL | Qt.KeyboardModifier.ShiftModifier)
        self.qtbot.waitUntil(lambda: not self.window.background.is_busy, timeout=30_000)
        assert target.read_bytes().startswith(b"PK")

    def check_page(self) -> None:
        """What is on the page is what is composed, and that is what composing anew gives."""
        self.window.actions_.view_clean.trigger()
        shown = self.side.desk.page.shown_text().replace(_BREAK_IN_BLOCK, "\n")
        assert shown == composed_text(self.side.desk.page)
        self.window.actions_.view_redline.trigger()
        anew = compose(self.workspace.session).paragraphs
        assert self.workspace.composition.paragraphs == anew

    def _busiest(self) -> list[str]:
        facts = self.side.desk.layers.model.facts
        assert facts is not None
        return [delegation for delegation, _ in facts.proposals.most_common(2)]

    def _layer(self, delegation: str):  # type: ignore[no-untyped-def]
        layers = self.side.desk.layers
        index = layers.model.index_of(delegation)
        layers.list.scrollTo(index)
        return layers.list, index

    def _when_asked(
        self, answer: Callable[[QDialog], object], kind: type[QDialog] = QDialog
    ) -> None:
        """Call `answer` with the next dialog that waits for one."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                answer(dialog)
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(20, look)
