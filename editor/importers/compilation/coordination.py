"""The conjunction of a pair of which one member is deleted: "gender- and age-sensitive and
~~needs-based~~ courses". It is seldom struck, and hangs where it is left."""

from dataclasses import dataclass

from editor.importers.compilation.evidence import Evidence
from editor.importers.compilation.grammar_words import (
    CONJUNCTIONS,
    GRAMMAR_WORDS,
    HANGING,
    MARKS,
)
from editor.importers.compilation.ground import Ground

_OF_COMPOUND = 3
"""The words of "needs-based", with the hyphen."""


@dataclass(frozen=True, slots=True)
class Member:
    """Deleted words `[start, end)` with the conjunction that goes with them. Where form does
    not tell, they stand without it, and `other` is the stretch that has it."""

    start: int
    end: int
    other: tuple[int, int] | None = None


def member_of_pair(ground: Ground, start: int, end: int, evidence: Evidence) -> Member:
    """What the deletion of `[start, end)` takes out, if it is a member of a pair."""
    if start and _is_plain_conjunction(ground, end):
        return _first_of_pair(ground, start, end, evidence)
    if start > 1 and _is_plain_conjunction(ground, start - 1):
        return _second_of_pair(ground, start, end, evidence)
    return Member(start, end)


def _first_of_pair(ground: Ground, start: int, end: int, evidence: Evidence) -> Member:
    left, right = ground.left_of(start, 1), ground.right_of(end, 2)
    if left and left[-1] in HANGING:
        return Member(start, end + 1)
    return _doubted(ground, (start, end), (start, end + 1), evidence.attested((*left, *right)))


def _second_of_pair(ground: Ground, start: int, end: int, evidence: Evidence) -> Member:
    left, right = ground.left_of(start, 2), ground.right_of(end, 1)
    if not _says_something(right):
        return Member(start, end)
    if _is_compound(ground, end) and _is_compound(ground, start - 1):
        return Member(start - 1, end)
    if _is_compound(ground, end) or not _says_something(left[:1]):
        return Member(start, end)
    return _doubted(ground, (start, end), (start - 1, end), evidence.attested((*left, *right)))


def _doubted(
    ground: Ground, told: tuple[int, int], other: tuple[int, int], attested: int
) -> Member:
    """A single word goes with its conjunction or without, if the document does not know what
    would be left."""
    start, end = told
    before = ground.left_of(start, 1)
    if attested or end - start > 1 or not ground.words[start].is_word or before[-1] in MARKS:
        return Member(start, end)
    return Member(start, end, other)


def _is_plain_conjunction(ground: Ground, index: int) -> bool:
    if not 0 <= index < len(ground.words):
        return False
    word = ground.words[index]
    return word.key in CONJUNCTIONS and word.is_base and not word.struck


def _says_something(words: list[str]) -> bool:
    """Whether the first word, if there is one, is no grammar word or mark."""
    return bool(words) and words[0] not in GRAMMAR_WORDS | MARKS


def _is_compound(ground: Ground, end: int) -> bool:
    """Whether a word of two parts ends at `end`."""
    words = ground.words[max(0, end - _OF_COMPOUND) : end]
    return len(words) == _OF_COMPOUND and words[1].text == "-" and not words[2].spaced
