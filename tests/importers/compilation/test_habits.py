"""What delegations do elsewhere in a document."""

from editor.importers.compilation.habits import Habits


def test_old_and_new_are_known_from_elsewhere_but_for_a_to() -> None:
    habits = Habits()
    habits.note(["Chile"], ["are", "urged", "to"], ["should"])
    assert habits.second_is_new(["Chile"], ["are", "urged"], ["should"]) is True
    assert habits.second_is_new(["Chile"], ["should"], ["are", "urged"]) is False
    assert habits.second_is_new(["Peru"], ["should"], ["are", "urged"]) is None


def test_the_order_of_struck_runs_follows_the_majority() -> None:
    habits = Habits()
    assert not habits.struck_runs_have_new_first
    habits.note_order(new_first=True)
    assert habits.struck_runs_have_new_first


def test_the_same_print_of_the_same_delegation() -> None:
    habits = Habits()
    words = ["the", "far", "pier", "of", "all", "the", "boats"]
    habits.note_print(["Chile"], words, [0, 2], [3, 4, 5, 6])
    assert habits.same_print(["Chile"], ["of", *words]) == (1, [0, 2], [3, 4, 5, 6])
    assert habits.same_print(["Peru"], words) is None
