"""The proposals of a delegation that was removed: parked under its name, with a way back."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from editor.negotiation.amendment import AmendmentState, Sponsorship
from editor.negotiation.commands.correcting import CorrectProposal
from editor.negotiation.commands.delegations import RemoveDelegation
from editor.negotiation.commands.proposing import SetState
from editor.ui.main_window import MainWindow
from editor.ui.proposals.proposal_card import ProposalCard
from editor.ui.trays.contents import Tray, tray_items


def card_of_the_removed(window: MainWindow, qtbot: QtBot) -> ProposalCard:
    controller, panel = window.session_side.controller, window.session_side.desk.proposals
    assert controller is not None
    controller.execute(RemoveDelegation("nor"))
    controller.go_to("p2")
    qtbot.mouseClick(panel.show_asides, Qt.MouseButton.LeftButton)
    return next(each for each in panel.asides if each.amendment == "a4")


def test_its_card_and_the_tray_bear_its_name(window: MainWindow, qtbot: QtBot) -> None:
    card = card_of_the_removed(window, qtbot)

    assert card.accessibleName() == "Proposal of Norway: tidal data and forecasts"
    controller = window.session_side.controller
    assert controller is not None
    parked = tray_items(controller.workspace.composition)[Tray.PARKED]
    assert [each.words for each in parked if each.id == "a4"] == [
        "Norway: tidal data and forecasts"
    ]


def test_another_sponsor_brings_it_back(window: MainWindow, qtbot: QtBot) -> None:
    card = card_of_the_removed(window, qtbot)
    controller = window.session_side.controller
    assert controller is not None

    menu = card.menu_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()

    assert "&Correct What Was Misread…" in [each.text() for each in menu.actions()]
    parked = controller.workspace.session.amendments["a4"]
    controller.execute(CorrectProposal(replace(parked, sponsorships=(Sponsorship("can"),))))
    controller.execute(SetState(("a4",), AmendmentState.PROPOSED))
    back = controller.workspace.session.amendments["a4"]
    assert (back.sponsors, back.state) == (("can",), AmendmentState.PROPOSED)
