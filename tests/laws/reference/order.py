"""The order of different insertions at one point, and of new provisions in one gap."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from editor.negotiation.session import Session


@dataclass(frozen=True)
class Standing:
    """Something that stands at the point, and the included amendments that put it there."""

    text: str
    members: frozenset[str]


def credited(session: Session, members: Iterable[str]) -> frozenset[str]:
    """The sponsors whose layers are on; all of them if only the Chair brought it in."""
    sponsors = {
        sponsor
        for each in members
        for sponsor in (
            session.amendments[each].sponsors if each in session.amendments else ("chair",)
        )
    }
    switched_on = {each for each in sponsors if session.delegations[each].layer_on}
    return frozenset(switched_on or sponsors)


def own_place(session: Session, standing: Standing, sponsor: str) -> int | None:
    """Where a delegation has put it in its own order."""
    ordinals = [
        said.ordinal
        for each in standing.members
        if each in session.amendments
        for said in session.amendments[each].sponsorships
        if said.delegation == sponsor
    ]
    return min(ordinals, default=None)


def comes_before(session: Session, one: Standing, other: Standing) -> bool:
    """Whether a delegation credited with both wants `one` first."""
    for sponsor in credited(session, one.members) & credited(session, other.members):
        mine, theirs = own_place(session, one, sponsor), own_place(session, other, sponsor)
        if mine is not None and theirs is not None and mine < theirs:
            return True
    return False


def by_rank(session: Session, standing: Standing) -> tuple[object, int, str]:
    lowest = min(credited(session, standing.members), key=lambda each: session.rank_of[each])
    ordinal = own_place(session, standing, lowest)
    return (session.rank_of[lowest], ordinal or 0, standing.text)


def in_order(session: Session, standings: Iterable[Standing]) -> list[tuple[Standing, ...]]:
    """All in order; those whose sponsors' orders run in a circle together, as one."""
    waiting = circles(session, list(standings))
    result: list[tuple[Standing, ...]] = []
    while waiting:
        ready = [
            unit
            for unit in waiting
            if not any(
                comes_before(session, theirs, mine)
                for other in waiting
                if other is not unit
                for theirs in other
                for mine in unit
            )
        ]
        first = min(ready, key=lambda unit: min(by_rank(session, each) for each in unit))
        waiting.remove(first)
        result.append(tuple(sorted(first, key=lambda each: by_rank_alone(session, each))))
    return result


def by_rank_alone(session: Session, standing: Standing) -> tuple[object, str]:
    """Inside a circle no delegation's own order says anything."""
    rank, _, text = by_rank(session, standing)
    return rank, text


def circles(session: Session, standings: list[Standing]) -> list[tuple[Standing, ...]]:
    """Each with those that must come both before and after it."""
    after = {each: {each} for each in standings}
    for _ in standings:
        for each in standings:
            after[each] |= {
                other
                for mine in after[each].copy()
                for other in standings
                if comes_before(session, mine, other)
            }
    return list(
        {
            frozenset(other for other in after[each] if each in after[other]): tuple(
                other for other in standings if other in after[each] and each in after[other]
            )
            for each in standings
        }.values()
    )


def is_for_rank_to_decide(session: Session, order: list[Standing]) -> bool:
    """Whether the delegations' own orders leave more than one order possible."""
    return not all(comes_before(session, one, other) for one, other in pairwise(order))
