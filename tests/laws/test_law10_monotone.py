"""Law 10: who excludes whom grows with inclusion and shrinks with removal; only rulings decide
what is open."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, note
from hypothesis import strategies as st

from editor.negotiation.composition import compose
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.session import Decision, Session
from tests.laws.narration import narrated
from tests.laws.strategies import Shape, sessions, unruled_sessions


def with_decisions(session: Session, included: Iterable[str]) -> Session:
    """Exactly these amendments are included, by the Chair."""
    chosen = set(included)
    decisions = {each: Decision(each, each in chosen) for each in session.amendments}
    return replace(session, decisions=decisions)


def in_conflict(session: Session) -> set[str]:
    return {
        member
        for each in compose(session).conflicts
        if each.kind is not ConflictKind.ORDER
        for member in each.members
    }


@given(unruled_sessions(Shape(amendments=9, inner=False)), st.data())
def test_conflicts_grow_with_inclusion(session: Session, data: st.DataObject) -> None:
    note(narrated(session))
    amendments = sorted(session.amendments)
    many = set(data.draw(st.lists(st.sampled_from(amendments), unique=True)))
    few = set(data.draw(st.lists(st.sampled_from(sorted(many)), unique=True))) if many else many
    fewer, more = with_decisions(session, few), with_decisions(session, many)
    assert in_conflict(fewer) <= in_conflict(more)
    assert each_lives_on(fewer, more)


def each_lives_on(fewer: Session, more: Session) -> bool:
    """Whether each conflict among the few lives on inside some conflict among the many."""
    larger = [set(each.members) for each in compose(more).conflicts]
    return all(
        any(set(each.members) <= other for other in larger)
        for each in compose(fewer).conflicts
        if each.kind is not ConflictKind.ORDER
    )


@given(sessions(Shape(amendments=9)))
def test_only_rulings_decide_what_is_open(session: Session) -> None:
    note(narrated(session))
    composed = compose(session)
    for each in composed.conflicts:
        assert each.is_open is (each.ruling is None)
    settled = {each.ruling for each in composed.conflicts if each.ruling}
    settled |= {each.ruling for each in composed.order_questions if each.ruling}
    assert settled | set(composed.dormant_rulings) == set(session.rulings)
    assert not settled & set(composed.dormant_rulings)
    assert all(each.is_open for each in compose(replace(session, rulings={})).conflicts)
