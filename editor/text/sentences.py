"""Sentences, as runs of words."""

from collections.abc import Sequence

_ENDS = frozenset(".!?;:…。！？；：؟؛।")


def sentences(words: Sequence[str]) -> list[tuple[str, ...]]:
    """`words` (tokens without the spaces) cut after every mark that ends a sentence or a clause
    of its own; joined they are `words`."""
    found: list[tuple[str, ...]] = []
    start = 0
    for index, word in enumerate(words, 1):
        if word in _ENDS:
            found.append(tuple(words[start:index]))
            start = index
    if start < len(words):
        found.append(tuple(words[start:]))
    return found
