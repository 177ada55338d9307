"""Rule 5: different insertions at one point, and new provisions in one gap."""

from dataclasses import replace

from editor.negotiation.amendment import START, Amendment, AmendmentKind
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
    text_of,
    words,
)

BASE = "we act"
NOW = words("N", Edit(6, 6, " now"))
HERE = words("H", Edit(6, 6, " here"))
WELL = words("W", Edit(6, 6, " well"))


def test_rank_decides_not_the_order_of_entering() -> None:
    assert text_of(negotiation(BASE, NOW, HERE)) == "we act here now"
    assert text_of(negotiation(BASE, HERE, NOW)) == "we act here now"
    session = negotiation(BASE, HERE, NOW)
    first = replace(session.delegations["N"], rank=0)
    session = replace(session, delegations={**session.delegations, "N": first})
    assert text_of(session) == "we act now here"
    (question,) = compose(session).order_questions
    assert question.members == ("N", "H")


def test_a_delegations_own_order_goes_before_rank() -> None:
    now = in_own_order(NOW, N=1, A=1)
    here = in_own_order(HERE, H=1, N=2)
    composed = compose(negotiation(BASE, now, here))
    assert composed.provision("p0").text == "we act now here"
    assert not composed.order_questions


def test_own_orders_are_joined() -> None:
    """X wants now before here, Y here before well: now, here, well."""
    now = in_own_order(NOW, X=1)
    here = in_own_order(HERE, X=2, Y=1)
    well = in_own_order(WELL, Y=2, A=1)
    assert text_of(negotiation(BASE, well, here, now)) == "we act now here well"


def test_a_circle_is_a_conflict_with_each_order_wanted() -> None:
    now = in_own_order(NOW, X=1, Y=2)
    here = in_own_order(HERE, X=2, Y=1)
    composed = compose(negotiation(BASE, now, here))
    conflict = only_conflict(composed)
    assert conflict.kind is ConflictKind.ORDER
    assert set(conflict.members) == {"N", "H"}
    assert composed.provision("p0").text == "we act[ now here /  here now / —]"
    orders = {each.amendments for each in composed.options(conflict)}
    assert orders == {("N", "H"), ("H", "N"), ()}


def test_a_ruling_settles_a_circle() -> None:
    now = in_own_order(NOW, X=1, Y=2)
    here = in_own_order(HERE, X=2, Y=1)
    ruled = ruling("r1", RulingKind.ORDER, "NH", ("H", "N"))
    composed = compose(negotiation(BASE, now, here, rulings=[ruled]))
    assert composed.provision("p0").text == "we act here now"
    assert not composed.open_conflicts


def test_the_chair_reorders() -> None:
    ruled = ruling("r1", RulingKind.ORDER, "NHW", ("W", "N", "H"))
    session = negotiation(BASE, NOW, HERE, WELL, rulings=[ruled])
    assert text_of(session) == "we act well now here"
    own = in_own_order(NOW, H=1, N=1)
    later = in_own_order(HERE, H=2)
    assert (
        text_of(
            negotiation(
                BASE, own, later, rulings=[ruling("r1", RulingKind.ORDER, "NH", ("H", "N"))]
            )
        )
        == "we act here now"
    )


def test_an_order_sleeps_when_somebody_new_stands_there() -> None:
    ruled = ruling("r1", RulingKind.ORDER, "NH", ("N", "H"))
    assert compose(negotiation(BASE, NOW, HERE, WELL, rulings=[ruled])).dormant_rulings == ("r1",)


def test_insertions_are_never_interleaved_with_a_replacement_that_touches() -> None:
    session = negotiation(
        "we act so",
        words("A", Edit(3, 6, "move")),
        words("B", Edit(6, 6, " now")),
        words("C", Edit(7, 9, "thus")),
    )
    assert text_of(session) == "we move now thus"


def test_declared_alternatives_are_rivals_even_at_one_point() -> None:
    session = negotiation(BASE, replace(NOW, alternatives=("H",)), HERE)
    assert only_conflict(compose(session)).kind is ConflictKind.WORDS
    assert text_of(session) == "we act[ here /  now / —]"


def test_what_is_held_at_a_point_is_not_repeated_beside_it() -> None:
    """A free insertion stands where two rivals touch."""
    session = negotiation(
        "we act so",
        replace(words("A", Edit(2, 2, " all")), alternatives=("B",)),
        words("B", Edit(2, 6, "")),
        words("C", Edit(2, 2, " must")),
    )
    assert text_of(session).count(" all") == 1


def test_new_provisions_in_one_gap() -> None:
    new = [
        structural(name, AmendmentKind.NEW_PROVISION, f"n{name}", text=f"{name}.", after=START)
        for name in "CB"
    ]
    composed = compose(negotiation(BASE, *new))
    assert composed.paragraphs == ("B.", "C.", BASE)
    (question,) = composed.order_questions
    assert (question.offset, question.members) == (None, ("B", "C"))
    ruled = ruling("r1", RulingKind.ORDER, "BC", ("C", "B"))
    composed = compose(negotiation(BASE, *new, rulings=[ruled]))
    assert composed.paragraphs == ("C.", "B.", BASE)


def test_a_circle_inside_an_option_is_a_choice_within_it() -> None:
    now = replace(in_own_order(NOW, X=1, Y=2), alternatives=("D",))
    here = replace(in_own_order(HERE, X=2, Y=1), alternatives=("D",))
    go = words("D", Edit(3, 6, "go"))
    session = negotiation(BASE, now, here, go)
    composed = compose(session)
    text = composed.provision("p0").text
    assert text == "we [go / act[ now here /  here now / —] / act]"
    both = ruling("r1", RulingKind.OPTION, "NHD", ("N", "H"))
    chosen = compose(replace(session, rulings={"r1": both}))
    assert chosen.provision("p0").text == "we act[ now here /  here now / —]"
    (circle,) = chosen.open_conflicts
    assert circle.kind is ConflictKind.ORDER


def test_a_ruling_on_a_circle_holds_beside_others() -> None:
    """The circle is settled; where the third stands is still for the rank to decide."""
    now = in_own_order(NOW, X=1, Y=2)
    here = in_own_order(HERE, X=2, Y=1)
    ruled = ruling("r1", RulingKind.ORDER, "NH", ("H", "N"))
    composed = compose(negotiation(BASE, now, here, WELL, rulings=[ruled]))
    assert composed.provision("p0").text == "we act well here now"
    conflict = only_conflict(composed)
    assert (conflict.kind, conflict.ruling, conflict.is_open) == (ConflictKind.ORDER, "r1", False)
    assert not composed.dormant_rulings


def in_a_circle(*more: Amendment) -> list[Amendment]:
    """Two new provisions that X wants in one order and Y in the other."""
    new = [
        structural(name, AmendmentKind.NEW_PROVISION, f"n{name}", text=f"{name}.", after="p0")
        for name in "BC"
    ]
    return [in_own_order(new[0], X=1, Y=2), in_own_order(new[1], X=2, Y=1), *more]


def test_a_circle_of_new_provisions_offers_each_order_wanted() -> None:
    composed = compose(negotiation(BASE, *in_a_circle()))
    conflict = only_conflict(composed)
    assert conflict.kind is ConflictKind.ORDER
    orders = {each.amendments: each.delegations for each in composed.options(conflict)}
    assert orders == {("B", "C"): ("X", "Y"), ("C", "B"): ("X", "Y"), (): ()}


def test_a_ruling_settles_a_circle_of_new_provisions() -> None:
    ruled = ruling("r1", RulingKind.ORDER, "BC", ("C", "B"))
    composed = compose(negotiation(BASE, *in_a_circle(), rulings=[ruled]))
    assert composed.paragraphs == (BASE, "C.", "B.")
    assert not composed.open_conflicts
    assert not composed.dormant_rulings


def test_a_ruling_on_a_circle_of_new_provisions_holds_beside_others() -> None:
    third = structural("A", AmendmentKind.NEW_PROVISION, "nA", text="A.", after="p0")
    ruled = ruling("r1", RulingKind.ORDER, "BC", ("C", "B"))
    composed = compose(negotiation(BASE, *in_a_circle(third), rulings=[ruled]))
    assert composed.paragraphs == (BASE, "A.", "C.", "B.")
    assert not composed.open_conflicts
    assert not composed.dormant_rulings


def test_where_all_options_agree_the_order_is_that_of_the_text() -> None:
    """B's " may" stands anyway, through C: it is not placed after what comes later."""
    one = replace(words("A", Edit(0, 0, "so ")), alternatives=("B",))
    other = words("B", Edit(6, 6, " may"))
    both = in_own_order(words("C", Edit(0, 0, "so "), Edit(6, 6, " may")), D=1)
    later = in_own_order(words("L", Edit(6, 6, " here")), D=2)
    assert text_of(negotiation(BASE, one, other, both, later)) == "so we act may here"


def test_orders_that_read_the_same_are_one_option() -> None:
    """A third proposal empties one of the two: whichever comes first, the other is read."""
    now = in_own_order(NOW, X=1, Y=2)
    here = in_own_order(HERE, X=2, Y=1)
    emptied = words("E", Edit(0, 4, ""), target="N")
    (run,) = compose(negotiation(BASE, now, here, emptied)).provision("p0").runs[1:]
    assert run.text == "[ here / —]"
    assert set(run.options[0].takes) == {("N", "H"), ("H", "N")}
    struck = [each for each in run.options[0].runs if each.inserted_in]
    assert [(each.text, each.amendments) for each in struck] == [(" now", ("E",))]
