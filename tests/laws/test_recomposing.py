"""Stale neighbours: what a patch reaches beyond the provision it names."""

from dataclasses import replace

from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.ruling_on import Rule, Unrule
from editor.negotiation.commands.switching import Decide, SwitchLayers
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.patch import Patch, patched
from editor.negotiation.ruling import RulingKind
from editor.negotiation.session import Session
from tests.laws.cases import negotiation, structural, swap, words

TEXTS = ["One.", "Two.", "Three."]


def read(composed: Composition) -> list[object]:
    """All there is to read, so that whatever is kept for later has been written."""
    base = [composed.provision(each) for each in composed.session.base_order]
    return [*base, composed.places, composed.paragraphs, composed.conflicts]


def check(session: Session, *commands: Command) -> None:
    """Each command, and then each way back, recomposed as if composed."""
    composed = compose(session)
    read(composed)
    back: list[Patch] = []
    for command in commands:
        patch = command.plan(session)
        assert patch
        back.append(patch.reverse)
        session = patched(session, patch)
        composed = recompose(composed, session, patch)
        assert read(composed) == read(compose(session))
    for patch in reversed(back):
        session = patched(session, patch)
        composed = recompose(composed, session, patch)
        assert read(composed) == read(compose(session))


def test_a_joined_text_reaches_all_that_it_joins() -> None:
    join = structural("J", AmendmentKind.JOIN, provisions=("p0", "p1", "p2"), text="All.")
    inside = replace(words("I", swap("Two.", "Two", "Second")), provision="p1")
    session = negotiation(TEXTS, join, inside)
    check(session, SwitchLayers(("J",), False), SwitchLayers(("I",), False))
    check(session, SwitchLayers(("I",), False), Decide(("J",), False))


def test_alternatives_across_provisions_reach_each_other() -> None:
    here = replace(words("A", swap("One.", "One", "First")), alternatives=("B",))
    there = replace(words("B", swap("Two.", "Two", "Second")), provision="p1")
    session = negotiation(TEXTS, here, there)
    assert compose(session).provision("p1").text == "[Second / Two]."
    check(session, SwitchLayers(("A",), False))
    check(session, SwitchLayers(("B",), False))


def test_moves_new_provisions_and_dropped_breaks_come_and_go() -> None:
    session = negotiation(
        TEXTS,
        structural("M", AmendmentKind.MOVE, after="p2"),
        structural("N", AmendmentKind.NEW_PROVISION, "n", text="New.", after="p1"),
        structural("J", AmendmentKind.JOIN, "p1", provisions=("p1", "p2")),
    )
    for each in "MNJ":
        check(session, SwitchLayers((each,), False))
        check(session, Decide((each,), False), Decide((each,), None))


def test_rulings_reach_all_their_provisions() -> None:
    here = replace(words("A", swap("One.", "One", "First")), alternatives=("B",))
    there = replace(words("B", swap("Two.", "Two", "Second")), provision="p1")
    session = negotiation(TEXTS, here, there)
    both = frozenset("AB")
    check(session, Rule(both, RulingKind.BASE), Unrule("r1"))
    check(session, Rule(both, RulingKind.OPTION, ("A",)), Rule(both, RulingKind.BRACKET))


def test_another_bridging_text_moves_what_amends_it() -> None:
    """The words amended stand elsewhere in the new text, or not at all."""
    rivals = [words("A", swap("One.", "One", "First")), words("B", swap("One.", "One", "I"))]
    inner = words("I", swap("Former then", " then", " now"), target="r1")
    session = negotiation(TEXTS, *rivals, inner)
    both = frozenset("AB")
    check(
        session,
        Rule(both, RulingKind.BRIDGE, text="Former then"),
        Rule(both, RulingKind.BRIDGE, text="Earlier"),
        Rule(both, RulingKind.BASE),
        SwitchLayers(("B",), False),
    )
    ruled = patched(session, Rule(both, RulingKind.BRIDGE, text="Former then").plan(session))
    assert compose(ruled).provision("p0").text == "Former now."
    check(ruled, Unrule("r1"))
    check(ruled, SwitchLayers(("I",), False), SwitchLayers(("A",), False))
