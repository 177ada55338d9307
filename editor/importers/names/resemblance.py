"""How alike two spellings are: strictly, to read a misspelling; loosely, to suggest."""

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

_SHORTEST_MISSPELT = 5
_LETTERS_FOR_A_SECOND_MISTAKE = 10
_LEAST_OF_A_WORD = 0.7


def misspelling(spelling: str, known: str) -> float:
    """From 0 to 1: how surely `spelling` is `known` with letters wrong, missing or swapped.

    Both are normal spellings. One mistake is allowed, two in ten letters or more. 0 unless they
    have the same number of words and each word resembles its counterpart: a name with a word more
    or less, or another word, may be another State. 0 for abbreviations, where one letter is all
    the difference.
    """
    if min(len(spelling), len(known)) < _SHORTEST_MISSPELT:
        return 0.0
    allowed = 2 if len(spelling) >= _LETTERS_FOR_A_SECOND_MISTAKE else 1
    if OSA.distance(spelling, known, score_cutoff=allowed) > allowed:
        return 0.0
    words, known_words = spelling.split(), known.split()
    if len(words) != len(known_words):
        return 0.0
    alike = [OSA.normalized_similarity(*pair) for pair in zip(words, known_words, strict=True)]
    if min(alike) < _LEAST_OF_A_WORD:
        return 0.0
    return OSA.normalized_similarity(spelling, known)


def likeness(spelling: str, known: str) -> float:
    """From 0 to 1: how alike two normal spellings are, words in any order or missing allowed."""
    in_any_order = max(
        fuzz.token_sort_ratio(spelling, known), fuzz.token_set_ratio(spelling, known)
    )
    return max(fuzz.ratio(spelling, known), 0.95 * in_any_order) / 100
