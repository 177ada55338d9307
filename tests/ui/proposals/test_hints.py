"""Hints: listed beside the page, marked on it, and gone to."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from editor.negotiation.amendment import Amendment, Sponsorship
from editor.negotiation.composition import Composition, compose
from editor.negotiation.conflict import HintKind
from editor.negotiation.delegation import Delegation
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.text.edit import Edit
from editor.ui.main_window import MainWindow
from editor.ui.page.spans import View
from editor.ui.proposals.hint_facts import hints_on
from tests.ui.in_window import controller_of


def composed(text: str, *edits: tuple[str, str]) -> Composition:
    """`text` with the first of each pair replaced by the second, each by a delegation of its
    own."""
    amendments = {}
    for number, (old, new) in enumerate(edits):
        start = text.index(old)
        edit = Edit(start, start + len(old), new)
        key = f"a{number}"
        voices = (Sponsorship(f"d{number}"),)
        amendments[key] = Amendment(key, "p1", edits=(edit,), sponsorships=voices)
    return compose(
        Session(
            delegations={
                f"d{n}": Delegation(f"d{n}", f"D{n}", f"State {n}", layer_on=True)
                for n in range(len(edits))
            },
            provisions={"p1": Provision("p1", 1, text, "1")},
            amendments=amendments,
        )
    )


def words_on(composition: Composition) -> list[str]:
    return [each.words for each in hints_on(composition, "p1")]


@pytest.mark.parametrize(
    ("composition", "kind", "words"),
    [
        (
            composed("States should consider acting.", ("should ", ""), ("consider ", "")),
            HintKind.SEAM,
            "Changes meet: “States acting”",
        ),
        (
            composed("Draw up a plan now.", ("plan", "offer")),
            HintKind.ARTICLE,
            "“a” or “an”: “up a offer”",
        ),
        (
            composed("Share the new data.", ("new", "the")),
            HintKind.DOUBLED_WORD,
            "Twice the same word: “Share the the data”",
        ),
        (
            composed("Share data, maps and names.", ("maps", ", charts")),
            HintKind.PUNCTUATION,
            "Punctuation or spaces: “data, , charts”",
        ),
        (
            composed("Share data with all.", ("with", "The")),
            HintKind.CAPITAL,
            "Capital letter: “data The all”",
        ),
    ],
)
def test_each_kind_of_hint_is_worded(composition: Composition, kind: HintKind, words: str) -> None:
    assert kind in [each.kind for each in composition.hints("p1")]
    assert words in words_on(composition)


def test_where_everything_is_deleted_nothing_reads_wrong() -> None:
    assert words_on(composed("Share data.", ("Share ", ""), ("data.", ""))) == []


@pytest.mark.parametrize(
    "edit", [Edit(5, 5, " old"), Edit(9, 9, " again"), Edit(0, 5, ""), Edit(5, 9, " books")]
)
def test_words_put_into_those_of_others_do_not_merely_meet_them(edit: Edit) -> None:
    session = composed("Share data.", ("data", "data, maps")).session
    (wish,) = session.amendments.values()
    wish = replace(wish, edits=(Edit(10, 10, " now, then"),))
    inner = Amendment("b", "p1", edits=(edit,), target=wish.id, sponsorships=(Sponsorship("e"),))
    others = {**session.delegations, "e": Delegation("e", "E", "Elsewhere", layer_on=True)}
    amended = replace(session, delegations=others, amendments={wish.id: wish, "b": inner})

    composition = compose(amended)

    assert not composition.asleep
    assert "now, then" not in composition.provision("p1").text
    assert HintKind.SEAM not in [each.kind for each in composition.hints("p1")]


def test_hints_stand_in_the_order_of_the_words() -> None:
    composition = composed("Draw a plan for the new data.", ("plan", "offer"), ("new", "the"))

    starts = [each.start for each in hints_on(composition, "p1")]

    assert len(starts) == 2
    assert starts == sorted(starts)


def text_of(window: MainWindow, provision: str) -> str:
    return controller_of(window).workspace.composition.provision(provision).text


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def selected(window: MainWindow) -> str:
    return window.session_side.desk.page.textCursor().selectedText()


@pytest.fixture
def touching(window: MainWindow) -> MainWindow:
    """All layers on: in p2 the insertions of Fiji and Norway touch."""
    window.actions_.all_on.trigger()
    controller_of(window).go_to("p2")
    settle()
    return window


def test_a_hint_is_listed_and_chosen_with_the_keyboard(touching: MainWindow) -> None:
    desk = touching.session_side.desk
    desk.page.set_view(View.CLEAN)
    [button] = desk.proposals.hints.buttons
    text = text_of(touching, "p2")

    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)

    assert button.accessibleName() == f"Changes meet: “{selected(touching)}”"
    assert selected(touching) in text
    assert desk.page.hasFocus()
    assert text_of(touching, "p2") == text


def test_nothing_is_listed_where_nothing_meets(touching: MainWindow) -> None:
    controller_of(touching).go_to("p5")
    settle()

    assert touching.session_side.desk.proposals.hints.isHidden()


def test_f7_goes_to_the_hint_from_anywhere_and_says_when_there_is_none(
    touching: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = touching.session_side.desk
    for key in ("next_hint", "previous_hint"):
        controller_of(touching).go_to("p5")
        getattr(touching.actions_, key).trigger()
        assert desk.page.provision_in_hand == "p2"
        assert selected(touching)

    touching.actions_.all_off.trigger()
    settle()
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _page: said.append(words))
    touching.actions_.next_hint.trigger()

    assert ["no hint" in words for words in said] == [True]
