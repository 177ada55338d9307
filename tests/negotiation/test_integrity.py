"""What must hold between the rows of a session, and how its breach is named."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from editor.negotiation.amendment import (
    Amendment,
    AmendmentKind,
    AmendmentState,
    Position,
    Sponsorship,
)
from editor.negotiation.delegation import CHAIR, Delegation, DelegationKind
from editor.negotiation.integrity import Fault, faults
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.provision import BasePosition, Mark, MarkKind, Provision, Stance
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Decision, Session
from editor.negotiation.unread import Unread
from editor.text.edit import Edit
from tests.strategies import sessions

SOUND = Session(
    delegations={"chair": CHAIR, "d1": Delegation("d1", "CA", "Canada")},
    provisions={"p1": Provision("p1", 1, "States shall act.")},
    amendments={
        "a1": Amendment(
            "a1", "p1", edits=(Edit(7, 12, "should"),), sponsorships=(Sponsorship("d1"),)
        )
    },
    rulings={"r1": Ruling("r1", frozenset({"a1"}), RulingKind.BRIDGE, text="may wish to")},
)


def with_amendment(amendment: Amendment) -> Session:
    return replace(SOUND, amendments={**SOUND.amendments, amendment.id: amendment})


def with_provision(**fields: Any) -> Session:
    row = replace(Provision("p2", 2, "Ten chars."), **fields)
    return replace(SOUND, provisions={**SOUND.provisions, "p2": row})


@pytest.mark.laws
@given(sessions())
def test_the_random_sessions_of_the_tests_are_sound(session: Session) -> None:
    assert list(faults(session)) == []


@pytest.mark.parametrize(
    ("session", "fault"),
    [
        (replace(SOUND, headings={}), Fault("no_heading", "headings", "heading")),
        (
            replace(SOUND, delegations={"d1": SOUND.delegations["d1"]}),
            Fault("no_chair", "delegations", "chair"),
        ),
        (
            replace(
                SOUND,
                delegations={
                    "chair": replace(CHAIR, kind=DelegationKind.STATE),
                    "d1": SOUND.delegations["d1"],
                },
            ),
            Fault("no_chair", "delegations", "chair"),
        ),
        (
            replace(SOUND, provisions={**SOUND.provisions, "x": SOUND.provisions["p1"]}),
            Fault("wrong_key", "provisions", "x"),
        ),
        (
            with_provision(section="p9"),
            Fault("unknown_provision", "provisions", "p2", "section", "p9"),
        ),
        (
            with_provision(amendment="a9"),
            Fault("unknown_amendment", "provisions", "p2", "amendment", "a9"),
        ),
        (
            with_provision(amendment="a1", proposed_by="d9"),
            Fault("unknown_delegation", "provisions", "p2", "proposed_by", "d9"),
        ),
        (
            with_provision(pending_on=("d1", "d9")),
            Fault("unknown_delegation", "provisions", "p2", "pending_on[1]", "d9"),
        ),
        (
            with_provision(marks=(Mark(MarkKind.ITALIC, 5, 11),)),
            Fault("outside_text", "provisions", "p2", "marks[0]", "5-11"),
        ),
        (
            with_provision(marks=(Mark(MarkKind.NOTE, 5, 5, "n9"),)),
            Fault("unknown_note", "provisions", "p2", "marks[0].note", "n9"),
        ),
        (
            with_provision(positions=(BasePosition("d1", 8, 3, Stance.OPPOSE),)),
            Fault("outside_text", "provisions", "p2", "positions[0]", "8-3"),
        ),
        (
            with_amendment(Amendment("a2", "p1", AmendmentKind.JOIN, provisions=("p1", "p9"))),
            Fault("unknown_provision", "amendments", "a2", "provisions[1]", "p9"),
        ),
        (
            with_amendment(Amendment("a2", "p1", AmendmentKind.MOVE)),
            Fault("missing_field", "amendments", "a2", "after", "move"),
        ),
        (
            with_amendment(Amendment("a2", "p1", positions=(Position("d9", Stance.SUPPORT),))),
            Fault("unknown_delegation", "amendments", "a2", "positions[0].delegation", "d9"),
        ),
        (
            with_amendment(Amendment("a2", "p1", edits=(Edit(5, 4, ""),), target="a1")),
            Fault("outside_text", "amendments", "a2", "edits[0]", "5-4"),
        ),
        (
            with_amendment(Amendment("a1", "p1", target="a1")),
            Fault("circular_target", "amendments", "a1", "target", "a1"),
        ),
        (
            with_amendment(Amendment("a2", "p1", edits=(Edit(0, 8, ""), Edit(4, 9, "x")))),
            Fault("overlapping_edits", "amendments", "a2", "edits[1]", "4-9"),
        ),
        (
            replace(SOUND, notes={"n1": Note("n1", "", anchor=NoteAnchor("", "a9"))}),
            Fault("unknown_amendment", "notes", "n1", "anchor.amendment", "a9"),
        ),
        (
            replace(SOUND, unread={"u1": Unread("u1", "?", "", "p9")}),
            Fault("unknown_provision", "unread", "u1", "provision", "p9"),
        ),
        (
            replace(SOUND, decisions={"a9": Decision("a9", True)}),
            Fault("unknown_amendment", "decisions", "a9", "amendment", "a9"),
        ),
    ],
)
def test_a_breach_is_named_with_its_place(session: Session, fault: Fault) -> None:
    assert list(faults(session)) == [fault]


def test_a_sound_session_has_none() -> None:
    assert list(faults(SOUND)) == []


def test_what_is_parked_may_name_delegations_that_left() -> None:
    gone = (Sponsorship("d9"),)
    parked = Amendment("a2", "p1", sponsorships=gone, state=AmendmentState.PARKED)
    assert list(faults(with_amendment(parked))) == []
    assert list(faults(with_amendment(replace(parked, state=AmendmentState.PROPOSED))))


def test_an_amendment_to_words_that_are_shorter_now_sleeps_and_is_sound() -> None:
    for target in ("a1", "r1"):
        longer = Amendment("a2", "p1", edits=(Edit(0, 99, ""),), target=target)
        assert list(faults(with_amendment(longer))) == []


def test_a_ruling_may_name_amendments_that_are_gone() -> None:
    ruling = Ruling("r2", frozenset({"a1", "a9"}), RulingKind.BASE)
    assert list(faults(replace(SOUND, rulings={"r2": ruling}))) == []
