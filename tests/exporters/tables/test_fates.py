"""What became of proposals."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from editor.exporters.tables.fates import Fate, fates
from editor.exporters.word.fate_paper import word_fates
from editor.exporters.word.lint import lint
from editor.importers.word.reader import read_word
from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.composition import compose
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Decision, Session
from editor.text.edit import Edit
from tests.exporters.sample import sample_with_all_layers_on
from tests.exporters.small_sessions import after, change, replacing, session

NOW = datetime(2024, 7, 1, tzinfo=UTC)
TEXT = "States should act soon."
SHALL = change("a", "p1", "CAN JPN", replacing(TEXT, "should", "shall"))
MAY = change("b", "p1", "EGY", replacing(TEXT, "should", "may"))


def fate_of(talks: Session, amendment: str = "a", whose: str = "CAN") -> Fate:
    index = [each for each in talks.amendments if whose in talks.amendments[each].sponsors]
    found = list(fates(compose(talks), whose))
    assert len(found) == len(index)
    return found[sorted(index).index(amendment)].fate


def ruled(how: RulingKind, *choice: str) -> Session:
    talks = session([TEXT], [SHALL, MAY])
    return replace(talks, rulings={"r": Ruling("r", frozenset({"a", "b"}), how, choice)})


def test_what_stands_is_adopted() -> None:
    talks = session([TEXT], [SHALL])
    assert fate_of(talks) is Fate.ADOPTED
    (found,) = fates(compose(talks), "CAN")
    assert (found.final, found.with_whom) == ("States shall act soon.", ("JPN",))


def test_what_the_chair_leaves_out() -> None:
    talks = replace(session([TEXT], [SHALL]), decisions={"a": Decision("a", False)})
    assert fate_of(talks) is Fate.LEFT_OUT


def test_what_is_in_conflict_is_open_and_names_the_others() -> None:
    talks = session([TEXT], [SHALL, MAY])
    (found,) = fates(compose(talks), "CAN")
    assert (found.fate, found.others) == (Fate.OPEN, ("EGY",))
    assert found.final == "States [shall / may / should] act soon."


@pytest.mark.parametrize(
    ("talks", "fate"),
    [
        (ruled(RulingKind.BRACKET), Fate.IN_BRACKETS),
        (ruled(RulingKind.OPTION, "a"), Fate.ADOPTED),
        (ruled(RulingKind.OPTION, "b"), Fate.LEFT_OUT),
        (ruled(RulingKind.BASE), Fate.LEFT_OUT),
    ],
)
def test_rulings(talks: Session, fate: Fate) -> None:
    assert fate_of(talks) is fate


@pytest.mark.parametrize(
    ("state", "fate"),
    [
        (AmendmentState.WITHDRAWN, Fate.WITHDRAWN),
        (AmendmentState.PARKED, Fate.PARKED),
        (AmendmentState.SUPERSEDED, Fate.SUPERSEDED),
    ],
)
def test_states(state: AmendmentState, fate: Fate) -> None:
    assert fate_of(session([TEXT], [replace(SHALL, state=state)])) is fate


def test_what_amends_words_that_are_not_there_is_asleep() -> None:
    wish = change("w", "p1", "EGY", after(TEXT, "act", " firmly"))
    again = replace(Amendment("x", "p1", edits=(Edit(1, 7, "fast"),), target="w"))
    again = replace(again, sponsorships=SHALL.sponsorships)
    talks = replace(session([TEXT], [wish, again]), decisions={"w": Decision("w", False)})
    assert fate_of(talks, "x") is Fate.ASLEEP


FIRMLY = change("w", "p1", "CAN", after(TEXT, "act", " firmly and at once"))
FAST = replace(change("x", "p1", "EGY", Edit(1, 7, "fast")), target="w")


def became(talks: Session, whose: str = "CAN") -> list[tuple[Fate, tuple[str, ...]]]:
    return [(each.fate, each.amended_by) for each in fates(compose(talks), whose)]


def test_what_was_adopted_names_who_else_changed_its_words() -> None:
    talks = session([TEXT], [FIRMLY, FAST])
    assert became(talks) == [(Fate.ADOPTED, ("EGY",))]
    assert became(talks, "EGY") == [(Fate.ADOPTED, ())]
    paper = read_word(word_fates(compose(talks), "CAN", NOW), "x")
    assert any("Adopted, amended by Egypt" in each.text for each in paper.paragraphs)


def test_what_amends_an_amendment_amends_the_first_too() -> None:
    once_more = replace(change("y", "p1", "FJI", Edit(4, 4, "er")), target="x")
    assert became(session([TEXT], [FIRMLY, FAST, once_more])) == [(Fate.ADOPTED, ("EGY", "FJI"))]


def test_words_amended_in_an_equal_proposal_are_amended() -> None:
    equal = change("v", "p1", "JPN", after(TEXT, "act", " firmly and at once"))
    assert became(session([TEXT], [FIRMLY, equal, FAST]), "JPN") == [(Fate.ADOPTED, ("EGY",))]


def test_what_is_left_out_or_is_its_own_amends_nothing() -> None:
    talks = session([TEXT], [FIRMLY, FAST])
    out = replace(talks, decisions={"x": Decision("x", False)})
    assert became(out) == [(Fate.ADOPTED, ())]
    own = replace(change("x", "p1", "CAN", Edit(1, 7, "fast")), target="w")
    assert became(session([TEXT], [FIRMLY, own])) == [(Fate.ADOPTED, ())] * 2


def test_the_paper_of_every_delegation_is_sound() -> None:
    talks = compose(sample_with_all_layers_on())
    sponsors = {each for row in talks.session.amendments.values() for each in row.sponsors}
    for each in sorted(sponsors)[:6]:
        data = word_fates(talks, each, NOW)
        assert lint(data, ()) == []
        words = [row.text for row in read_word(data, "x").paragraphs]
        assert words[0] == talks.session.delegations[each].name
        number = sum(each in row.sponsors for row in talks.session.amendments.values())
        assert words[1].startswith(f"{number} proposal")
