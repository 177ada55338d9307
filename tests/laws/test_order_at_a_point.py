"""Rule 5: different insertions at one point, and new provisions in one gap."""

from dataclasses import replace

from editor.negotiation.amendment import START, AmendmentKind
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


def test_a_circle_inside_an_option_is_put_in_order_by_rank() -> None:
    now = replace(in_own_order(NOW, X=1, Y=2), alternatives=("D",))
    here = replace(in_own_order(HERE, X=2, Y=1), alternatives=("D",))
    go = words("D", Edit(3, 6, "go"))
    text = compose(negotiation(BASE, now, here, go)).provision("p0").text
    assert "act here now" in text or "act now here" in text
    assert "go" in text
