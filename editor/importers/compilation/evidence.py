"""What the rest of the document says about where an insertion starts.

Base language is repeated: if the words before a supposed insertion and the words after it meet
elsewhere in the document, the supposition is good. Insertions are repeated too: the same
delegation adds the same words in many places.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from editor.importers.compilation.grammar_words import CONJUNCTIONS, GRAMMAR_WORDS

_LONGEST = 6
_LONGEST_INSERTION = 40
_OPENING = 2
_TELLING = 4
_SEVERAL = 3


class Evidence:
    """Sequences of words of a document, the known insertions and the ends of unknown ones."""

    def __init__(self, passages: Iterable[Sequence[str]]) -> None:
        self._grams: Counter[tuple[str, ...]] = Counter()
        self.vocabulary: Counter[str] = Counter()
        self._insertions: Counter[tuple[str, ...]] = Counter()
        self._inserted_by: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._tails: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._tail_counts: Counter[tuple[str, ...]] = Counter()
        self._openings: Counter[tuple[str, ...]] = Counter()
        for passage in passages:
            self._openings[_opening(passage)] += 1
            self.vocabulary.update(passage)
            for length in range(2, _LONGEST + 1):
                for start in range(len(passage) - length + 1):
                    self._grams[tuple(passage[start : start + length])] += 1

    def attested(self, words: Sequence[str]) -> int:
        """How often two to six words stand together in the document."""
        return self._grams[tuple(words)]

    def meeting(
        self, left: Sequence[str], right: Sequence[str], between: Sequence[str] = ()
    ) -> int:
        """The length of the longest passage of the document in which words that end `left` are
        followed by words that begin `right`; 0 if they never meet.

        Grammar words and marks alone say nothing. `between` are the words printed between:
        where these end like `left` or begin like `right`, the place itself does not count.
        """
        best = 0
        for before in range(1, min(len(left), _LONGEST - 1) + 1):
            weak_left = not _content(left[-before:])
            echoes = tuple(between[-before:]) == tuple(left[-before:])
            for after in range(1, min(len(right), _LONGEST - before) + 1):
                if before + after <= best or _content(right[:after]) < 1 + weak_left:
                    continue
                here = echoes + (tuple(between[:after]) == tuple(right[:after]))
                if self._grams[(*left[-before:], *right[:after])] > here:
                    best = before + after
        return best

    def goes_on(self, left: Sequence[str], phrase: Sequence[str]) -> bool:
        """Whether the document has, elsewhere too, `phrase` begin right after `left`."""
        if len(phrase) < _TELLING:
            return False
        return self._grams[(*left[-2:], *phrase[:_TELLING])] > 1

    def opens_passages(self, words: Sequence[str]) -> bool:
        """Whether several passages begin like this."""
        return self._openings[_opening(words)] > 1

    def is_fixed(self, words: Sequence[str]) -> bool:
        """Whether two to six words stand together more often than insertions end in them."""
        return self._grams[tuple(words)] > 2 * self._tail_counts[tuple(words)] + 1

    def add_insertion(self, words: Sequence[str], delegations: Iterable[str]) -> None:
        self._insertions[tuple(words)] += 1
        self._inserted_by[tuple(words)].update(delegations)

    def times_inserted(self, words: Sequence[str], delegations: Iterable[str]) -> int:
        """How often these words are known to be inserted by one of these delegations."""
        key = tuple(words)
        if self._inserted_by[key].isdisjoint(delegations):
            return 0
        return self._insertions[key]

    def add_end(self, before: Sequence[str]) -> None:
        """`before` are the words that end in an insertion whose start is not known."""
        for length in range(1, min(len(before) - 1, _LONGEST_INSERTION) + 1):
            tail = tuple(before[-length:])
            self._tail_counts[tail] += 1
            self._tails[tail].add(before[-length - 1])

    def common_tail(self, words: Sequence[str]) -> bool:
        """Whether insertions end in these words at several places, after different words."""
        key = tuple(words)
        if self._tail_counts[key] < 2 or len(self._tails[key]) < 2:
            return False
        return not any(
            word in CONJUNCTIONS and self._stands_alone(key[:place], key)
            for place, word in enumerate(key)
            if place > 1
        )

    def repeats_after_conjunction(self, left: Sequence[str], phrase: Sequence[str]) -> bool:
        """Whether several insertions end in "and …", these few words, after words that the
        document also has without them."""
        key = tuple(phrase)
        if key[0] not in CONJUNCTIONS or not 1 < len(key) < _LONGEST:
            return False
        times = self._tail_counts[key]
        if times < _SEVERAL or not left or not left[-1][0].isalnum():
            return False
        if self._tail_counts[(*left[-3:], *key)] == times:
            return False
        return self._stands_alone(tuple(left[-2:]), (*left[-2:], *key))

    def _stands_alone(self, head: tuple[str, ...], whole: tuple[str, ...]) -> bool:
        return self._grams[head[-_LONGEST:]] > self._tail_counts[whole]


def _opening(words: Sequence[str]) -> tuple[str, ...]:
    """The first words, singular or plural."""
    return tuple(word.removesuffix("s") for word in words[:_OPENING])


def _content(words: Sequence[str]) -> int:
    """How many of the words say something."""
    return sum(word[0].isalnum() and word not in GRAMMAR_WORDS for word in words)
