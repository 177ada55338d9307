"""Moves: a paragraph that is taken out here and put in there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from editor.importers.tracked.moved_words import MovedWords
from editor.importers.tracked.wishes import Left, Wish
from editor.negotiation.amendment import START, AmendmentKind
from editor.negotiation.session import Session
from editor.text.diff import kept_length, word_edits

_SENTENCE = 40
"""Code points from which a text that occurs several times is moved, not dropped and repeated."""

_CARRIED = 0.5
"""Of the shorter text at least this much (in code points) is kept in a move."""

_NEAREST = 8
"""Arrivals compared with one departure: the first that are free, for what moves together keeps
its order."""

_Found = Sequence[Wish | Left]


def with_moves(session: Session, found: Mapping[str, _Found]) -> dict[str, list[Wish | Left]]:
    """The wishes of each delegation, where a deleted provision that comes again is moved: in
    the same words, or in others where Word says with marks of its own that it is. What differs
    then is amended, by whoever changed it.

    One that comes again where it stood has not moved at all.
    """
    told = {delegation: list(own) for delegation, own in found.items()}
    for delegation in found:
        own = told[delegation]
        arrived = {id(arrival): departure for departure, arrival in _moved(session, own)}
        departed = {id(each) for each in arrived.values()}
        in_place: list[Wish | Left] = []
        for each in own:
            if isinstance(each, Wish) and id(each) in arrived:
                moved = MovedWords(session, arrived[id(each)], each)
                in_place.extend((moved.move(), *moved.amended()))
                for other, more in moved.amended_by_others():
                    told.setdefault(other, []).append(more)
            elif id(each) not in departed:
                in_place.append(each)
        told[delegation] = _without_standstill(session.base_order, in_place)
    return told


def _moved(session: Session, found: _Found) -> list[tuple[Wish, Wish]]:
    """Where each provision that moves is deleted, and where it comes again."""
    departures: dict[str, list[Wish]] = defaultdict(list)
    arrivals: dict[str, list[Wish]] = defaultdict(list)
    for wish in found:
        if isinstance(wish, Wish):
            amendment = wish.amendment
            if amendment.kind is AmendmentKind.DELETE_PROVISION:
                departures[session.provisions[amendment.provision].text].append(wish)
            elif amendment.kind is AmendmentKind.NEW_PROVISION and amendment.text:
                arrivals[amendment.text].append(wish)
    pairs: list[tuple[Wish, Wish]] = []
    for text, leaving in departures.items():
        coming = arrivals.get(text, [])
        if len(leaving) == len(coming) or len(text) >= _SENTENCE:
            pairs.extend(zip(leaving, coming, strict=False))
    settled = {id(each) for pair in pairs for each in pair}
    left = [each for own in departures.values() for each in own if id(each) not in settled]
    came = [each for own in arrivals.values() for each in own if id(each) not in settled]
    return [*pairs, *_told_by_name(session, left, came)]


def _told_by_name(
    session: Session, departures: Iterable[Wish], arrivals: Iterable[Wish]
) -> Iterator[tuple[Wish, Wish]]:
    """Those that share the name of a move and most of their words."""
    free: dict[str, dict[int, Wish]] = defaultdict(dict)
    for each in arrivals:
        for name in _names(each):
            free[name][id(each)] = each
    for departure in departures:
        text = session.provisions[departure.amendment.provision].text
        nearest = [
            each
            for name in sorted(_names(departure))
            for each in islice(free[name].values(), _NEAREST)
        ]
        shares = [(_share(text, each.amendment.text or ""), each) for each in nearest]
        share, arrival = max(shares, key=lambda each: each[0], default=(0.0, None))
        if arrival is not None and share >= _CARRIED:
            for name in _names(arrival):
                del free[name][id(arrival)]
            yield departure, arrival


def _names(wish: Wish) -> frozenset[str]:
    return frozenset(each.move for each in wish.atoms if each.move)


def _share(old: str, new: str) -> float:
    return kept_length(old, word_edits(old, new)) / min(len(old), len(new))


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
