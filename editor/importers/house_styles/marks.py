"""Brackets paired with each other, however they are nested, and those without a partner."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

FORMAT_OPENS, FORMAT_CLOSES = "\ue000", "\ue001"
"""Stand around words that a format sets apart, as brackets do; no document has them."""
STRUCK_OPENS, STRUCK_CLOSES = "\ue002", "\ue003"
"""The same around words that are struck."""
NAMED = "\ue004"
"""Stands in a mark behind its words, before each delegation that is named beside it."""
CLOSING = {
    "[": "]",
    "(": ")",
    "{": "}",
    FORMAT_OPENS: FORMAT_CLOSES,
    STRUCK_OPENS: STRUCK_CLOSES,
}
_OPENING = {closing: opening for opening, closing in CLOSING.items()}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two brackets at offsets of a text. What they enclose is `[start + 1, end)`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs by where they start, and the offsets of brackets without a partner."""

    pairs: tuple[Pair, ...]
    alone: tuple[int, ...]


def paired(text: str, openings: str, wider: Sequence[Callable[[int], int]] = ()) -> Pairing:
    """The brackets of `text` that start with one of `openings`.

    Brackets are first paired within the stretches that the first of `wider` numbers (offset ->
    number), what is left within those of the next, and so on, at last in all of the text: so one
    bracket too many spoils its own paragraph and no other. A closing bracket meets the last open
    one of its kind.
    """
    left = list(_brackets(text, openings))
    pairs: list[Pair] = []
    for stretch in (*wider, _all_of_it):
        by_stretch: dict[int, list[int]] = defaultdict(list)
        for offset in left:
            by_stretch[stretch(offset)].append(offset)
        left = []
        for offsets in by_stretch.values():
            met, alone = _met(text, offsets)
            pairs.extend(met)
            left.extend(alone)
        left.sort()
    return Pairing(tuple(sorted(pairs, key=lambda pair: pair.start)), tuple(left))


def _all_of_it(_offset: int) -> int:
    return 0


def _brackets(text: str, openings: str) -> Iterator[int]:
    wanted = openings + "".join(CLOSING[mark] for mark in openings)
    for offset, character in enumerate(text):
        if character in wanted:
            yield offset


def _met(text: str, offsets: Sequence[int]) -> tuple[list[Pair], list[int]]:
    open_ones: dict[str, list[int]] = defaultdict(list)
    pairs: list[Pair] = []
    alone: list[int] = []
    for offset in offsets:
        character = text[offset]
        if character in CLOSING:
            open_ones[character].append(offset)
        elif open_ones[_OPENING[character]]:
            pairs.append(Pair(open_ones[_OPENING[character]].pop(), offset))
        else:
            alone.append(offset)
    for rest in open_ones.values():
        alone.extend(rest)
    return pairs, sorted(alone)
