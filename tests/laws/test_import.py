"""Law 2, the half of the import: whatever a delegation wants instead of whatever the base is,
its layer alone gives exactly that, and no layer gives the base."""

import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editor.app.switching import Switches, switched
from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.open_source import read_source
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.integrity import faults
from editor.negotiation.patch import patched
from editor.negotiation.session import Decision, ImportedFile, Session

ENDS = st.sampled_from(("\n", "\r\n", "\r", "\n\n", "\n \t\n"))
WORDS = st.sampled_from(
    ("a", "b", "c", " ", "  ", ".", ",", "the", "café", "cafe\u0301", "é", "各", "👩‍👧")
)
FREE = st.lists(WORDS, min_size=1, max_size=8).map("".join)
REPEATED = st.sampled_from(
    ("The Parties shall act.", "The Parties act.", "They report.", "(a) They")
)
PARAGRAPHS = st.lists(FREE | REPEATED, max_size=6)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A text as some system and some keyboard writes it."""
    return "".join(each + draw(ENDS) for each in draw(PARAGRAPHS))


def lines(text: str) -> list[str]:
    """What the paragraphs of a plain text are, by its definition."""
    broken = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [unicodedata.normalize("NFC", each) for each in broken if each.strip()]


def started(base: str) -> Session:
    """A session with `base` brought in, and two delegations."""
    session = Session(
        delegations={
            CHAIR_ID: CHAIR,
            "x": Delegation("x", "X", "Xanadu"),
            "y": Delegation("y", "Y", "Ys"),
        }
    )
    file = ImportedFile("f1", "base.txt", "0")
    return patched(session, base_text_patch(session, read_source(base.encode(), "base.txt"), file))


def with_layer(session: Session, delegation: str, text: str) -> Session:
    file = ImportedFile(f"f{len(session.files) + 1}", "layer.txt", "0")
    return patched(
        session,
        alternative_patch(session, delegation, read_source(text.encode(), "layer.txt"), file),
    )


def composed(session: Session, *on: str) -> list[str]:
    switches = Switches.only(on) if on else Switches.none()
    return list(compose(switched(session, switches)).paragraphs)


@given(documents(), documents())
def test_one_layer_gives_its_text_and_none_the_base(base: str, wanted: str) -> None:
    session = with_layer(started(base), "x", wanted)
    assert composed(session, "x") == lines(wanted)
    assert composed(session) == lines(base)
    assert list(faults(session)) == []


@given(documents(), documents(), documents())
def test_each_layer_gives_its_own_whatever_the_other_is(base: str, one: str, other: str) -> None:
    session = with_layer(with_layer(started(base), "x", one), "y", other)
    assert composed(session, "x") == lines(one)
    assert composed(session, "y") == lines(other)
    assert composed(session) == lines(base)
    assert list(faults(session)) == []


@given(documents(), documents(), documents())
def test_a_later_submission_replaces_the_earlier_one(base: str, first: str, second: str) -> None:
    """Rule 11."""
    earlier = with_layer(started(base), "x", first)
    decided = replace(
        earlier, decisions={each: Decision(each, True) for each in earlier.amendments}
    )
    session = with_layer(decided, "x", second)
    assert composed(session, "x") == lines(second)
    assert earlier.amendments.keys() <= session.amendments.keys()
    for key in earlier.amendments:
        assert session.amendments[key].state in (
            AmendmentState.PROPOSED,
            AmendmentState.SUPERSEDED,
        )
        assert key in session.decisions
    for key in session.amendments.keys() - earlier.amendments.keys():
        assert session.amendments[key].is_new == bool(earlier.amendments)
    assert list(faults(session)) == []


@given(documents(), documents())
def test_the_same_submission_again_changes_no_proposal(base: str, wanted: str) -> None:
    once = with_layer(started(base), "x", wanted)
    again = with_layer(once, "x", wanted)
    assert again.amendments == once.amendments
    assert again.provisions == once.provisions
