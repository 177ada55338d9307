"""The order of different insertions at one place (rule 5).

Each delegation's own order first, joined topologically, then the rank of the lowest included
sponsor. A cycle cannot be ordered: its members come out together.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Claim(NamedTuple):
    """One thing to be placed. `places` gives its ordinal in each credited delegation's own
    order; `rank` the rank of the first of them; `tie` settles what nothing else does and never
    depends on ids or on the order of entry."""

    places: Mapping[str, int]
    rank: tuple[object, ...]
    tie: tuple[object, ...]


class Ordered(NamedTuple):
    """`groups` are indices in order; a group of several is a cycle. `by_rank` tells that
    somewhere only the rank decided."""

    groups: tuple[tuple[int, ...], ...]
    by_rank: bool


def in_order(claims: Sequence[Claim]) -> Ordered:
    """The order of `claims`, as indices."""
    after = _follows(claims)
    groups = _cycles(after)
    group_of = {index: number for number, group in enumerate(groups) for index in group}
    waiting = [
        {group_of[each] for index in group for each in after[index]} - {number}
        for number, group in enumerate(groups)
    ]
    left = set(range(len(groups)))
    ordered: list[tuple[int, ...]] = []
    by_rank = False
    while left:
        ready = [number for number in left if not waiting[number] & left]
        by_rank = by_rank or len(ready) > 1
        first = min(ready, key=lambda number: _priority(claims, groups[number]))
        ordered.append(tuple(sorted(groups[first], key=lambda i: (claims[i].rank, claims[i].tie))))
        left.discard(first)
    return Ordered(tuple(ordered), by_rank)


def wanted_orders(claims: Sequence[Claim], cycle: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The distinct orders that the delegations want for the members of a cycle; members that a
    delegation does not propose follow its own, by rank."""
    delegations = sorted({d for index in cycle for d in claims[index].places})
    orders = {
        tuple(
            sorted(
                cycle,
                key=lambda i: (
                    each not in claims[i].places,
                    claims[i].places.get(each, 0),
                    claims[i].rank,
                    claims[i].tie,
                ),
            )
        ): None
        for each in delegations
    }
    return tuple(orders)


def _priority(claims: Sequence[Claim], group: Sequence[int]) -> tuple[object, ...]:
    return min(
        (claims[i].rank, min(claims[i].places.values(), default=0), claims[i].tie) for i in group
    )


def _follows(claims: Sequence[Claim]) -> list[set[int]]:
    """For each claim the claims that some delegation puts before it."""
    return [
        {
            other
            for other, before in enumerate(claims)
            if other != index
            and any(
                before.places[d] < ordinal
                for d, ordinal in claim.places.items()
                if d in before.places
            )
        }
        for index, claim in enumerate(claims)
    ]


def _cycles(after: Sequence[set[int]]) -> list[tuple[int, ...]]:
    """Strongly connected components of a small graph, through reachability."""
    reach = [_reachable(after, index) for index in range(len(after))]
    groups: list[tuple[int, ...]] = []
    placed: set[int] = set()
    for index in range(len(after)):
        if index not in placed:
            group = tuple(
                other
                for other in range(len(after))
                if other == index or (other in reach[index] and index in reach[other])
            )
            placed.update(group)
            groups.append(group)
    return groups


def _reachable(after: Sequence[set[int]], start: int) -> set[int]:
    reached: set[int] = set()
    frontier = [start]
    while frontier:
        for each in after[frontier.pop()]:
            if each not in reached:
                reached.add(each)
                frontier.append(each)
    return reached
