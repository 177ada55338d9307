"""What went wrong on real engines, and must not here: the table of the obvious ways."""

from itertools import permutations

from editor.negotiation.composition import compose
from editor.negotiation.run import RunKind
from editor.negotiation.session import Session
from tests.laws.cases import members_of, negotiation, swap, text_of, words
from tests.laws.reference.composing import compose_slowly

BASE = "States should gather and share information within two years."


def seven_delegations(order: tuple[int, ...]) -> Session:
    wishes = [
        words("A", swap(BASE, "should", "shall")),
        words("B", swap(BASE, "should", "must")),
        words("C", swap(BASE, " and share", "")),
        words("D", swap(BASE, "gather and share", "publish")),
        words("E", swap(BASE, "two", "three")),
        words("F", swap(BASE, " within two years", "")),
        words("G", swap(BASE, "information", "relevant information")),
    ]
    return negotiation(BASE, *(wishes[each] for each in order))


def test_patches_one_after_another() -> None:
    """Seven delegations in any order: one text, everybody's words, no failed patch."""
    orders = list(permutations(range(7)))[:: 5040 // 300]
    texts = {text_of(seven_delegations(order)) for order in orders}
    assert texts == {
        "States [shall / must / should] [gather / publish / gather and share] "
        "relevant information within three years."
    }
    expected = [{"A", "B"}, {"C", "D"}, {"E", "F"}]
    for order in orders[::50]:
        assert sorted(map(sorted, members_of(compose(seven_delegations(order))))) == [
            sorted(each) for each in expected
        ]


def test_chained_transformation() -> None:
    """A inserts after, B deletes, C inserts before: C first, whatever was clicked first."""
    wishes = [
        words("A", swap("y x z", " z", " A z")),
        words("B", swap("y x z", " x", "")),
        words("C", swap("y x z", " x", " C x")),
    ]
    for order in permutations(wishes):
        assert text_of(negotiation("y x z", *order)) == "y C A z"


def test_one_stream_of_tracked_changes() -> None:
    """A co-sponsor is not forgotten, and nobody strikes what they never struck."""
    session = negotiation(
        "States should act.",
        words("A", swap("States should act.", "should", "shall")),
        words("B", swap("States should act.", "should", "shall")),
        words("C", swap("States should act.", "should", "must")),
        words("D", swap("States should act.", "should", "may")),
    )
    composed = compose(session).provision("p0")
    assert composed.text == "States [shall / must / may / should] act."
    (bracket,) = [each for each in composed.runs if each.kind is RunKind.ALTERNATIVES]
    shall, must, may, should = bracket.options
    assert set(shall.delegations) == {"A", "B"}
    assert (set(must.delegations), set(may.delegations)) == ({"C"}, {"D"})
    assert should.is_base
    assert all(RunKind.STRUCK not in {run.kind for run in each.runs} for each in bracket.options)


def test_half_of_one_and_half_of_another() -> None:
    base = "to gather and share information"
    session = negotiation(
        base,
        words("A", swap(base, "gather and share", "publish")),
        words("B", swap(base, "and share information", "and publish")),
    )
    assert text_of(session) == (
        "to [publish information / gather and publish / gather and share information]"
    )


def test_debris_of_an_insertion_inside_a_deletion() -> None:
    base = "Report within two years of the close."
    session = negotiation(
        base,
        words("A", swap(base, " within two years of the close", "")),
        words("B", swap(base, " close", " final close")),
    )
    composed = compose(session)
    assert composed.provision("p0").text == "Report within two years of the final close."
    assert [str(each.kind) for each in composed.conflicts] == ["deletion"]
    assert members_of(composed) == [{"A", "B"}]
    contested = [each for each in composed.provision("p0").runs if each.contested]
    assert contested
    assert all("A" in each.amendments for each in contested)


def test_the_reference_says_the_same_of_the_seven() -> None:
    slow = compose_slowly(seven_delegations((0, 1, 2, 3, 4, 5, 6)))
    assert {each.members for each in slow.quarrels} == {
        frozenset({"A", "B"}),
        frozenset({"C", "D"}),
        frozenset({"E", "F"}),
    }
