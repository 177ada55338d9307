"""The heaviest chain: of many possible pairs, those that can all stand in order."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple


class Pair(NamedTuple):
    """Old item `old` may be new item `new`, and so on for `length` items; `weight` says how much
    speaks for it. The items of a pair longer than one belong to no other pair."""

    old: int
    new: int
    weight: float
    length: int = 1


class _Link(NamedTuple):
    """The heaviest chain that ends with `pair`, as a linked list."""

    weight: float
    pair: Pair
    before: "_Link | None"


def heaviest_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs of greatest total weight among those that rise strictly in both texts.

    Of equal chains the choice depends on the pairs alone, not on the order they come in.
    """
    ends: list[int] = []
    links: list[_Link] = []
    for pair in sorted(pairs, key=_by_old_then_new_downwards):
        place = bisect_left(ends, pair.new)
        before = links[place - 1] if place else None
        weight = pair.weight + (before.weight if before else 0.0)
        if place < len(ends) and ends[place] == pair.new and links[place].weight >= weight:
            continue
        outdone = place
        while outdone < len(ends) and links[outdone].weight <= weight:
            outdone += 1
        ends[place:outdone] = [pair.new]
        links[place:outdone] = [_Link(weight, pair, before)]
    return _unrolled(links[-1] if links else None)


def _by_old_then_new_downwards(pair: Pair) -> tuple[int, int, float]:
    """Downwards, so that no two pairs of one old item follow each other in a chain."""
    return pair.old, -pair.new, -pair.weight


def _unrolled(link: _Link | None) -> list[Pair]:
    chain = []
    while link is not None:
        chain.append(link.pair)
        link = link.before
    return chain[::-1]
