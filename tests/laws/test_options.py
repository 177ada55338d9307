"""Rules 6 and 7: each choice of a conflict reads in exactly one way at each of its ranges."""

from collections import Counter

from hypothesis import given, note

from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.composition import Composition, compose
from editor.negotiation.run import Run
from editor.negotiation.session import Session
from tests.laws.cases import negotiation, only_conflict, structural, swap, words
from tests.laws.narration import narrated
from tests.laws.strategies import Shape, sessions

BASE = "one two three four five"


def brackets(composed: Composition) -> list[Run]:
    shown = dict.fromkeys(each.provision for each in composed.places)
    return [run for each in shown for run in composed.provision(each).runs if run.options]


@given(sessions(Shape(delegations=8, amendments=10)))
def test_each_choice_reads_in_one_way(session: Session) -> None:
    note(narrated(session))
    composed = compose(session)
    for run in brackets(composed):
        conflict = composed.conflict(run.conflict)
        assert conflict is not None
        offered = Counter(each.amendments for each in composed.options(conflict))
        assert Counter(taken for option in run.options for taken in option.takes) == offered
        assert () in run.options[-1].takes


def test_a_choice_reads_at_ranges_where_only_some_of_it_stands() -> None:
    left = words("L", swap(BASE, "two", "2"), swap(BASE, "four", "4"))
    right = words("R", swap(BASE, "two", "II"))
    apart = words("A", swap(BASE, "four five", "IV"))
    composed = compose(negotiation(BASE, left, right, apart))
    first, second = brackets(composed)
    reads = {each.text for run in (first, second) for each in run.options if ("L",) in each.takes}
    assert reads == {"2", "4 five"}
    (both,) = (e.amendments for e in composed.options(only_conflict(composed)) if e.delegations[1:])
    assert {e.text for run in (first, second) for e in run.options if both in e.takes} == {
        "II",
        "IV",
    }


def test_a_new_provision_in_brackets_reads_by_each_choice() -> None:
    drop = structural("J", AmendmentKind.JOIN, provisions=("p0", "p1"))
    new = structural("N", AmendmentKind.NEW_PROVISION, "n", text="New.", after="p0")
    (run,) = brackets(compose(negotiation(["One.", "Two."], drop, new)))
    assert [(each.text, each.takes) for each in run.options] == [
        ("New.", (("N",),)),
        ("", ((), ("J",))),
    ]
