"""Rule 10: moves, splits, joins, dropped breaks, new provisions."""

from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.ruling import RulingKind
from editor.text.edit import Edit
from tests.laws.cases import (
    in_own_order,
    negotiation,
    only_conflict,
    ruling,
    structural,
    swap,
    words,
)

TEXTS = ["One.", "Two.", "Three."]
SENTENCES = "We act. We report."


def test_a_move_goes_to_a_gap_and_edits_go_with_it() -> None:
    move = structural("M", AmendmentKind.MOVE, after="p2")
    inside = words("I", swap("One.", "One", "First"))
    composed = compose(negotiation(TEXTS, move, inside))
    assert composed.paragraphs == ("Two.", "Three.", "First.")
    assert [(each.provision, str(each.role)) for each in composed.places] == [
        ("p0", "moved_away"),
        ("p1", "stands"),
        ("p2", "stands"),
        ("p0", "moved_here"),
    ]
    assert not composed.conflicts


def test_moves_of_one_provision_to_two_places_leave_it_where_it_is_once() -> None:
    one = structural("M", AmendmentKind.MOVE, after="p2")
    other = structural("N", AmendmentKind.MOVE, after="p1")
    composed = compose(negotiation(TEXTS, one, other))
    assert composed.paragraphs == tuple(TEXTS)
    assert only_conflict(composed).kind is ConflictKind.STRUCTURE
    ruled = ruling("r1", RulingKind.OPTION, "MN", ("N",))
    composed = compose(negotiation(TEXTS, one, other, rulings=[ruled]))
    assert composed.paragraphs == ("Two.", "One.", "Three.")


def test_a_gap_survives_the_deletion_and_the_move_of_what_it_follows() -> None:
    new = structural("N", AmendmentKind.NEW_PROVISION, "n", text="New.", after="p0")
    delete = structural("D", AmendmentKind.DELETE_PROVISION)
    move = structural("M", AmendmentKind.MOVE, after="p2")
    assert compose(negotiation(TEXTS, new, delete)).paragraphs == ("New.", "Two.", "Three.")
    assert compose(negotiation(TEXTS, new, move)).paragraphs == ("New.", "Two.", "Three.", "One.")


def test_a_split_clashes_only_with_what_strictly_contains_it() -> None:
    split = structural("S", AmendmentKind.SPLIT, at=8)
    touching = words("T", Edit(8, 10, "They"))
    composed = compose(negotiation(SENTENCES, split, touching))
    assert composed.paragraphs == ("We act. ", "They report.")
    assert not composed.conflicts
    across = words("X", swap(SENTENCES, "act. We", "act and"))
    composed = compose(negotiation(SENTENCES, split, across))
    assert set(only_conflict(composed).members) == {"S", "X"}


def test_a_split_carries_its_edits_whole() -> None:
    split = structural("S", AmendmentKind.SPLIT, at=8, edits=(swap(SENTENCES, "report", "write"),))
    assert compose(negotiation(SENTENCES, split)).paragraphs == ("We act. ", "We write.")
    rival = words("X", swap(SENTENCES, "report", "speak"))
    composed = compose(negotiation(SENTENCES, split, rival))
    assert set(only_conflict(composed).members) == {"S", "X"}
    assert len(composed.paragraphs) == 2 or "\n" in composed.provision("p0").text


def test_a_dropped_break_keeps_the_edits_on_both_sides() -> None:
    drop = structural("J", AmendmentKind.JOIN, provisions=("p0", "p1"), edits=(Edit(4, 4, " "),))
    first = words("I", swap("One.", "One", "First"))
    composed = compose(negotiation(TEXTS, drop, first))
    assert composed.paragraphs == ("First. Two.", "Three.")
    assert composed.joined_after == frozenset({"p0"})


def test_a_dropped_break_excludes_what_would_come_between() -> None:
    drop = structural("J", AmendmentKind.JOIN, provisions=("p0", "p1"))
    new = structural("N", AmendmentKind.NEW_PROVISION, "n", text="New.", after="p0")
    composed = compose(negotiation(TEXTS, drop, new))
    assert only_conflict(composed).kind is ConflictKind.STRUCTURE
    assert composed.paragraphs == ("One.", "[New. / —]", "Two.", "Three.")
    into = structural("M", AmendmentKind.MOVE, "p2", after="p0")
    composed = compose(negotiation(TEXTS, drop, into))
    assert composed.paragraphs == tuple(TEXTS)
    assert set(only_conflict(composed).members) == {"J", "M"}


def test_a_dropped_break_makes_the_deletion_of_a_neighbour_contested() -> None:
    drop = structural("J", AmendmentKind.JOIN, provisions=("p0", "p1"))
    delete = structural("D", AmendmentKind.DELETE_PROVISION, "p1")
    composed = compose(negotiation(TEXTS, drop, delete))
    assert only_conflict(composed).kind is ConflictKind.PROVISION
    assert set(only_conflict(composed).members) == {"D", "J"}
    assert composed.paragraphs == ("One.Two.", "Three.")


def test_a_joined_text_stands_once_and_the_others_say_where_they_went() -> None:
    join = structural("J", AmendmentKind.JOIN, "p1", provisions=("p0", "p1", "p2"), text="All.")
    composed = compose(negotiation(TEXTS, join))
    assert composed.paragraphs == ("All.",)
    assert [composed.provision(each).merged_into for each in ("p0", "p1", "p2")] == [
        "p1",
        None,
        "p1",
    ]
    inside = words("I", swap("One.", "One", "First"))
    composed = compose(negotiation(TEXTS, join, inside))
    assert composed.paragraphs == ("First.", "Two.", "Three.")
    assert set(only_conflict(composed).members) == {"J", "I"}


def test_conflicts_of_structure_and_of_words_are_listed_together() -> None:
    drop = structural("J", AmendmentKind.JOIN, provisions=("p0", "p1"))
    move = structural("M", AmendmentKind.MOVE, after="p2")
    rivals = [words("A", swap("One.", "One", "First")), words("B", swap("One.", "One", "I"))]
    composed = compose(negotiation(TEXTS, drop, move, *rivals))
    assert {each.kind for each in composed.conflicts} == {
        ConflictKind.STRUCTURE,
        ConflictKind.WORDS,
    }


def test_in_a_circle_of_equal_rank_what_is_new_stands_before_what_moves() -> None:
    move = in_own_order(structural("M", AmendmentKind.MOVE, after="p1"), X=1, Y=2)
    new = structural("N", AmendmentKind.NEW_PROVISION, "n", text="zebra", after="p1")
    composed = compose(negotiation(["ape", "bear"], move, in_own_order(new, X=2, Y=1)))
    assert [each.provision for each in composed.places] == ["p0", "p1", "n", "p0"]
    assert only_conflict(composed).kind is ConflictKind.ORDER
