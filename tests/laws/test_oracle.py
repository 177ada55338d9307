"""The fast engine against the slow obvious one."""

from hypothesis import given, note

from editor.negotiation.composition import compose
from editor.negotiation.session import Session
from tests.laws.agreement import agree
from tests.laws.narration import narrated
from tests.laws.strategies import WORDS_ONLY, Shape, sessions


def check(session: Session) -> None:
    note(narrated(session))
    agree(session, compose(session))


@given(sessions(WORDS_ONLY))
def test_rival_words(session: Session) -> None:
    check(session)


@given(sessions(Shape(structure=False, inner=False)))
def test_rulings_on_words(session: Session) -> None:
    check(session)


@given(sessions(Shape(structure=False)))
def test_amendments_to_amendments(session: Session) -> None:
    check(session)


@given(sessions(Shape(inner=False)))
def test_structure(session: Session) -> None:
    check(session)


@given(sessions(Shape(delegations=8, amendments=10)))
def test_everything_together(session: Session) -> None:
    check(session)
