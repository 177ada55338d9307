from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.provision import Stance
from editor.negotiation.unread import Unread
from editor.storage.session_file import SessionFile
from editor.ui.dialogs.stance_dialog import StanceDialog
from editor.ui.main_window import MainWindow
from editor.ui.trays.contents import Tray
from editor.ui.trays.trays_window import TraysWindow
from tests.ui.in_window import session_of
from tests.ui.negotiations import small_negotiation

TO_DO = ["It Is a Proposal…", "It Is a Position…", "It Is a Note", "Nothing to Do"]


def _trays(window: MainWindow) -> TraysWindow:
    window.actions_.show_trays.trigger()
    return window.session_side.desk.findChild(TraysWindow)  # type: ignore[return-value]


def _button(trays: TraysWindow, words: str) -> QPushButton:
    return next(each for each in trays.findChildren(QPushButton) if each.text() == words)


@pytest.fixture
def unplaced(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with two things not understood that name no provision, and p2 in hand."""
    words = {key: Unread(key, f"[{key}]", "words_not_found") for key in ("u1", "u2")}
    path = tmp_path / "unplaced.rolling"
    SessionFile.create(path, replace(small_negotiation(), unread=words), "A. Tester").close()
    empty_window.open(path)
    assert empty_window.session_side.controller is not None
    empty_window.session_side.controller.go_to("p2")
    return empty_window


def test_the_counter_tells_what_is_set_aside(window: MainWindow) -> None:
    assert window.session_side.desk.status_bar.aside.text() == "2 set aside"
    assert window.session_side.desk.status_bar.aside.isVisible()


def test_an_item_goes_to_its_provision(window: MainWindow, qtbot: QtBot) -> None:
    trays = _trays(window)
    unread = trays.lists[Tray.UNREAD]
    row = unread.topLevelItem(0)
    assert row is not None
    assert row.text(1) == "[unclear words]"
    assert row.text(2) == "The annotation was not understood (line 12)"

    where = unread.visualItemRect(row).center()
    qtbot.mouseClick(unread.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert window.session_side.desk.page.provision_in_hand == "p3"


def test_a_parked_proposal_is_brought_back(window: MainWindow, qtbot: QtBot) -> None:
    trays = _trays(window)
    parked = trays.lists[Tray.PARKED]
    parked.selectAll()

    button = next(b for b in trays.findChildren(QPushButton) if b.text() == "Bring Back")
    button.click()

    assert window.session_side.controller is not None
    session = window.session_side.controller.workspace.session
    assert session.amendments["a7"].state is AmendmentState.PROPOSED
    assert parked.topLevelItemCount() == 0
    assert window.session_side.desk.status_bar.aside.text() == "1 set aside"


def test_the_next_item_is_in_hand_when_one_is_done(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session_side.controller is not None
    trays = _trays(window)
    unread = trays.lists[Tray.UNREAD]
    assert unread.currentItem() is unread.topLevelItem(0)
    note = next(b for b in trays.findChildren(QPushButton) if b.text() == "It Is a Note")

    qtbot.mouseClick(note, Qt.MouseButton.LeftButton)

    assert unread.topLevelItemCount() == 0
    assert not note.isEnabled()
    window.session_side.controller.undo()
    assert note.isEnabled()
    assert unread.currentItem() is unread.topLevelItem(0)


@pytest.mark.parametrize("words", ["It Is a Note", "Nothing to Do"])
def test_several_items_become_notes_on_the_provision_in_hand_in_one_step(
    unplaced: MainWindow, qtbot: QtBot, words: str
) -> None:
    trays = _trays(unplaced)
    trays.lists[Tray.UNREAD].selectAll()
    assert [_button(trays, each).isEnabled() for each in TO_DO] == [False, False, True, True]

    qtbot.mouseClick(_button(trays, words), Qt.MouseButton.LeftButton)

    remarks = unplaced.session_side.desk.proposals._remarks.text()
    assert ("[u1]" in remarks, "[u2]" in remarks) == (True, True)
    assert not session_of(unplaced).unread
    unplaced.actions_.undo.trigger()
    assert sorted(session_of(unplaced).unread) == ["u1", "u2"]


def test_an_item_without_a_provision_is_a_position_on_the_one_in_hand(
    unplaced: MainWindow, qtbot: QtBot
) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StanceDialog)
        dialog.about.setCurrentIndex(dialog.about.findData(""))
        dialog.accept()

    trays = _trays(unplaced)
    QTimer.singleShot(0, answer)

    qtbot.mouseClick(_button(trays, "It Is a Position…"), Qt.MouseButton.LeftButton)

    stated = session_of(unplaced).provisions["p2"].positions
    assert [(each.stance, each.note) for each in stated] == [(Stance.SUPPORT, "[u1]")]


def test_nothing_can_be_done_while_nothing_is_chosen(window: MainWindow) -> None:
    trays = _trays(window)
    for view in trays.lists.values():
        view.clearSelection()

    assert not any(_button(trays, each).isEnabled() for each in (*TO_DO, "Bring Back"))
