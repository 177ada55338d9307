"""Where quoted words stand among the printed ones."""

import re
from collections.abc import Sequence

from editor.importers.compilation.ground import Ground, Word, same_word
from editor.text.tokens import tokens

_TRAIL = re.compile(r"[\s.…,;:]+$")
_WIDEST_GAP = 14


def words_of(quote: str) -> list[str]:
    """The words and marks of quoted text, without the dots that say "and so on"."""
    return [piece for piece in tokens(_TRAIL.sub("", quote)) if not piece.isspace()]


def ending_at(ground: Ground, quote: Sequence[str], end: int) -> tuple[int, int] | None:
    """Where `quote` is printed so that it ends at `end`, but for marks after it."""
    for stop in range(end, max(end - 3, 0), -1):
        start = stop - len(quote)
        if start < 0:
            return None
        if _matches(ground.words[start:stop], quote):
            return start, stop
        if ground.words[stop - 1].is_word:
            return None
    return None


def opening_run(ground: Ground, quote: Sequence[str], end: int) -> tuple[int, int] | None:
    """The struck run that ends at `end`, if `quote`, broken off early, is how it begins."""
    start = end
    while (
        start > 0
        and ground.words[start - 1].struck
        and (ground.words[start - 1].run == ground.words[end - 1].run)
    ):
        start -= 1
    stop = start + len(quote)
    if stop <= end and _matches(ground.words[start:stop], quote):
        return start, end
    return None


def nearest(ground: Ground, quote: Sequence[str], place: int) -> tuple[int, int] | None:
    """The printing of `quote` in one piece that is nearest to `place`, before it if possible."""
    found = [
        (start, start + len(quote))
        for start in range(len(ground.words) - len(quote) + 1)
        if _matches(ground.words[start : start + len(quote)], quote)
    ]
    if not found:
        return None
    return min(found, key=lambda each: abs(each[1] - place) + (30 if each[1] > place else 0))


def scattered(ground: Ground, quote: Sequence[str], place: int) -> list[int] | None:
    """The words of `quote` in order with other words between, in the tightest stretch near
    `place`; None if they are not all there or lie too far apart."""
    best: tuple[int, list[int]] | None = None
    for start, word in enumerate(ground.words):
        if word.in_base is False or not same_word(word.text, quote[0]):
            continue
        indices = _follow(ground.words, quote, start)
        if indices is None:
            continue
        gaps = indices[-1] - indices[0] + 1 - len(quote)
        cost = 3 * gaps + abs(place - indices[-1])
        if best is None or cost <= best[0]:
            best = cost, indices
    return best[1] if best else None


def _follow(words: Sequence[Word], quote: Sequence[str], start: int) -> list[int] | None:
    indices = [start]
    for wanted in quote[1:]:
        position = indices[-1] + 1
        limit = min(len(words), position + _WIDEST_GAP)
        while position < limit and (
            words[position].in_base is False or not same_word(words[position].text, wanted)
        ):
            position += 1
        if position >= limit:
            return None
        indices.append(position)
    return indices


def _matches(words: Sequence[Word], quote: Sequence[str]) -> bool:
    return len(words) == len(quote) and all(
        same_word(word.text, wanted) for word, wanted in zip(words, quote, strict=True)
    )
