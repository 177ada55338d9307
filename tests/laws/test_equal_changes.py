"""Rule 1 and 2: equal changes meet, deletions unite, co-sponsors stay."""

from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.run import RunKind
from editor.text.edit import Edit
from tests.laws.cases import negotiation, structural, swap, text_of, without, words

BASE = "the rights of women and of women and girls"


def test_equal_insertions_entered_at_different_places_meet() -> None:
    base = "a b b c"
    composed = compose(
        negotiation(base, words("A", Edit(1, 1, " b")), words("B", Edit(5, 5, " b")))
    )
    assert composed.provision("p0").text == "a b b b c"
    (inserted,) = [e for e in composed.provision("p0").runs if e.kind is RunKind.INSERTED]
    assert set(inserted.delegations) == {"A", "B"}
    assert not composed.conflicts
    assert not composed.order_questions


def test_an_edit_of_several_edits_is_credited_to_both() -> None:
    session = negotiation(
        BASE,
        words("A", swap(BASE, "rights", "needs")),
        words("B", swap(BASE, "rights", "needs"), swap(BASE, "girls", "boys")),
    )
    composed = compose(session)
    assert composed.provision("p0").text == "the needs of women and of women and boys"
    needs, boys = [e for e in composed.provision("p0").runs if e.kind is RunKind.INSERTED]
    assert set(needs.delegations) == {"A", "B"}
    assert set(boys.delegations) == {"B"}
    assert not composed.conflicts


def test_held_by_a_clash_elsewhere_does_not_double_what_another_supplies() -> None:
    session = negotiation(
        BASE,
        words("A", swap(BASE, "rights", "rights, full rights,")),
        words("B", swap(BASE, "rights", "rights, full rights,"), swap(BASE, "girls", "boys")),
        words("C", swap(BASE, "girls", "children")),
    )
    assert text_of(session) == (
        "the rights, full rights, of women and of women and [boys / children / girls]"
    )


def test_what_several_insert_alike_at_several_points_stands_once() -> None:
    session = negotiation(
        "a a",
        words("A", Edit(0, 1, "")),
        words("B", Edit(1, 1, " x"), Edit(3, 3, " y")),
        words("C", Edit(1, 1, " x")),
        words("D", Edit(3, 3, " y")),
    )
    assert text_of(session).count("x") == 1
    assert text_of(session).count("y") == 1


def test_a_character_deleted_by_two_stays_deleted_when_one_lets_go() -> None:
    session = negotiation(
        "a b c d e",
        words("A", swap("a b c d e", " b c", "")),
        words("B", swap("a b c d e", " c d", "")),
    )
    assert text_of(session) == "a e"
    assert text_of(without(session, "A")) == "a b e"
    assert text_of(without(session, "B")) == "a d e"
    runs = compose(session).provision("p0").runs
    assert [set(each.delegations) for each in runs if each.kind is RunKind.DELETED] == [
        {"A"},
        {"A", "B"},
        {"B"},
    ]


def test_equal_new_provisions_are_one() -> None:
    new = [
        structural(name, AmendmentKind.NEW_PROVISION, f"n{name}", text="New.", after="p0")
        for name in ("A", "B")
    ]
    composed = compose(negotiation(["One.", "Two."], *new))
    assert composed.paragraphs == ("One.", "New.", "Two.")
    assert not composed.order_questions
    proposed = composed.places[1].provision
    (run,) = composed.provision(proposed).runs
    assert set(run.delegations) == {"A", "B"}
