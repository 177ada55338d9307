"""The composition as JSON: what each choice of a conflict would read like."""

from editor.exporters.composed_json import composed_json
from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.laws.cases import in_own_order, negotiation, structural, swap, words

BASE = "one two three four five"


def options_of(session: Session) -> dict[tuple[str, ...], object]:
    """The texts of the options of the only conflict, by what they take."""
    shown = composed_json(compose(session))["provisions"]
    assert isinstance(shown, list)
    conflicts = {c["id"]: c for provision in shown for c in provision["conflicts"]}
    (conflict,) = conflicts.values()
    return {tuple(each["amendments"]): each["text"] for each in conflict["options"]}


def test_a_choice_of_several_proposals_is_read_at_each_range() -> None:
    left = words("L", swap(BASE, "two", "2"), swap(BASE, "four", "4"))
    right = words("R", swap(BASE, "two", "II"))
    apart = words("A", swap(BASE, "four five", "IV"))
    texts = options_of(negotiation(BASE, left, right, apart))
    assert {frozenset(taken): text for taken, text in texts.items()} == {
        frozenset("L"): "2 … 4 five",
        frozenset("RA"): "II … IV",
        frozenset(): "two … four five",
    }


def test_a_choice_that_reads_like_the_base_somewhere() -> None:
    """B takes words at one range only; at the other it leaves the base."""
    left = words("L", swap(BASE, "two", "2"), swap(BASE, "four", "4"))
    right = words("R", swap(BASE, "two", "II"))
    texts = options_of(negotiation(BASE, left, right))
    assert texts == {("L",): "2 … 4", ("R",): "II … four", (): "two … four"}


def test_orders_of_new_provisions_are_options() -> None:
    new = [
        structural(name, AmendmentKind.NEW_PROVISION, f"n{name}", text=f"{name}.", after="p0")
        for name in "BC"
    ]
    circle = [in_own_order(new[0], X=1, Y=2), in_own_order(new[1], X=2, Y=1)]
    assert list(options_of(negotiation(BASE, *circle))) == [("B", "C"), ("C", "B"), ()]


def test_struck_words_name_both_delegations() -> None:
    now = words("N", Edit(len(BASE), len(BASE), " and more"))
    less = words("I", swap(" and more", " more", ""), target="N")
    shown = composed_json(compose(negotiation(BASE, now, less)))["provisions"]
    assert isinstance(shown, list)
    (struck,) = (run for run in shown[0]["runs"] if run["kind"] == "struck")
    assert (struck["delegations"], struck["inserted_by"]) == (["I"], ["N"])
    assert (struck["amendments"], struck["inserted_in"]) == (["I"], ["N"])
