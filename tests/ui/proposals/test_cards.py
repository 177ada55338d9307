"""Conflicts, orders and proposals on the provision in hand, by mouse and keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.commands.proposing import SetState
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.ruling import RulingKind
from editor.ui.main_window import MainWindow
from editor.ui.proposals.proposals_panel import ProposalsPanel
from tests.ui.in_window import controller_of, session_of


def _panel(window: MainWindow, provision: str) -> ProposalsPanel:
    window.actions_.all_on.trigger()
    controller_of(window).go_to(provision)
    return window.session_side.desk.proposals


def _text(window: MainWindow, provision: str) -> str:
    return controller_of(window).workspace.composition.provision(provision).text


def test_no_option_is_chosen_while_the_conflict_is_open(window: MainWindow) -> None:
    card = _panel(window, "p1").conflicts[0]

    assert card.objectName() == "conflictCard"
    assert [card.option(number).isChecked() for number in range(3)] == [False] * 3
    assert card.undo.isHidden()


def test_choosing_an_option_rules_and_undo_ruling_opens_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    card = _panel(window, "p1").conflicts[0]
    assert _text(window, "p1").startswith("Parties should prevent the [")

    qtbot.mouseClick(card.option(1), Qt.MouseButton.LeftButton)
    assert _text(window, "p1") == "Parties should prevent the loss of wetlands."
    assert card.option(1).isChecked()
    assert card.objectName() == "settledCard"

    qtbot.mouseClick(card.undo, Qt.MouseButton.LeftButton)
    assert session_of(window).rulings == {}
    assert not card.option(1).isChecked()


def test_the_base_can_be_kept_and_brackets_decided(window: MainWindow, qtbot: QtBot) -> None:
    card = _panel(window, "p1").conflicts[0]

    qtbot.mouseClick(card.option(2), Qt.MouseButton.LeftButton)
    assert _text(window, "p1") == "Parties should prevent the draining of wetlands."

    qtbot.mouseClick(card.bracket, Qt.MouseButton.LeftButton)
    (ruling,) = session_of(window).rulings.values()
    assert ruling.how is RulingKind.BRACKET
    assert card.bracket.isChecked()


def test_the_chair_writes_bridging_text(window: MainWindow, qtbot: QtBot) -> None:
    card = _panel(window, "p1").conflicts[0]

    qtbot.mouseClick(card.bridge, Qt.MouseButton.LeftButton)
    assert card.editor.isVisible()
    assert card.editor.text == "draining"
    assert session_of(window).rulings == {}
    card.editor.set_text("loss and filling")
    card.editor.text_settled.emit(card.editor.text)

    assert _text(window, "p1") == "Parties should prevent the loss and filling of wetlands."
    assert card.bridge.isChecked()


def test_a_switch_decides_and_follows_the_layers_again(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window, "p1")
    card = next(each for each in panel.proposals if each.amendment == "a1")
    assert card.switch.is_on

    qtbot.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    assert not session_of(window).decisions["a1"].included
    assert not card.switch.is_on
    assert "Chair" in card.switch.accessibleName()

    qtbot.keyClick(card.switch, Qt.Key.Key_Space)
    assert "a1" not in session_of(window).decisions
    assert card.switch.is_on


def test_a_toggle_reuses_the_cards(window: MainWindow) -> None:
    panel = _panel(window, "p1")
    cards = [*panel.conflicts, *panel.proposals]

    controller_of(window).execute(SwitchLayers(("can",), False))
    controller_of(window).execute(SwitchLayers(("can",), True))

    assert [*panel.conflicts, *panel.proposals] == cards


def test_the_same_wish_elsewhere_is_decided_once(window: MainWindow) -> None:
    panel = _panel(window, "p3")
    card = next(each for each in panel.proposals if each.amendment == "a5")
    menu = card.recurs.menu()
    assert "1 other provision" in card.recurs.text()
    menu.aboutToShow.emit()

    menu.actions()[1].trigger()

    decisions = session_of(window).decisions
    assert {each: row.included for each, row in decisions.items()} == {"a5": False, "a6": False}


def test_an_order_question_is_reordered(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window, "p2")
    assert _text(window, "p2") == (
        "Parties should share tidal data and maps and forecasts in good time."
    )
    card = panel.orders[0]

    qtbot.mouseClick(card.rows[0].down, Qt.MouseButton.LeftButton)
    assert _text(window, "p2") == (
        "Parties should share tidal data and forecasts and maps in good time."
    )

    qtbot.mouseClick(card.undo, Qt.MouseButton.LeftButton)
    assert session_of(window).rulings == {}


def test_the_insertion_in_hand_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window, "p2")
    window.activateWindow()
    first, second = panel.orders[0].rows
    before = first.grab().toImage()

    panel.take_focus()
    qtbot.waitUntil(first.hasFocus)
    assert first.grab().toImage() != before

    second.setFocus()
    assert first.grab().toImage() == before


def test_alt_shift_arrows_move_the_insertion_in_hand(window: MainWindow, qtbot: QtBot) -> None:
    card = _panel(window, "p2").orders[0]
    window.activateWindow()
    card.rows[1].setFocus()
    qtbot.waitUntil(lambda: card.rows[1].hasFocus())

    window.actions_.move_up.trigger()

    assert "forecasts and maps" in _text(window, "p2")


def test_parked_proposals_wait_below(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window, "p3")
    assert panel.show_asides.text() == "1 set aside"

    qtbot.mouseClick(panel.show_asides, Qt.MouseButton.LeftButton)
    assert [card.amendment for card in panel.asides if not card.isHidden()] == ["a7"]

    controller_of(window).execute(SetState(("a7",), AmendmentState.PROPOSED))
    assert panel.show_asides.isHidden()
    assert "a7" in [card.amendment for card in panel.proposals if not card.isHidden()]


def test_the_menu_parks_and_declares_alternatives(window: MainWindow) -> None:
    panel = _panel(window, "p2")
    card = next(each for each in panel.proposals if each.amendment == "a3")
    menu = card.menu_button.menu()
    menu.aboutToShow.emit()
    titles = {action.text().replace("&", ""): action for action in menu.actions()}
    alternatives = titles["Alternative of"].menu()
    assert isinstance(alternatives, QMenu)
    alternatives.actions()[0].trigger()
    assert session_of(window).amendments["a3"].alternatives == ("a4",)

    titles["Park"].trigger()
    assert session_of(window).amendments["a3"].state is AmendmentState.PARKED


def test_a_proposed_provision_is_offered_where_it_would_stand(window: MainWindow) -> None:
    controller_of(window).go_to("p5")
    panel = window.session_side.desk.proposals

    assert [card.amendment for card in panel.proposals if not card.isHidden()] == ["n1"]


def test_cards_speak(window: MainWindow) -> None:
    panel = _panel(window, "p1")
    card = next(each for each in panel.proposals if each.amendment == "a1")

    assert card.accessibleName() == "Proposal of Canada: draining filling"
