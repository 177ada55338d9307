"""How alike two phrases are in form: what replaces a phrase is mostly built like it."""

from collections.abc import Sequence

from editor.importers.compilation.grammar_words import GRAMMAR_WORDS

_ENDINGS = ("ing", "ed", "ion", "ment", "ity", "ly", "ive", "al", "ous", "s")
_SAME_ENDING = {"ing": 1.2}


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """A score from about -1 to 4: same first word, same kind of word, same ending, shared words."""
    if not one or not other:
        return 0.0
    score = _of_words(one[0], other[0]) + 0.5 * _of_words(one[-1], other[-1])
    shared = {word.lower() for word in one} & {word.lower() for word in other}
    return score + 0.5 * len(shared - GRAMMAR_WORDS)


def _of_words(one: str, other: str) -> float:
    first, second = one.lower(), other.lower()
    if first == second:
        return 1.5
    if _holds_together(one) != _holds_together(other):
        return -0.8
    if _holds_together(one):
        return 1.0
    shortest = min(len(first), len(second))
    if first[: min(3, shortest)] == second[: min(3, shortest)] and shortest > 1:
        return 0.9
    for ending in _ENDINGS:
        if first.endswith(ending) or second.endswith(ending):
            both = first.endswith(ending) and second.endswith(ending)
            return _SAME_ENDING.get(ending, 0.7) if both else 0.0
    return 0.3


def _holds_together(word: str) -> bool:
    """Whether it is a function word; an abbreviation in capitals is none."""
    return word.lower() in GRAMMAR_WORDS and not (len(word) > 1 and word.isupper())
