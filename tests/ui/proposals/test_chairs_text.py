"""The Chair's text: what it begins with, what it replaces, when it sleeps."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState, Sponsorship
from editor.negotiation.commands.proposing import Propose, SetState
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from editor.text.edit import Edit
from editor.ui.main_window import MainWindow
from editor.ui.proposals.conflict_card import ConflictCard
from editor.ui.proposals.proposals_panel import ProposalsPanel
from tests.ui.in_window import controller_of, session_of
from tests.ui.negotiations import TEXTS, edit, small_negotiation
from tests.ui.proposals.test_cards_in_place import panel_at, text_of

WHOLE = "Parties should train local staff."


def swaps(key: str, delegation: str, *pairs: tuple[str, str], provision: str = "p3") -> Amendment:
    """A proposal that puts other words in place of several."""
    text = TEXTS[provision]
    edits = (Edit(text.index(old), text.index(old) + len(old), new) for old, new in pairs)
    return Amendment(
        key, provision, edits=tuple(edits), sponsorships=(Sponsorship(delegation, 20),)
    )


def negotiation() -> Session:
    """In p3 Canada and Egypt want other words in the same two places, Norway something between
    them; in p4 Fiji deletes "early" with its space, Norway replaces it; in p5 Canada and Egypt
    would have another text."""
    session = small_negotiation()
    others = [
        swaps("b1", "can", ("train", "teach"), ("staff", "people")),
        swaps("b2", "egy", ("train", "coach"), ("staff", "experts")),
        swaps("b3", "nor", ("local", "regional")),
        swaps("b4", "fji", (" early", ""), provision="p4"),
        swaps("b5", "nor", ("early", "timely"), provision="p4"),
        *(
            Amendment(
                key,
                "p5",
                AmendmentKind.REPLACE_PROVISION,
                text=text,
                sponsorships=(Sponsorship(by, 20),),
            )
            for key, by, text in (("b6", "can", "Reports are welcome."), ("b7", "egy", "None."))
        ),
    ]
    amendments = {**session.amendments, **{each.id: each for each in others}}
    del amendments["a5"], amendments["a7"]
    return replace(session, amendments=amendments)


def opened(window: MainWindow, tmp_path: Path, session: Session) -> MainWindow:
    path = tmp_path / "chairs.rolling"
    SessionFile.create(path, session, "A. Tester").close()
    window.open(path)
    window.actions_.all_on.trigger()
    return window


@pytest.fixture
def chaired(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    return opened(empty_window, tmp_path, negotiation())


def switch(window: MainWindow, delegations: Iterable[str], on: bool) -> None:
    controller_of(window).execute(SwitchLayers(tuple(delegations), on))


def begun(panel: ProposalsPanel, qtbot: QtBot) -> ConflictCard:
    """The first card, with the place for the Chair's text open."""
    return _begun_on(panel.conflicts[0], qtbot)


def _begun_on(card: ConflictCard, qtbot: QtBot) -> ConflictCard:
    qtbot.mouseClick(card.bridge, Qt.MouseButton.LeftButton)
    assert card.editor.isVisible()
    return card


def field_of(card: ConflictCard) -> QPlainTextEdit:
    (field,) = card.editor.findChildren(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    return field


def write(card: ConflictCard, text: str, qtbot: QtBot) -> None:
    """By keys, over all that is there."""
    field = field_of(card)
    field.selectAll()
    qtbot.keyClicks(field, text)


def settle_with(card: ConflictCard, text: str, qtbot: QtBot) -> None:
    write(card, text, qtbot)
    qtbot.keyClick(field_of(card), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def settle_unchanged(card: ConflictCard, qtbot: QtBot) -> None:
    qtbot.keyClick(field_of(card), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_it_begins_with_all_the_words_that_it_replaces(chaired: MainWindow, qtbot: QtBot) -> None:
    switch(chaired, ["nor"], False)
    card = begun(panel_at(chaired, "p3"), qtbot)

    assert card.editor.text == "train local staff"
    assert card.editor.hint == "Replaces everything from “train” to “staff”"

    settle_unchanged(card, qtbot)
    assert text_of(chaired, "p3") == WHOLE


def test_in_one_place_it_replaces_the_words_in_conflict(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.all_on.trigger()
    card = begun(panel_at(window, "p1"), qtbot)

    assert card.editor.text == "draining"
    assert card.editor.hint == "Replaces all words in conflict"


def test_it_keeps_the_space_that_a_deletion_takes_away(chaired: MainWindow, qtbot: QtBot) -> None:
    switch(chaired, ["can"], False)
    card = begun(panel_at(chaired, "p4"), qtbot)
    assert card.editor.text == "early"

    settle_with(card, "prompt", qtbot)
    assert text_of(chaired, "p4") == "Parties should fund prompt warning."
    assert card.editor.text == "prompt"


def test_for_a_provision_it_begins_with_the_whole_text(chaired: MainWindow, qtbot: QtBot) -> None:
    card = begun(panel_at(chaired, "p5"), qtbot)

    assert card.editor.text == TEXTS["p5"]
    settle_with(card, "Parties should report.", qtbot)
    assert text_of(chaired, "p5") == "Parties should report."


def test_it_is_not_offered_where_it_has_no_place(empty_window: MainWindow, tmp_path: Path) -> None:
    """Canada's proposal excludes one in another provision: no text can replace both."""
    session = small_negotiation()
    apart = [
        replace(edit("a8", "p1", "fji", "wetlands", "bogs"), alternatives=("a9",)),
        edit("a9", "p2", "can", "good time", "haste"),
    ]
    amendments = {each.id: each for each in apart}
    opened(empty_window, tmp_path, replace(session, amendments=amendments))

    card = panel_at(empty_window, "p1").conflicts[0]
    assert card.option(0).isVisible()
    assert card.bridge.isHidden()


def test_a_text_that_does_not_stand_says_why(chaired: MainWindow, qtbot: QtBot) -> None:
    card = begun(panel_at(chaired, "p3"), qtbot)
    settle_with(card, "train all staff", qtbot)

    assert card.is_open
    assert card.remarks == (
        "Your text is kept, but does not stand: Norway proposes something within it.",
    )
    assert card.editor.text == "train all staff"


def test_a_text_stands_when_nothing_is_in_its_way_any_more(
    chaired: MainWindow, qtbot: QtBot
) -> None:
    card = begun(panel_at(chaired, "p3"), qtbot)
    settle_with(card, "train all staff", qtbot)

    switch(chaired, ["nor"], False)

    assert text_of(chaired, "p3") == "Parties should train all staff."
    assert card.remarks == ()


def test_an_earlier_text_sleeps_on_the_card_and_is_begun_with(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_.all_on.trigger()
    panel = panel_at(window, "p1")
    settle_with(begun(panel, qtbot), "ruin", qtbot)
    _propose_a_third(window)

    card = panel_at(window, "p1").conflicts[0]
    assert card.is_open
    assert card.remarks == (
        "An earlier decision sleeps: “ruin”. Norway proposes something within it.",
    )
    assert begun(panel, qtbot).editor.text == "ruin"


def test_a_text_sleeps_where_another_text_of_the_chair_stands(
    chaired: MainWindow, qtbot: QtBot
) -> None:
    switch(chaired, ["nor", "fji"], False)
    settle_with(begun(panel_at(chaired, "p3"), qtbot), "instruct everybody", qtbot)
    rural = swaps("b8", "fji", ("local", "rural"))
    controller_of(chaired).execute(Propose("fji", (rural,)))
    switch(chaired, ["nor", "fji"], True)
    panel = panel_at(chaired, "p3")
    around, within = panel.conflicts[:2]
    assert around.remarks

    settle_with(_begun_on(within, qtbot), "some", qtbot)

    assert around.remarks == (
        "Your text is kept, but does not stand: another text of yours stands within it.",
    )


def test_an_earlier_choice_sleeps_on_the_card(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.all_on.trigger()
    panel = panel_at(window, "p1")
    qtbot.mouseClick(panel.conflicts[0].option(1), Qt.MouseButton.LeftButton)
    _propose_a_third(window)

    assert panel.conflicts[0].remarks == ("An earlier decision sleeps: “loss” (EGY)",)
    assert begun(panel, qtbot).editor.text == "draining"

    (take_back,) = panel.conflicts[0].sleeping.buttons
    qtbot.mouseClick(take_back, Qt.MouseButton.LeftButton)

    assert not panel.conflicts[0].remarks
    window.actions_.undo.trigger()
    assert len(panel.conflicts[0].remarks) == 1


def test_a_decision_without_a_conflict_sleeps_on_the_panel(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_.all_on.trigger()
    panel = panel_at(window, "p1")
    qtbot.mouseClick(panel.conflicts[0].option(2), Qt.MouseButton.LeftButton)
    assert panel.sleeping.isHidden()

    switch(window, ["egy"], False)

    assert panel.sleeping.isVisible()
    assert panel.sleeping.words == ("An earlier decision sleeps: keep the base",)
    panel_at(window, "p2")
    assert panel.sleeping.isHidden()

    panel_at(window, "p1")
    (take_back,) = panel.sleeping.buttons
    qtbot.mouseClick(take_back, Qt.MouseButton.LeftButton)

    assert panel.sleeping.isHidden()
    assert not session_of(window).rulings


def test_a_decision_on_what_was_replaced_sleeps_where_it_was(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Both rivals are withdrawn; two others want something in the same place."""
    window.actions_.all_on.trigger()
    panel = panel_at(window, "p1")
    settle_with(begun(panel, qtbot), "ruin", qtbot)
    controller = controller_of(window)
    controller.execute(SetState(("a1", "a2"), AmendmentState.WITHDRAWN))
    for key, delegation, new in (("a21", "fji", "harm"), ("a22", "nor", "hurt")):
        controller.execute(Propose(delegation, (edit(key, "p1", delegation, "draining", new),)))

    assert panel.conflicts[0].remarks == ("An earlier decision sleeps: “ruin”",)


def test_what_is_being_written_is_there_when_the_chair_comes_back(
    chaired: MainWindow, qtbot: QtBot
) -> None:
    panel = panel_at(chaired, "p3")
    write(begun(panel, qtbot), "train everybody", qtbot)

    panel_at(chaired, "p1")
    assert panel.conflicts[0].editor.isHidden()
    panel_at(chaired, "p3")

    card = panel.conflicts[0]
    assert card.editor.isVisible()
    assert card.bridge.isChecked()
    assert card.editor.text == "train everybody"


def test_what_is_being_written_outlives_a_switch(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.all_on.trigger()
    panel = panel_at(window, "p1")
    write(begun(panel, qtbot), "ruin", qtbot)
    before = panel.conflicts[0].conflict

    _propose_a_third(window)

    card = panel.conflicts[0]
    assert card.conflict != before
    assert card.editor.isVisible()
    assert card.editor.text == "ruin"


def test_what_was_given_up_or_settled_is_not_begun_with(chaired: MainWindow, qtbot: QtBot) -> None:
    panel = panel_at(chaired, "p1")
    card = begun(panel, qtbot)
    write(card, "ruin", qtbot)
    qtbot.keyClick(field_of(card), Qt.Key.Key_Escape)
    assert begun(panel, qtbot).editor.text == "draining"

    write(card, "ruin", qtbot)
    qtbot.mouseClick(card.option(0), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.undo, Qt.MouseButton.LeftButton)
    assert card.editor.isHidden()
    assert begun(panel, qtbot).editor.text == "draining"


def test_a_card_says_when_it_cannot_list_all_options(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    """Twenty-five rivals for one word, one for more than that, one for its end only."""
    session = small_negotiation()
    rivals = [edit(f"a{100 + n}", "p1", "can", "draining", f"word{n}") for n in range(25)]
    all_of_it = edit("a99", "p1", "egy", "the draining of wetlands", "harm")
    far = edit("a98", "p1", "fji", "wetlands", "bogs")
    amendments = {each.id: each for each in (*rivals, all_of_it, far)}
    opened(empty_window, tmp_path, replace(session, amendments=amendments))

    card = panel_at(empty_window, "p1").conflicts[0]

    assert card.remarks == ("Too many ways to combine them: one text for each proposal is listed.",)


def _propose_a_third(window: MainWindow) -> None:
    """Norway joins the conflict in p1."""
    controller_of(window).execute(Propose("nor", (edit("a23", "p1", "nor", "draining", "harm"),)))
