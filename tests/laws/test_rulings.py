"""Rule 8: what a ruling settles, when it sleeps, when it comes back."""

from itertools import chain

import pytest

from editor.negotiation.composition import compose
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.ruling import RulingKind
from editor.text.edit import Edit
from tests.laws.cases import (
    members_of,
    negotiation,
    only_conflict,
    ruling,
    swap,
    text_of,
    without,
    words,
)

BASE = "one two three four five"
A = words("A", swap(BASE, "two", "2"))
B = words("B", swap(BASE, "two three", "2 3"))
C = words("C", swap(BASE, "three four", "III IV"))


def test_a_chain_of_three_overlaps_is_one_conflict() -> None:
    composed = compose(negotiation(BASE, A, B, C))
    assert set(only_conflict(composed).members) == {"A", "B", "C"}
    assert {frozenset(each.amendments) for each in composed.options(only_conflict(composed))} == {
        frozenset("AC"),
        frozenset("B"),
        frozenset(),
    }
    assert composed.provision("p0").text == "one [2 III IV / 2 3 four / two three four] five"


LETTERS = "a b c d e f g"
MEETING = (
    words("A", swap(LETTERS, "a b", "x")),
    words("B", swap(LETTERS, " b c d", "")),
    words("C", swap(LETTERS, " d e f", "")),
    words("D", swap(LETTERS, "f g", "y")),
)
"""Two conflicts, of A with B and of C with D, whose deletions meet."""


def test_brackets_that_deletions_bring_together_are_one_conflict() -> None:
    composed = compose(negotiation(LETTERS, *MEETING))
    assert set(only_conflict(composed).members) == set("ABCD")
    assert composed.provision("p0").text.count("[") == 1


@pytest.mark.parametrize(
    ("how", "choice", "text"),
    [
        (RulingKind.BASE, "", LETTERS),
        (RulingKind.OPTION, "BD", "a e y"),
        (RulingKind.BRIDGE, "", "z"),
    ],
)
def test_conflicts_that_deletions_bring_together_are_settled_by_one_ruling(
    how: RulingKind, choice: str, text: str
) -> None:
    ruled = ruling("r1", how, "ABCD", tuple(choice), text="z")
    composed = compose(negotiation(LETTERS, *MEETING, rulings=[ruled]))
    assert composed.provision("p0").text == text
    assert not composed.open_conflicts
    assert not composed.dormant_rulings


def test_conflicts_that_deletions_bring_together_stay_in_brackets_by_one_ruling() -> None:
    ruled = ruling("r1", RulingKind.BRACKET, "ABCD")
    composed = compose(negotiation(LETTERS, *MEETING, rulings=[ruled]))
    assert only_conflict(composed).ruling == "r1"
    assert not composed.open_conflicts
    assert not composed.dormant_rulings
    alone = compose(without(negotiation(LETTERS, *MEETING, rulings=[ruled]), "C"))
    assert only_conflict(alone).ruling == "r1"


def test_brackets_decided_on_apart_do_not_settle_what_comes_together() -> None:
    decided = [
        ruling("r1", RulingKind.BRACKET, "AB"),
        ruling("r2", RulingKind.BRACKET, "CD"),
    ]
    composed = compose(negotiation(LETTERS, *MEETING, rulings=decided))
    assert only_conflict(composed).is_open
    assert composed.dormant_rulings == ("r1", "r2")


def test_a_deletion_that_reaches_into_a_bracket_is_carried_in_every_option() -> None:
    base = "a b c d e"
    session = negotiation(
        base,
        words("A", swap(base, "b c", "x")),
        words("B", swap(base, " c d", "")),
        words("C", swap(base, " d e", "")),
    )
    composed = compose(session)
    assert set(only_conflict(composed).members) == {"A", "B"}
    assert composed.provision("p0").text == "a [x / b / b c]"


def test_a_ruling_for_one_end_of_a_chain_does_not_half_apply() -> None:
    """Taking A leaves B and C out: C does not slip in because B is gone."""
    ruled = ruling("r1", RulingKind.OPTION, "ABC", ("A",))
    composed = compose(negotiation(BASE, A, B, C, rulings=[ruled]))
    assert composed.provision("p0").text == "one 2 three four five"
    assert not composed.open_conflicts
    assert not composed.dormant_rulings


def test_a_ruling_whose_choice_clashes_is_not_in_force() -> None:
    ruled = ruling("r1", RulingKind.OPTION, "ABC", ("A", "B"))
    composed = compose(negotiation(BASE, A, B, C, rulings=[ruled]))
    assert composed.dormant_rulings == ("r1",)
    assert composed.open_conflicts


def test_a_ruling_holds_for_fewer_and_sleeps_for_more() -> None:
    ruled = ruling("r1", RulingKind.OPTION, "ABC", ("B",))
    session = negotiation(BASE, A, B, C, rulings=[ruled])
    assert text_of(session) == "one 2 3 four five"
    assert text_of(without(session, "A")) == "one 2 3 four five"
    alone = compose(without(without(session, "A"), "C"))
    assert alone.provision("p0").text == "one 2 3 four five"
    assert alone.dormant_rulings == ("r1",)
    more = words("D", swap(BASE, "four five", "IV V"))
    widened = compose(negotiation(BASE, A, B, C, more, rulings=[ruled]))
    assert widened.dormant_rulings == ("r1",)
    assert widened.open_conflicts
    again = compose(without(negotiation(BASE, A, B, C, more, rulings=[ruled]), "D"))
    assert again.provision("p0").text == "one 2 3 four five"


def test_the_choice_must_be_live() -> None:
    ruled = ruling("r1", RulingKind.OPTION, "ABC", ("A",))
    composed = compose(without(negotiation(BASE, A, B, C, rulings=[ruled]), "A"))
    assert composed.dormant_rulings == ("r1",)
    assert only_conflict(composed).is_open


def test_split_components_keep_base_and_option_but_not_the_bridge() -> None:
    """Without its middle a chain of five falls in two."""
    base = "a b c d e f"
    rivals = [
        words("A", swap(base, "a b", "1")),
        words("B", swap(base, "b c", "2")),
        words("C", swap(base, "c d", "3")),
        words("D", swap(base, "d e", "4")),
        words("E", swap(base, "e f", "5")),
    ]
    kept = ruling("r1", RulingKind.BASE, "ABCDE")
    session = negotiation(base, *rivals, rulings=[kept])
    assert text_of(session) == base
    apart = compose(without(session, "C"))
    assert sorted(map(sorted, members_of(apart))) == [["A", "B"], ["D", "E"]]
    assert apart.provision("p0").text == base
    assert not apart.open_conflicts
    bridged = negotiation(
        base, *rivals, rulings=[ruling("r1", RulingKind.BRIDGE, "ABCDE", text="z")]
    )
    assert text_of(bridged) == "z"
    fallen = compose(without(bridged, "C"))
    assert fallen.dormant_rulings == ("r1",)
    assert len(fallen.open_conflicts) == 2


def test_a_bridge_takes_the_place_of_all_and_is_the_chairs() -> None:
    ruled = ruling("r1", RulingKind.BRIDGE, "ABC", text="2 3 4")
    composed = compose(negotiation(BASE, A, B, C, rulings=[ruled]))
    assert composed.provision("p0").text == "one 2 3 4 five"
    named = set(chain(*(each.amendments for each in composed.provision("p0").runs)))
    assert named == {"r1"}


def test_a_bridge_sleeps_when_it_would_run_over_somebody_else() -> None:
    """The bridge covers `two` to `four`; D's insertion inside is nobody's rival."""
    left = words("L", Edit(4, 7, "2"), Edit(14, 18, "IV"))
    right = words("R", Edit(4, 7, "II"))
    inside = words("D", swap(BASE, " three", " about three"))
    ruled = ruling("r1", RulingKind.BRIDGE, "LR", text="some")
    quiet = compose(negotiation(BASE, left, right, rulings=[ruled]))
    assert quiet.provision("p0").text == "one some five"
    composed = compose(negotiation(BASE, left, right, inside, rulings=[ruled]))
    assert composed.dormant_rulings == ("r1",)
    assert composed.open_conflicts
    assert quiet.within_bridge("r1") == ()
    assert composed.within_bridge("r1") == ("D",)
    assert composed.words_bridged(only_conflict(composed)) == "two three four"
    assert "about" in composed.provision("p0").text


AROUND = (words("L", Edit(4, 7, "2"), Edit(19, 23, "V")), words("R", Edit(4, 7, "II")))
"""A conflict whose bridge reaches from `two` to `five`, over what stands between."""


def test_a_bridge_stands_when_what_was_in_its_way_is_ruled_out() -> None:
    rulings = [
        ruling("r1", RulingKind.BRIDGE, "LR", text="some"),
        ruling("r2", RulingKind.BASE, "MN"),
    ]
    inside = [words("M", swap(BASE, "four", "IV")), words("N", swap(BASE, "four", "4"))]
    for order in (rulings, rulings[::-1]):
        composed = compose(negotiation(BASE, *AROUND, *inside, rulings=order))
        assert composed.provision("p0").text == "one some"
        assert not composed.dormant_rulings
    half = compose(negotiation(BASE, *AROUND, *inside, rulings=rulings[:1]))
    assert set(half.within_bridge("r1")) == {"M", "N"}


def test_a_bridge_sleeps_where_another_stands_in_its_place() -> None:
    rulings = [
        ruling("r1", RulingKind.BRIDGE, "LR", text="some"),
        ruling("r2", RulingKind.BRIDGE, "MN", text="quatre"),
    ]
    inside = [words("M", swap(BASE, "four", "IV")), words("N", swap(BASE, "four", "4"))]
    composed = compose(negotiation(BASE, *AROUND, *inside, rulings=rulings))
    assert composed.dormant_rulings == ("r1",)
    assert "three quatre" in composed.provision("p0").text


def test_a_bridge_sleeps_when_one_of_its_members_stands_apart() -> None:
    apart = words("E", swap(BASE, "five", "5"))
    ruled = ruling("r1", RulingKind.BRIDGE, "ABE", text="z")
    composed = compose(negotiation(BASE, A, B, apart, rulings=[ruled]))
    assert composed.dormant_rulings == ("r1",)
    assert composed.provision("p0").text == "one [2 three / 2 3 / two three] four 5"


def test_brackets_that_stay_are_not_open() -> None:
    ruled = ruling("r1", RulingKind.BRACKET, "AB")
    composed = compose(negotiation(BASE, A, B, rulings=[ruled]))
    assert composed.provision("p0").text.count("[") == 1
    assert composed.conflicts
    assert not composed.open_conflicts


def test_a_bracketed_provision_is_still_shown_as_contested() -> None:
    delete = words("D", Edit(0, len(BASE), ""))
    ruled = ruling("r1", RulingKind.BRACKET, "AD")
    composed = compose(negotiation(BASE, A, delete, rulings=[ruled]))
    contested = composed.provision("p0").contested
    assert contested is not None
    assert not contested.is_open


def test_the_smallest_ruling_wins() -> None:
    wide = ruling("r1", RulingKind.OPTION, "ABC", ("A",))
    narrow = ruling("r2", RulingKind.OPTION, "AB", ("B",))
    session = negotiation(BASE, A, B, rulings=[wide, narrow])
    assert text_of(session) == "one 2 3 four five"


@pytest.mark.parametrize("count", [24, 25])
def test_many_rivals(count: int) -> None:
    """Up to 24 the maximal sets; above, one option for each member."""
    rivals = [words(f"D{n:02}", swap(BASE, "three", f"w{n:02}")) for n in range(count)]
    composed = compose(negotiation(BASE, *rivals))
    conflict = only_conflict(composed)
    assert conflict.kind is ConflictKind.WORDS
    assert len(composed.options(conflict)) == count + 1
    assert composed.provision("p0").text.count(" / ") == count
