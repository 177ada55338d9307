"""Ranking a delegation's own rival proposals, and which of them its layer brings in."""

from dataclasses import replace

from editor.negotiation.amendment import Amendment, Position
from editor.negotiation.commands.proposing import RankWishes
from editor.negotiation.composition import compose
from editor.negotiation.index import build_index
from editor.negotiation.patch import patched
from editor.negotiation.provision import Stance
from editor.negotiation.rivals import rival_wishes
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.ui.negotiations import edit, small_negotiation


def _session(*more: Amendment) -> Session:
    """Canada has three wishes for the draining, and one elsewhere."""
    plain = small_negotiation()
    wishes = (
        edit("b1", "p1", "can", "draining", "drying"),
        edit("b2", "p1", "can", "the draining of", "all harm to"),
        *more,
    )
    amendments = {**plain.amendments, **{each.id: each for each in wishes}}
    delegations = {**plain.delegations}
    delegations["can"] = replace(delegations["can"], layer_on=True)
    return replace(plain, amendments=amendments, delegations=delegations)


def _ranked(session: Session, *wishes: str, unranked: tuple[str, ...] = ()) -> Session:
    return patched(session, RankWishes("can", wishes, unranked).plan(session))


def test_a_layer_brings_in_the_wish_ranked_first_and_is_no_conflict_with_itself() -> None:
    session = _session()
    assert compose(session).conflicts

    first = _ranked(session, "b2")

    assert compose(first).provision("p1").text == "Parties should prevent all harm to wetlands."
    assert not compose(first).conflicts


def test_a_rank_is_taken_back_with_the_position_that_only_held_it() -> None:
    ranked = _ranked(_session(), "b2", "a1")
    assert ranked.amendments["b2"].positions == (Position("can", Stance.SUPPORT, rank=1),)

    left = _ranked(ranked, "a1", unranked=("b2",))

    assert left.amendments["b2"].positions == ()
    assert left.amendments["a1"].rank_for("can") == 1


def test_what_a_delegation_says_of_its_own_wish_outlives_its_rank() -> None:
    said = Position("can", Stance.SUPPORT, "if all agree", rank=2)
    session = _session(replace(edit("b3", "p1", "can", "draining", "end"), positions=(said,)))

    left = _ranked(session, unranked=("b3",))

    assert left.amendments["b3"].positions == (replace(said, rank=None),)


def test_rivals_are_a_delegations_own_wishes_that_exclude_each_other() -> None:
    session = _session(edit("b3", "p1", "can", "of wetlands", "by anybody"))
    index = build_index(session)

    assert rival_wishes(index, session.amendments["a1"], "can") == ("b1", "b2", "b3")
    assert rival_wishes(index, session.amendments["b3"], "can") == ("a1", "b1", "b2")
    assert rival_wishes(index, session.amendments["a2"], "egy") == ()
    assert rival_wishes(index, session.amendments["a5"], "can") == ()
    assert rival_wishes(index, session.amendments["a7"], "egy") == ()


def test_rivals_inside_the_words_of_a_proposal_are_found() -> None:
    inner = (
        replace(edit("b3", "p2", "can", "Parties", "x"), target="a3", edits=(Edit(1, 4, "or"),)),
        replace(edit("b4", "p2", "can", "Parties", "x"), target="a3", edits=(Edit(1, 4, "nor"),)),
    )
    session = _session(*inner)

    assert rival_wishes(build_index(session), session.amendments["b4"], "can") == ("b3",)
