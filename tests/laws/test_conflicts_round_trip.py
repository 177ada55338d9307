"""What a redline shows as a conflict comes back as the proposals that it is made of."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.integrity import faults
from editor.negotiation.session import Session
from editor.text.edit import Edit
from editor.text.normal_form import normal_form
from tests.examples import one_in
from tests.laws.cases import negotiation, structural, swap, words
from tests.laws.test_tracked_round_trip import base_of, brought_in
from tests.laws.test_tracked_round_trip import words as text_with

_TEXT = "States shall gather and publish all data within two years."
_END = "They report."

Wish = tuple[str, tuple[Edit, ...], frozenset[str]]


def wishes(session: Session) -> set[Wish]:
    """What is proposed to the base, and by whom."""
    found: dict[tuple[str, tuple[Edit, ...]], frozenset[str]] = {}
    for each in session.amendments.values():
        place = each.provision, _edits(session, each)
        found[place] = found.get(place, frozenset()).union(each.sponsors)
    return {(*place, sponsors) for place, sponsors in found.items()}


def _edits(session: Session, amendment: Amendment) -> tuple[Edit, ...]:
    text = session.provisions[amendment.provision].text
    match amendment.kind:
        case AmendmentKind.DELETE_PROVISION:
            return (Edit(0, len(text), ""),)
        case AmendmentKind.REPLACE_PROVISION:
            return normal_form(text, (Edit(0, len(text), amendment.text or ""),))
    return normal_form(text, amendment.edits)


def again(*amendments: Amendment) -> tuple[Session, Session]:
    """A negotiation with conflicts, and what its redline brings in on the same base."""
    session = negotiation([_TEXT, _END], *amendments)
    assert compose(session).open_conflicts
    read = brought_in(session, base_of(session))
    assert list(faults(read)) == []
    assert not read.unread
    return session, read


def test_rivals_come_back_with_their_sponsors() -> None:
    session, read = again(
        words("A", swap(_TEXT, "shall", "should"), by="A D"),
        words("B", swap(_TEXT, "shall", "may")),
        words("C", swap(_TEXT, "two", "five")),
    )
    assert wishes(read) == wishes(session)


def test_the_rivals_of_the_chair_are_theirs_and_the_brackets_nobodys() -> None:
    session, read = again(
        words("A", swap(_TEXT, "shall", "should")),
        words("B", swap(_TEXT, "shall ", "")),
        words(CHAIR_ID, swap(_TEXT, "shall", "will"), by=CHAIR_ID),
    )
    assert wishes(read) == wishes(session)


def test_overlapping_words_come_back_in_their_own_extents() -> None:
    session, read = again(
        words("A", swap(_TEXT, "gather and publish all", "share new")),
        words("B", swap(_TEXT, "all data", "some")),
        words("C", swap(_TEXT, "gather and", "collect or")),
    )
    assert wishes(read) == wishes(session)


def test_sides_made_of_several_proposals_are_taken_apart() -> None:
    session, read = again(
        words("A", swap(_TEXT, "gather", "collect")),
        words("B", swap(_TEXT, "all", "some")),
        words("C", swap(_TEXT, "gather and publish all data", "report")),
    )
    assert wishes(read) == wishes(session)


def test_rivals_of_one_delegation_stay_apart() -> None:
    session, read = again(
        words("A1", swap(_TEXT, "shall", "should"), by="A"),
        words("A2", swap(_TEXT, "shall", "may"), by="A"),
        words("B", swap(_TEXT, "shall", "must")),
    )
    assert wishes(read) == wishes(session)


def test_what_is_wanted_beside_a_bracket_is_no_part_of_it() -> None:
    session, read = again(
        words("A1", swap(_TEXT, "shall", "should"), by="A"),
        words("B", swap(_TEXT, "shall", "may")),
        words("A2", swap(_TEXT, "gather and", "collect,"), by="A"),
    )
    assert wishes(read) == wishes(session)


def test_alternatives_where_nothing_stands_come_back() -> None:
    at = _TEXT.index(" within")
    one, other = Edit(at, at, " openly"), Edit(at, at, " at once")
    session, read = again(
        replace(words("A", one), alternatives=("B",)),
        replace(words("B", other), alternatives=("A",)),
    )
    assert wishes(read) == wishes(session)
    assert text_with(read) == text_with(session)


def test_a_contested_deletion_comes_back() -> None:
    session, read = again(
        words("A", swap(_TEXT, " gather and publish all data", "")),
        words("B", swap(_TEXT, "publish", "print")),
    )
    assert wishes(read) == wishes(session)


def test_proposals_for_a_whole_provision_come_back() -> None:
    session, read = again(
        structural("A", AmendmentKind.DELETE_PROVISION),
        structural("B", AmendmentKind.REPLACE_PROVISION, text="States may publish data."),
        words("C", swap(_TEXT, "publish", "print"), by="C D"),
    )
    assert wishes(read) == wishes(session)


def test_proposals_for_a_provision_of_which_no_words_change_come_back() -> None:
    session, read = again(
        structural("A", AmendmentKind.DELETE_PROVISION),
        structural("B", AmendmentKind.REPLACE_PROVISION, text="States may publish data."),
    )
    assert wishes(read) == wishes(session)


def test_rivals_in_the_words_of_others_are_read_in_these() -> None:
    inserted = swap(_TEXT, "all data", "the new data")
    session, read = again(
        words("A", inserted),
        words("B", Edit(4, 7, "old"), target="A"),
        words("C", Edit(4, 7, "best"), target="A"),
    )
    texts = {each: text_with(session, "A", each) for each in "BC"}
    assert {each: text_with(read, "A", each) for each in "BC"} == texts
    assert not any(CHAIR_ID in each.sponsors for each in read.amendments.values())


def test_brackets_that_the_chair_types_alone_are_the_chairs_words() -> None:
    session = negotiation(
        [_TEXT, _END], words(CHAIR_ID, swap(_TEXT, "shall", "[may / shall]"), by=CHAIR_ID)
    )
    assert wishes(brought_in(session, base_of(session))) == wishes(session)


_WORDS = ("States", "shall", "gather", "and", "publish", "all", "data")
_PLACES = ((0, 1, 2), (4, 5, 6))
"""Words in dispute: those that a proposal may begin with, that it takes, that it may end with."""


@st.composite
def rivals(draw: st.DrawFn, provision: int, place: tuple[int, int, int]) -> list[Amendment]:
    """Up to three proposals that all change the word in the middle, no two alike, at most one of
    them a mere deletion: each is a side of its own."""
    offsets = [len(" ".join(_WORDS[:index])) + (index > 0) for index in range(len(_WORDS))]
    first, middle, last = place
    sponsors = iter(draw(st.permutations(["A", "B", "C", "D", "E", CHAIR_ID])))
    edits: dict[str, Edit] = {}
    for text in draw(st.lists(st.sampled_from(["", "x", "y z"]), max_size=3, unique=True)):
        begin = offsets[draw(st.integers(first, middle))]
        index = draw(st.integers(middle, last))
        end = offsets[index] + len(_WORDS[index])
        edits[text] = Edit(begin - (begin > 0 and not text), end, text)
    found: list[Amendment] = []
    for text, edit in edits.items():
        pair = [next(sponsors), next(sponsors)]
        by = " ".join(pair[: draw(st.integers(1, 2))])
        row = words(f"{provision}{first}{text}", edit, by=by)
        found.append(replace(row, provision=f"p{provision}"))
    return found


@st.composite
def disputed(draw: st.DrawFn) -> Session:
    """All layers on; in every provision words in dispute in up to two places."""
    count = draw(st.integers(1, 2))
    found = [
        each
        for provision in range(count)
        for place in _PLACES
        for each in draw(rivals(provision, place))
    ]
    session = negotiation([" ".join(_WORDS) + "."] * count + [_END], *found)
    ranks = draw(st.permutations(range(len(session.delegations))))
    ranked = {
        key: each if key == CHAIR_ID else replace(each, rank=rank)
        for rank, (key, each) in zip(ranks, session.delegations.items(), strict=True)
    }
    return replace(session, delegations=ranked)


@one_in(2)
@given(disputed())
def test_what_is_in_dispute_comes_back(session: Session) -> None:
    read = brought_in(session, base_of(session))
    assert list(faults(read)) == []
    assert not read.unread
    assert wishes(read) == wishes(session)
    assert text_with(read) == text_with(session)
