"""Which old paragraph a new one resembles, by the words they share."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest, nsmallest
from math import log
from typing import NamedTuple

from editor.text.function_words import FUNCTION_WORDS
from editor.text.words import words_of

_NEAREST = 32
"""Old paragraphs looked at for one word of a new one: those nearest to where it would stand."""

_TELLING = 10
"""Words of a new paragraph by which its candidates are found: the rarest."""

_CANDIDATES = 8
"""Old paragraphs compared with one new one: those that share most."""

_UNKNOWN = 1000
"""What a word counts that stands in no old paragraph, or in one."""


class Resemblance(NamedTuple):
    """Old and new paragraph and what they share: 0.0 (no word) to 1.0 (every word)."""

    old: int
    new: int
    share: float


@lru_cache(maxsize=16384)
def content_words(text: str) -> frozenset[str]:
    """The words that say what a text is about; of a text without any, all its tokens."""
    found = [word.casefold() for word in words_of(text).words]
    telling = [word for word in found if word[0].isalnum() and word not in FUNCTION_WORDS]
    return frozenset(telling or found)


def resemblances(old: Mapping[int, str], new: Mapping[int, str], least: float) -> list[Resemblance]:
    """The pairs of paragraphs, given by their indices, that share at least `least`.

    A rare word counts for more than one that is everywhere. For each new paragraph only the
    old ones that share its words nearest to its place are looked at, so the cost grows with the
    number of words and not with the number of pairs.
    """
    if not old or not new:
        return []
    index = _Index(old)
    scale = (max(old) + 1) / (max(new) + 1)
    found = []
    for number, text in new.items():
        for other, share in index.nearest(content_words(text), number * scale):
            if share >= least:
                found.append(Resemblance(other, number, share))
    return found


class _Index:
    """The old paragraphs by their words."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._words = {number: content_words(text) for number, text in texts.items()}
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number in sorted(self._words):
            for word in self._words[number]:
                places[word].append(number)
        self._places = dict(places)
        self._rarity = {word: _rarity(len(where)) for word, where in places.items()}
        self._sums = {number: self._sum(words) for number, words in self._words.items()}

    def _how_common(self, word: str) -> tuple[int, str]:
        return len(self._places[word]), word

    def _sum(self, words: Iterable[str]) -> int:
        rarity = self._rarity
        return sum([rarity.get(word, _UNKNOWN) for word in words])

    def nearest(self, words: frozenset[str], expected: float) -> list[tuple[int, float]]:
        """The best candidates with their shares, best first, of equals the nearest."""
        shared: defaultdict[int, int] = defaultdict(int)
        for word in nsmallest(_TELLING, words & self._places.keys(), key=self._how_common):
            rarity = self._rarity[word]
            for number in _window(self._places[word], expected):
                shared[number] += rarity
        total = self._sum(words)
        bounds = {
            number: 2 * both / (total + self._sums[number]) for number, both in shared.items()
        }
        best = nlargest(
            _CANDIDATES, bounds, key=lambda each: (bounds[each], -abs(each - expected), -each)
        )
        return [
            (each, 2 * self._sum(words & self._words[each]) / (total + self._sums[each]))
            for each in best
        ]


def _rarity(paragraphs: int) -> int:
    """What a word counts that stands in so many paragraphs; whole numbers, so that sums do not
    depend on the order of the words."""
    return round(_UNKNOWN / (1 + log(paragraphs)))


def _window(places: Sequence[int], expected: float) -> Sequence[int]:
    if len(places) <= _NEAREST:
        return places
    middle = bisect_left(places, expected)
    start = max(0, min(middle - _NEAREST // 2, len(places) - _NEAREST))
    return places[start : start + _NEAREST]
