from hypothesis import given
from hypothesis import strategies as st

from editor.negotiation.structure import Place
from editor.ui.page.place_changes import place_changes

PLACES = st.lists(st.sampled_from("abcdefgh").map(Place), unique=True)


@given(PLACES, PLACES)
def test_changes_from_the_last_to_the_first_give_the_new_places(
    old: list[Place], new: list[Place]
) -> None:
    result = list(old)

    for change in reversed(place_changes(old, new)):
        result[change.at : change.at + change.removed] = new[change.first : change.last]

    assert result == new


@given(PLACES)
def test_nothing_changes_between_equals(places: list[Place]) -> None:
    assert place_changes(places, list(places)) == []


def test_one_that_comes_is_one_change() -> None:
    old = [Place("a"), Place("b"), Place("c")]

    [change] = place_changes(old, [*old[:2], Place("new"), old[2]])

    assert (change.at, change.removed, change.first, change.last) == (2, 0, 2, 3)
