"""What a delegation says of base words, by hand."""

from dataclasses import replace

import pytest

from editor.errors import KnownError
from editor.negotiation.commands.base_positions import TakeBasePosition
from editor.negotiation.patch import patched
from editor.negotiation.provision import BasePosition, Stance
from editor.negotiation.session import Session
from tests.ui.negotiations import small_negotiation


def _done(session: Session, *commands: TakeBasePosition) -> tuple[BasePosition, ...]:
    for each in commands:
        session = patched(session, each.plan(session))
    return session.provisions["p1"].positions


def test_a_position_is_on_its_words_and_replaces_the_one_on_the_same() -> None:
    said = _done(
        small_negotiation(),
        TakeBasePosition("p1", 8, 14, "can", Stance.SUPPORT),
        TakeBasePosition("p1", 8, 14, "egy", Stance.OPPOSE),
        TakeBasePosition("p1", 0, 14, "can", Stance.RESERVE),
        TakeBasePosition("p1", 8, 14, "can", Stance.ACCEPT, "for now", True),
    )
    assert said == (
        BasePosition("egy", 8, 14, Stance.OPPOSE),
        BasePosition("can", 0, 14, Stance.RESERVE),
        BasePosition("can", 8, 14, Stance.ACCEPT, "for now", True),
    )


def test_no_position_takes_back_all_that_are_about_the_words() -> None:
    left = _done(
        small_negotiation(),
        TakeBasePosition("p1", 0, 7, "can", Stance.SUPPORT),
        TakeBasePosition("p1", 8, 14, "can", Stance.SUPPORT),
        TakeBasePosition("p1", 8, 14, "egy", Stance.SUPPORT),
        TakeBasePosition("p1", 10, 20, "can", None),
    )
    assert left == (
        BasePosition("can", 0, 7, Stance.SUPPORT),
        BasePosition("egy", 8, 14, Stance.SUPPORT),
    )
    with pytest.raises(KnownError, match="no_position_there"):
        TakeBasePosition("p1", 0, 7, "nor", None).plan(small_negotiation())


@pytest.mark.parametrize(
    ("provision", "start", "end"), [("p1", 3, 3), ("p1", 0, 99), ("pn1", 0, 3)]
)
def test_there_must_be_base_words(provision: str, start: int, end: int) -> None:
    with pytest.raises(KnownError, match="outside_text"):
        TakeBasePosition(provision, start, end, "can", Stance.SUPPORT).plan(small_negotiation())


def test_nobody_unknown_speaks_and_nowhere_unknown() -> None:
    session = replace(small_negotiation(), provisions={})
    with pytest.raises(KnownError, match="unknown_provision"):
        TakeBasePosition("p1", 0, 3, "can", Stance.SUPPORT).plan(session)
    with pytest.raises(KnownError, match="unknown_delegation"):
        TakeBasePosition("p1", 0, 3, "xyz", Stance.SUPPORT).plan(session)
