"""Cards stay under the hand that settles conflicts, and offer what has an effect."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.negotiation.amendment import Sponsorship
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.ruling import RulingKind
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from editor.ui.main_window import MainWindow
from editor.ui.proposals.proposals_panel import ProposalsPanel
from tests.ui.in_window import controller_of
from tests.ui.negotiations import edit, small_negotiation


def contested_negotiation() -> Session:
    """Two conflicts in p1, the second of three texts; in p2 Fiji and Norway both want both
    insertions, in orders that cannot be joined."""
    session = small_negotiation()
    amendments = dict(session.amendments)
    for key, delegation, new in (
        ("a11", "fji", "marshes"),
        ("a12", "nor", "swamps"),
        ("a13", "can", "bogs"),
    ):
        amendments[key] = edit(key, "p1", delegation, "wetlands", new)
    for key, first, second in (("a3", 1, 2), ("a4", 2, 1)):
        voices = (Sponsorship("fji", first), Sponsorship("nor", second))
        amendments[key] = replace(amendments[key], sponsorships=voices)
    return replace(session, amendments=amendments)


@pytest.fixture
def contested(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "contested.rolling"
    SessionFile.create(path, contested_negotiation(), "A. Tester").close()
    empty_window.open(path)
    empty_window.actions_.all_on.trigger()
    return empty_window


def panel_at(window: MainWindow, provision: str) -> ProposalsPanel:
    controller_of(window).go_to(provision)
    settle()
    return window.session_side.desk.proposals


def text_of(window: MainWindow, provision: str) -> str:
    return controller_of(window).workspace.composition.provision(provision).text


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def is_in_sight(widget: QWidget, panel: ProposalsPanel) -> bool:
    viewport = panel.cards.viewport()
    place = QRect(widget.mapTo(viewport, QPoint()), widget.size())
    return widget.isVisible() and viewport.rect().contains(place)


def test_a_settled_card_stays_under_the_mouse(contested: MainWindow, qtbot: QtBot) -> None:
    panel = panel_at(contested, "p1")
    first = panel.conflicts[0].conflict

    qtbot.mouseClick(panel.conflicts[0].option(0), Qt.MouseButton.LeftButton)
    settle()

    assert [card.conflict for card in panel.conflicts[:1]] == [first]
    assert [card.is_open for card in panel.conflicts[:2]] == [False, True]


def test_a_provision_is_taken_in_hand_at_its_open_conflict(
    contested: MainWindow, qtbot: QtBot
) -> None:
    panel = panel_at(contested, "p1")
    qtbot.mouseClick(panel.conflicts[0].option(0), Qt.MouseButton.LeftButton)
    contested.session_side.desk.side.setSizes([560, 240])

    panel_at(contested, "p4")
    panel_at(contested, "p1")

    assert is_in_sight(panel.conflicts[1].option(0), panel)


def test_a_conflict_of_order_offers_orders_only(contested: MainWindow, qtbot: QtBot) -> None:
    card = panel_at(contested, "p2").conflicts[0]
    shown = [radio for radio in card.radios if radio.isVisible()]
    assert shown == [card.option(0), card.option(1)]

    qtbot.mouseClick(card.option(1), Qt.MouseButton.LeftButton)
    assert "data and forecasts and maps in" in text_of(contested, "p2")
    assert [radio.isChecked() for radio in shown] == [False, True]

    qtbot.mouseClick(card.option(0), Qt.MouseButton.LeftButton)
    assert "data and maps and forecasts in" in text_of(contested, "p2")
    assert [radio.isChecked() for radio in shown] == [True, False]


def test_the_choice_is_shown_when_fewer_are_on_than_it_was_made_for(
    contested: MainWindow, qtbot: QtBot
) -> None:
    panel = panel_at(contested, "p1")
    card = panel.conflicts[1]
    number = next(n for n in range(3) if "swamps" in card.words_shown(n))
    qtbot.mouseClick(card.option(number), Qt.MouseButton.LeftButton)

    controller_of(contested).execute(SwitchLayers(("fji",), False))

    card = panel.conflicts[1]
    (chosen,) = (n for n in range(3) if card.option(n).isChecked())
    assert "swamps" in card.words_shown(chosen)


def test_escape_gives_up_writing(contested: MainWindow, qtbot: QtBot) -> None:
    panel = panel_at(contested, "p1")
    card = panel.conflicts[0]
    qtbot.mouseClick(card.option(0), Qt.MouseButton.LeftButton)
    contested.activateWindow()
    qtbot.mouseClick(card.bridge, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.editor.isAncestorOf(focused()))
    qtbot.keyClicks(focused(), "all of it")

    qtbot.keyClick(focused(), Qt.Key.Key_Escape)

    assert card.editor.isHidden()
    assert card.option(0).isChecked()
    (ruling,) = controller_of(contested).workspace.session.rulings.values()
    assert ruling.how is RulingKind.OPTION


def test_the_place_for_the_chairs_text_comes_into_sight(
    contested: MainWindow, qtbot: QtBot
) -> None:
    panel = panel_at(contested, "p1")
    contested.session_side.desk.side.setSizes([520, 280])
    settle()
    card = panel.conflicts[0]

    panel.cards.ensureWidgetVisible(card.bridge)
    qtbot.mouseClick(card.bridge, Qt.MouseButton.LeftButton)
    settle()

    assert is_in_sight(card.editor, panel)


def test_the_next_pane_is_the_first_open_conflict(contested: MainWindow, qtbot: QtBot) -> None:
    panel = panel_at(contested, "p1")
    qtbot.mouseClick(panel.conflicts[0].option(0), Qt.MouseButton.LeftButton)
    contested.activateWindow()

    panel.take_focus()

    qtbot.waitUntil(lambda: panel.conflicts[1].option(0).hasFocus())


def test_keys_go_down_a_card_and_choose(contested: MainWindow, qtbot: QtBot) -> None:
    panel = panel_at(contested, "p1")
    panel_at(contested, "p2")
    panel_at(contested, "p1")
    card = panel.conflicts[0]
    contested.activateWindow()
    panel.take_focus()
    qtbot.waitUntil(card.option(0).hasFocus)

    visited = [focused()]
    for _ in range(4):
        qtbot.keyClick(focused(), Qt.Key.Key_Down)
        visited.append(focused())
    assert visited == [*(card.option(n) for n in range(3)), card.bracket, card.bridge]
    assert controller_of(contested).workspace.session.rulings == {}

    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    (ruling,) = controller_of(contested).workspace.session.rulings.values()
    assert ruling.how is RulingKind.BRACKET


def test_tab_goes_from_one_card_to_the_first_way_of_the_next(
    contested: MainWindow, qtbot: QtBot
) -> None:
    panel = panel_at(contested, "p1")
    contested.activateWindow()
    panel.take_focus()
    qtbot.waitUntil(panel.conflicts[0].option(0).hasFocus)

    qtbot.keyClick(focused(), Qt.Key.Key_Tab)

    assert focused() is panel.conflicts[1].option(0)
