"""A mark after the tag of those who said why they want a change."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from editor.negotiation.amendment import Amendment, AmendmentKind, Position, Sponsorship
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.note import Note
from editor.negotiation.provision import Provision, Stance
from editor.negotiation.session import Session
from editor.text.edit import Edit
from editor.ui.page.entries import entry_of
from editor.ui.page.page_view import PageView
from editor.ui.page.places import copied
from editor.ui.page.reason_marks import REASON_MARK
from editor.ui.page.span_words import span_words
from editor.ui.page.spans import Look, View
from tests.ui.page.windows import close, open_page

TEXT = "States should share data."


def session_with(*notes: Note, **changed: object) -> Session:
    """Canada deletes "should" and gives the reasons `notes`; `changed` is of its proposal."""
    wish = Amendment(
        "a1",
        "p1",
        edits=(Edit(7, 14, ""),),
        sponsorships=(Sponsorship("can"),),
        notes=tuple(each.id for each in notes),
    )
    return Session(
        delegations={
            CHAIR_ID: replace(CHAIR, layer_on=True),
            "can": Delegation("can", "CAN", "Canada", layer_on=True),
            "egy": Delegation("egy", "EGY", "Egypt", layer_on=True),
        },
        provisions={"p1": Provision("p1", 1, TEXT, "1"), "p2": Provision("p2", 2, TEXT, "2")},
        amendments={"a1": replace(wish, **changed)},  # type: ignore[arg-type]
        notes={each.id: each for each in notes},
    )


WHY = Note("n1", "It is done already.", delegation="can")


def written(session: Session, view: View = View.REDLINE) -> str:
    composition = compose(session)
    return entry_of(composition, composition.places[0], view).text


@pytest.mark.parametrize(
    ("session", "is_marked"),
    [
        (session_with(WHY), True),
        (session_with(replace(WHY, delegation=None)), True),
        (session_with(), False),
        (session_with(replace(WHY, delegation=CHAIR_ID)), False),
        (session_with(WHY, sponsorships=(Sponsorship(CHAIR_ID),)), False),
        (session_with(positions=(Position("egy", Stance.OPPOSE, "Why?", private=True),)), False),
    ],
    ids=["of the sponsor", "of nobody named", "none", "of the Chair", "Chair's text", "private"],
)
def test_reasons_of_delegations_are_marked(session: Session, is_marked: bool) -> None:
    assert (REASON_MARK in written(session)) is is_marked
    assert REASON_MARK not in written(session, View.CLEAN)


def test_a_tag_shared_by_two_proposals_is_marked_for_either() -> None:
    """Canada gives a reason for the first of two neighbouring changes only."""
    session = session_with(WHY)
    beside = Amendment("a2", "p1", edits=(Edit(14, 20, ""),), sponsorships=(Sponsorship("can"),))
    both = replace(session, amendments={**session.amendments, "a2": beside})

    assert written(both) == f"States should shareCAN{REASON_MARK} data."


def test_a_tag_is_not_marked_for_a_reason_of_the_change_before() -> None:
    """Canada gives a reason for one of two changes that stand apart."""
    session = session_with(WHY)
    apart = Amendment("a2", "p1", edits=(Edit(20, 24, "maps"),), sponsorships=(Sponsorship("can"),))
    both = replace(session, amendments={**session.amendments, "a2": apart})

    assert written(both).count(REASON_MARK) == 1


@pytest.mark.parametrize("view", [View.REDLINE, View.BRACKETS])
def test_in_brackets_the_option_with_a_reason_is_marked(view: View) -> None:
    session = session_with(WHY, edits=(Edit(7, 13, "shall"),))
    rival = Amendment("a2", "p1", edits=(Edit(7, 13, "must"),), sponsorships=(Sponsorship("egy"),))
    rivals = replace(session, amendments={**session.amendments, "a2": rival})

    assert f"CAN{REASON_MARK} / " in written(rivals, view)
    assert f"EGY{REASON_MARK}" not in written(rivals, view)


def test_a_wish_for_the_whole_provision_is_marked() -> None:
    session = session_with(
        WHY, kind=AmendmentKind.DELETE_PROVISION, edits=(), sponsorships=(Sponsorship("can"),)
    )
    rival = Amendment("a2", "p1", edits=(Edit(7, 13, "must"),), sponsorships=(Sponsorship("egy"),))
    contested = replace(session, amendments={**session.amendments, "a2": rival})

    assert written(contested).endswith(f"delete?{REASON_MARK}")


def test_the_mark_says_the_reason_and_is_no_word() -> None:
    session = session_with(WHY)
    composition = compose(session)
    spans = entry_of(composition, composition.places[0], View.REDLINE).spans
    mark = next(each for each in spans if each.look is Look.REASON)

    assert span_words(session, mark) == "reason given\nCAN: It is done already."
    assert REASON_MARK not in copied(spans, 0, 100)


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[PageView]:
    opened = open_page(session_with(WHY), tmp_path)
    yield opened
    QToolTip.hideText()
    close(opened)


def test_the_caret_at_the_mark_shows_the_reason_and_lets_go_of_it(page: PageView) -> None:
    before = page.document().firstBlock().text().index(REASON_MARK)
    for _ in range(before):
        QTest.keyClick(page, Qt.Key.Key_Right)
    assert page.textCursor().position() == before
    assert "reason given" not in page.accessibleDescription()

    QTest.keyClick(page, Qt.Key.Key_Right)

    assert page.accessibleDescription() == "reason given\nCAN: It is done already."
    assert QToolTip.text() == "reason given\nCAN: It is done already."

    QTest.keyClick(page, Qt.Key.Key_Home)
    QTest.qWait(400)

    assert page.accessibleDescription() == ""
    assert not QToolTip.isVisible()
