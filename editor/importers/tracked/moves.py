"""Moves: a paragraph that is taken out here and put in there."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from editor.importers.tracked.wishes import Left, Wish
from editor.negotiation.amendment import START, AmendmentKind
from editor.negotiation.session import Session

_SENTENCE = 40
"""Code points from which a text that occurs several times is moved, not dropped and repeated."""


def with_moves(session: Session, found: Sequence[Wish | Left]) -> list[Wish | Left]:
    """The wishes of one delegation, where a deleted provision that comes again in the same
    words is moved: Word says so with marks of its own, others by a deletion and an insertion.

    One that comes again where it stood has not moved at all.
    """
    waiting: dict[str, list[Wish]] = defaultdict(list)
    arriving: dict[str, list[Wish]] = defaultdict(list)
    for wish in found:
        if isinstance(wish, Wish) and not wish.inner:
            amendment = wish.amendment
            if amendment.kind is AmendmentKind.DELETE_PROVISION:
                waiting[session.provisions[amendment.provision].text].append(wish)
            elif amendment.kind is AmendmentKind.NEW_PROVISION and amendment.text:
                arriving[amendment.text].append(wish)
    arrived: dict[int, Wish] = {}
    departed: set[int] = set()
    for text, departures in waiting.items():
        arrivals = arriving.get(text, [])
        if len(departures) != len(arrivals) and len(text) < _SENTENCE:
            continue
        for departure, arrival in zip(departures, arrivals, strict=False):
            departed.add(id(departure))
            arrived[id(arrival)] = departure
    in_place = [
        _as_move(each, arrived[id(each)])
        if isinstance(each, Wish) and id(each) in arrived
        else each
        for each in found
        if id(each) not in departed
    ]
    return _without_standstill(session.base_order, in_place)


def _as_move(arrival: Wish, departure: Wish) -> Wish:
    """Where it arrives it has its place among what else is new there."""
    after = arrival.amendment.after
    moved = replace(departure.amendment, kind=AmendmentKind.MOVE, after=after)
    return Wish(moved, departure.atoms + arrival.atoms)


def _without_standstill(order: Sequence[str], found: Sequence[Wish | Left]) -> list[Wish | Left]:
    """Without moves to the place where a provision stands. What is new there stands before or
    after it, as it did in the document."""
    above = dict(zip(order, (START, *order), strict=False))
    left = list(found)
    for still in found:
        if not isinstance(still, Wish) or still.amendment.kind is not AmendmentKind.MOVE:
            continue
        provision, gap = still.amendment.provision, still.amendment.after
        if gap not in (provision, above[provision]):
            continue
        place = next(index for index, each in enumerate(left) if each is still)
        before = [_from_gap(each, provision, above[provision]) for each in left[:place]]
        after = [_from_gap(each, above[provision], provision) for each in left[place + 1 :]]
        left = before + after
    return left


def _from_gap(wish: Wish | Left, gap: str, to: str) -> Wish | Left:
    if isinstance(wish, Left) or wish.amendment.after != gap:
        return wish
    return replace(wish, amendment=replace(wish.amendment, after=to))
