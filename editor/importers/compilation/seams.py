"""How good a place is for the start of a phrase whose end is marked.

Every hint adds to or takes from a score; the best start wins, and how far it leads says how
sure that is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from editor.importers.compilation.evidence import Evidence
from editor.importers.compilation.grammar_words import (
    AFTERTHOUGHTS,
    ARTICLES,
    BARE_VERB_AFTER,
    CONJUNCTIONS,
    DETERMINERS,
    GRAMMAR_WORDS,
    HANGING,
    MARKS,
    PREPOSITIONS,
    SENTENCE_ENDS,
)
from editor.importers.compilation.ground import Ground, same_word
from editor.importers.compilation.profile import ConventionProfile

_NEEDY = frozenset({"of", ",", ".", ";", ":", ")", "and", "or"})
"""What cannot follow a hanging word."""


@dataclass(frozen=True, slots=True)
class Start:
    """A start (index of the first word), its score, its lead over the next best, and that."""

    position: int
    score: float
    lead: float
    second: int | None = None


class Seams:
    """Scores the places where a phrase can start."""

    _weak = PREPOSITIONS

    def __init__(self, evidence: Evidence, profile: ConventionProfile) -> None:
        self._evidence = evidence
        self._profile = profile

    def best_start(
        self, ground: Ground, first: int, end: int, delegations: Iterable[str]
    ) -> Start | None:
        """The best start of a phrase that ends at `end` and does not start before `first`."""
        names = tuple(delegations)
        first = self._after_sentence(ground, first, end)
        scored = sorted(
            (
                (self.score(ground, start, end, names, start == first), start)
                for start in range(first, end)
                if self._is_possible(ground, start, end)
            ),
            key=lambda each: (-each[0], -each[1]),
        )
        if not scored:
            return None
        score, position = scored[0]
        if len(scored) == 1:
            return Start(position, score, 4.0)
        return Start(position, score, score - scored[1][0], scored[1][1])

    def score(
        self, ground: Ground, start: int, end: int, delegations: Sequence[str], is_first: bool
    ) -> float:
        """How likely the phrase `[start, end)` is a unit that can be left out."""
        phrase = [word.key for word in ground.words[start:end]]
        left = ground.left_of(start, 10)
        right = ground.right_of(end, 4)
        repetition = self._of_repetition(phrase, left, delegations)
        score = self._of_seam(left, right, phrase) + repetition - _of_length(phrase)
        score += self._of_opening(phrase, left, right, is_first)
        return score if repetition > 0 else score + _of_structure(phrase, left, right)

    def _of_seam(self, left: Sequence[str], right: Sequence[str], phrase: Sequence[str]) -> float:
        score = 0.0
        if not left and self._evidence.opens_passages(right):
            return 3.0
        meeting = self._evidence.meeting(left, right, phrase)
        before = left[-1] if left else "."
        after = right[0] if right else "."
        if meeting == 2 and not (before[0].isalnum() and after[0].isalnum()):
            meeting = 1
        score += {0: -0.5, 1: 0.0, 2: 0.7, 3: 1.8, 4: 2.8}.get(meeting, 3.4)
        if before in HANGING and after in _NEEDY:
            score -= 4.0
        if before in PREPOSITIONS - {"to"} and after in PREPOSITIONS:
            score -= 3.0
        if before in DETERMINERS and after in GRAMMAR_WORDS:
            score -= 2.0
        if before == "," and after in MARKS:
            score -= 1.0
        if before in SENTENCE_ENDS and after in MARKS:
            score -= 2.0
        if before == after:
            score -= 2.0
        return score

    def _of_opening(
        self, phrase: Sequence[str], left: Sequence[str], right: Sequence[str], is_first: bool
    ) -> float:
        """How much the words look like a phrase of their own."""
        head, tail = phrase[0], phrase[-1]
        before = left[-1] if left else "."
        if tail in CONJUNCTIONS:
            score = self._of_open_end(phrase, before, right)
        elif head in CONJUNCTIONS:
            score = 1.8 if right and right[0] not in MARKS else 2.2
            score += 0.8 if phrase[1:2] == [","] else 0.0
        elif _is_compound_conjunction(phrase):
            score = 1.8
        elif head == ",":
            score = self._of_comma(phrase, right)
        else:
            score = self._of_head(phrase, left, right)
        if is_first:
            strong = head in self._profile.subordinators - self._weak
            score += 2.2 if strong else 0.1
        return score + self._of_fixed_phrases(phrase, left)

    def _of_open_end(self, phrase: Sequence[str], before: str, right: Sequence[str]) -> float:
        """A phrase that ends in "and" is coordinated with what follows."""
        head = phrase[0]
        score = 1.5 if before in HANGING | PREPOSITIONS or head == "to" else 0.0
        if head in CONJUNCTIONS or head == ",":
            score -= 2.5
        if head in self._weak and right and right[0] in self._weak:
            score += 1.2
        if any(same_word(word, other) for word in phrase[:-1] for other in right[:4]):
            score += 0.8
        return score

    def _of_comma(self, phrase: Sequence[str], right: Sequence[str]) -> float:
        score = 1.6
        if phrase[-1] == ",":
            score += 1.2
        if phrase[-1] in GRAMMAR_WORDS:
            score -= 2.6
        if right and right[0] in MARKS:
            score += 0.4
        if phrase[1] in self._profile.subordinators and _breaks_off(phrase, right):
            score -= 1.2
        if phrase[1] in AFTERTHOUGHTS:
            score += 0.8
        if _is_compound_conjunction(phrase[1:]):
            score += 0.6
        return score

    def _of_head(self, phrase: Sequence[str], left: Sequence[str], right: Sequence[str]) -> float:
        head, tail = phrase[0], phrase[-1]
        before = left[-1] if left else "."
        opens = head in self._profile.subordinators or head in self._weak
        score = 0.0
        if opens:
            score += 0.4 if head in self._weak else 2.0 if head in AFTERTHOUGHTS else 1.2
            if before in CONJUNCTIONS:
                score -= 1.0
            score -= 1.2 if _breaks_off(phrase, right) else 0.0
            score -= 0.8 if tail == "," != before else 0.0
        if before == ",":
            score += 0.8 if head in self._profile.subordinators else 0.3
        before_noun = DETERMINERS | PREPOSITIONS - {"to"} | {",", "as"}
        if len(phrase) == 1 and before in before_noun and _breaks_off(phrase, right):
            score += 0.8
        if head in DETERMINERS and before in self._weak:
            score += 1.0
        if tail == "," and (before in PREPOSITIONS or left[-2:-1] in (["who"], ["that"])):
            score += 1.0
        return score

    def _of_fixed_phrases(self, phrase: Sequence[str], left: Sequence[str]) -> float:
        """A phrase that the document knows as a unit is not cut in two."""
        score = 0.0
        if phrase[0] in CONJUNCTIONS and self._evidence.is_fixed((*left[-3:], *phrase[:3])):
            score -= 2.5
        elif (
            len(phrase) > 1
            and phrase[0] != ","
            and self._evidence.is_fixed((*left[-2:], *phrase[:2]))
        ):
            score -= 2.0
        elif 3 < len(phrase) < 9 and self._evidence.is_fixed(phrase[:6]):
            score += 1.0
        return score

    def _of_repetition(
        self, phrase: Sequence[str], left: Sequence[str], delegations: Sequence[str]
    ) -> float:
        words = bare(phrase)
        if words[0] in CONJUNCTIONS and len(words) > 6 and self._evidence.common_tail(words[1:]):
            words = words[1:]
        times = self._evidence.times_inserted(words, delegations)
        if len(words) > 1 and times:
            return 4.0 if times > 1 or len(words) > 3 else 2.0
        for length in range(2, min(len(words), 6)):
            if self._evidence.times_inserted(words[:length], delegations) > 2:
                return 4.0
        if self._evidence.repeats_after_conjunction(left, phrase):
            return 3.5
        if len(words) > 2 and self._evidence.common_tail(words):
            return min(5.0, 2.5 + 0.12 * len(words))
        return -2.5 if self._evidence.goes_on(left, phrase) else 0.0

    @staticmethod
    def _is_possible(ground: Ground, start: int, end: int) -> bool:
        words = ground.words[start:end]
        return any(word.is_word for word in words) and (
            all(word.in_base is not True and word.owner is None for word in words)
            or all(word.is_base for word in words)
        )

    @staticmethod
    def _after_sentence(ground: Ground, first: int, end: int) -> int:
        """A phrase does not start in a sentence before the one it ends in."""
        for position in range(end - 2, first - 1, -1):
            if ground.words[position].text in ".;" and ground.words[position + 1].spaced:
                return position + 1
        return first


def _of_structure(phrase: Sequence[str], left: Sequence[str], right: Sequence[str]) -> float:
    """What speaks against a phrase as a unit."""
    head = phrase[0]
    before = left[-1] if left else "."
    score = -1.0 * sum(word in AFTERTHOUGHTS for word in phrase[2:])
    score -= 0.5 * sum(word in CONJUNCTIONS for word in phrase[1:-1])
    if _is_list(phrase):
        score += 0.5
    elif tuple(phrase[:2]) != ("and", ","):
        score -= 0.3 * sum(word == "," for word in phrase[1:-1])
    if _leaves_open_list(phrase, left, right):
        score -= 3.0
    if before == "," == head:
        score -= 3.0
    if head in SENTENCE_ENDS or head in ")”-":
        score -= 5.0
    if before == "-" or head == "-":
        score -= 3.0
    if phrase.count("(") != phrase.count(")"):
        score -= 4.0
    if head == "that" and left[-2:-1] and left[-2] in BARE_VERB_AFTER:
        score -= 3.0
    if tuple(left[-2:]) in (("as", "well"), ("such", "as")) and head != "as":
        score -= 1.0
    if right and right[0] in ARTICLES and _is_content(before):
        score -= 0.6
    return score


def _is_compound_conjunction(phrase: Sequence[str]) -> bool:
    """ "as well as", "as far as" """
    return len(phrase) > 3 and phrase[0] == "as" == phrase[2]


def _is_content(word: str) -> bool:
    return word[0].isalnum() and word not in GRAMMAR_WORDS


def _of_length(phrase: Sequence[str]) -> float:
    return 0.09 * min(len(phrase), 12) + 0.03 * max(0, len(phrase) - 12)


def _breaks_off(phrase: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the phrase ends in the middle of a group of words."""
    return bool(right) and _is_content(right[0]) and _is_content(phrase[-1])


def _is_list(phrase: Sequence[str]) -> bool:
    """Whether the phrase goes on a list to its end: ", a, b, and c"."""
    return phrase[0] == "," and any(
        word == "," and after in CONJUNCTIONS for word, after in pairwise(phrase[1:])
    )


def _leaves_open_list(phrase: Sequence[str], left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether leaving out `phrase` with its "and" would leave a list without one."""
    if (right and right[0] not in MARKS) or CONJUNCTIONS.isdisjoint(phrase):
        return False
    if left and left[-1] == ",":
        left = left[:-1]
    if "," not in left or phrase[0] not in (",", *CONJUNCTIONS):
        return False
    last = len(left) - 1 - list(left)[::-1].index(",")
    item = left[last + 1 :]
    return (
        bool(item)
        and item[0] not in GRAMMAR_WORDS | AFTERTHOUGHTS
        and (CONJUNCTIONS.isdisjoint(item))
    )


def bare(phrase: Sequence[str]) -> tuple[str, ...]:
    """The phrase without marks at its ends."""
    start, end = 0, len(phrase)
    while start < end and not phrase[start][0].isalnum():
        start += 1
    while end > start and not phrase[end - 1][0].isalnum():
        end -= 1
    return tuple(phrase[start:end])
