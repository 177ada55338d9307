from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.negotiation.amendment import AmendmentState
from editor.ui.main_window import MainWindow
from editor.ui.trays.contents import Tray
from editor.ui.trays.trays_window import TraysWindow


def _trays(window: MainWindow) -> TraysWindow:
    window.actions_.show_trays.trigger()
    return window.session_side.desk.findChild(TraysWindow)  # type: ignore[return-value]


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
