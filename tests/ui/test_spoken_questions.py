"""Positions and amendments, from the page and from the cards, by mouse and keys."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.proposing import Propose
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.provision import BasePosition, Stance
from editor.text.edit import Edit
from editor.ui.dialogs.amend_dialog import AmendDialog
from editor.ui.dialogs.base_position_dialog import BasePositionDialog
from editor.ui.dialogs.form import Form
from editor.ui.dialogs.position_dialog import PositionDialog
from editor.ui.main_window import MainWindow
from editor.ui.proposals.proposal_card import ProposalCard
from tests.ui.in_window import controller_of, session_of

Dialog = TypeVar("Dialog", bound=Form)


def _text(window: MainWindow, provision: str) -> str:
    return controller_of(window).workspace.composition.provision(provision).text


def _answering(kind: type[Dialog], fill: Callable[[Dialog], object]) -> None:
    """Fill in the dialog that opens next, and accept it."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        fill(dialog)
        dialog.accept_button.click()

    QTimer.singleShot(0, answer)


def _select(window: MainWindow, provision: str, words: str) -> None:
    controller_of(window).go_to(provision)
    page = window.session_side.desk.page
    cursor = page.textCursor()
    start = cursor.block().position() + cursor.block().text().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    page.setFocus()


def _card(window: MainWindow, provision: str, amendment: str) -> ProposalCard:
    controller_of(window).go_to(provision)
    cards = window.session_side.desk.proposals.proposals
    return next(c for c in cards if c.amendment == amendment and not c.isHidden())


def _menu_of(card: ProposalCard) -> dict[str, QMenu | Callable[[], None]]:
    menu = card.menu_button.menu()
    menu.aboutToShow.emit()
    found: dict[str, QMenu | Callable[[], None]] = {}
    for action in menu.actions():
        inner = action.menu()
        key = action.text().replace("&", "")
        found[key] = inner if isinstance(inner, QMenu) else action.trigger
    return found


def _trigger(card: ProposalCard, words: str) -> None:
    chosen = _menu_of(card)[words]
    assert not isinstance(chosen, QMenu)
    chosen()


def _choices(card: ProposalCard, words: str) -> dict[str, bool]:
    menu = _menu_of(card)[words]
    assert isinstance(menu, QMenu)
    return {each.text(): each.isChecked() for each in menu.actions() if each.text()}


def _choose(card: ProposalCard, words: str, choice: str) -> None:
    menu = _menu_of(card)[words]
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.text() == choice).trigger()


def _remarks(window: MainWindow) -> str:
    return window.session_side.desk.proposals._remarks.text()


def test_a_position_on_the_words_selected_is_recorded_by_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    _select(window, "p1", "prevent")
    page = window.session_side.desk.page

    def oppose(dialog: BasePositionDialog) -> None:
        dialog.stance.setCurrentIndex(dialog.stance.findData(Stance.OPPOSE))
        dialog.note.setText("too strong")
        dialog.private.setChecked(True)

    _answering(BasePositionDialog, oppose)
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page, Qt.Key.Key_O, ctrl_shift)

    said = BasePosition("can", 15, 22, Stance.OPPOSE, "too strong", True)
    assert session_of(window).provisions["p1"].positions == (said,)
    assert "CAN opposes “prevent” — too strong (private)" in _remarks(window)
    window.actions_.undo.trigger()
    assert session_of(window).provisions["p1"].positions == ()


def test_without_a_selection_it_is_on_the_whole_provision(window: MainWindow) -> None:
    controller_of(window).go_to("p3")
    _answering(BasePositionDialog, lambda _: None)
    window.actions_.record_position.trigger()

    length = len(session_of(window).provisions["p3"].text)
    (said,) = session_of(window).provisions["p3"].positions
    assert said == BasePosition("can", 0, length, Stance.SUPPORT)
    assert "CAN retains the provision" in _remarks(window)


def test_on_a_proposed_provision_it_is_on_the_proposal(window: MainWindow) -> None:
    window.actions_.all_on.trigger()
    controller_of(window).go_to("pn1")
    _answering(PositionDialog, lambda _: None)
    window.actions_.record_position.trigger()

    (said,) = session_of(window).amendments["n1"].positions
    assert (said.delegation, said.stance) == ("can", Stance.SUPPORT)


def test_it_is_said_why_a_position_has_no_words(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _page: said.append(words))
    window.actions_.all_on.trigger()
    _select(window, "p2", "and maps")
    window.actions_.record_position.trigger()
    window.session_side.desk.page.selectAll()
    window.actions_.record_position.trigger()
    assert said == [
        "No base words are selected; a position on a proposal is recorded on its card.",
        "Select words of one provision; a position is on one.",
    ]


@pytest.mark.parametrize("reason", QContextMenuEvent.Reason)
def test_the_page_has_a_menu_that_leaves_the_selection(
    window: MainWindow, qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    if reason is QContextMenuEvent.Reason.Other:
        return
    _select(window, "p1", "prevent")
    page = window.session_side.desk.page
    where = page.cursorRect().center()
    event = QContextMenuEvent(reason, where, page.viewport().mapToGlobal(where))
    QApplication.sendEvent(page.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert window.actions_.record_position in menu.actions()
    menu.close()
    assert page.textCursor().selectedText() == "prevent"


def test_outside_the_selection_the_menu_takes_the_caret_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    _select(window, "p1", "prevent")
    page = window.session_side.desk.page
    below = page.cursorRect(QTextCursor(page.document().findBlockByNumber(3))).center()
    page.customContextMenuRequested.emit(QPoint(below))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert (page.textCursor().hasSelection(), page.provision_in_hand) == (False, "p3")


def test_a_proposal_is_amended_by_whoever_is_speaking(window: MainWindow) -> None:
    window.actions_.all_on.trigger()
    window.session_side.desk.top_bar.choose_speaker("egy")
    before = session_of(window).amendments
    _answering(AmendDialog, lambda dialog: dialog.words[0].setPlainText("and old maps"))
    _trigger(_card(window, "p2", "a3"), "Amend…")

    (made,) = session_of(window).amendments.keys() - before.keys()
    assert session_of(window).amendments[made].sponsors == ("egy",)
    assert " and old maps " in f"{_text(window, 'p2')} "
    assert "Amended by EGY" in _card(window, "p2", "a3").state_shown

    controller_of(window).execute(SwitchLayers(("fji",), False))
    assert _card(window, "p2", made).state_shown.startswith("Asleep")
    window.actions_.undo.trigger()
    window.actions_.undo.trigger()
    assert session_of(window).amendments == before


def test_what_inserts_no_words_is_not_amended(window: MainWindow) -> None:
    deletion = Amendment("", "p3", edits=(Edit(15, 21, ""),))
    controller_of(window).execute(Propose("can", (deletion,)))
    (made,) = (
        each.id
        for each in session_of(window).amendments.values()
        if each.provision == "p3" and each.id not in ("a5", "a7")
    )
    assert "Amend…" not in _menu_of(_card(window, "p3", made))
    assert "Amend…" in _menu_of(_card(window, "p3", "a5"))


def test_a_wish_is_ranked_before_its_rivals(window: MainWindow) -> None:
    """Canada proposes two other words in the same place."""
    for words in ("drying", "ruin"):
        wish = Amendment("", "p1", edits=(Edit(27, 35, words),))
        controller_of(window).execute(Propose("can", (wish,)))
    controller_of(window).execute(
        Propose("nor", (Amendment("", "p3", edits=(Edit(0, 7, "All"),)),))
    )
    of = {e.edits[0].text: e.id for e in session_of(window).amendments.values() if e.edits}
    assert "Choice of Canada" not in _menu_of(_card(window, "p3", of["All"]))
    card = _card(window, "p1", of["drying"])
    assert _choices(card, "Choice of Canada") == {"First choice": False, "&Not Ranked": False}

    _choose(card, "Choice of Canada", "First choice")
    assert _card(window, "p1", of["drying"]).state_shown == "First choice of CAN"
    second = _card(window, "p1", of["ruin"])
    assert _choices(second, "Choice of Canada") == {
        "First choice": False,
        "Second choice": False,
        "&Not Ranked": False,
    }
    _choose(second, "Choice of Canada", "First choice")
    assert _card(window, "p1", of["drying"]).state_shown == "Second choice of CAN"
    assert _choices(_card(window, "p1", of["drying"]), "Choice of Canada")["Second choice"]

    _choose(_card(window, "p1", of["ruin"]), "Choice of Canada", "&Not Ranked")
    assert session_of(window).amendments[of["drying"]].rank_for("can") == 1
    window.actions_.undo.trigger()
    assert session_of(window).amendments[of["ruin"]].rank_for("can") == 1
