"""The words of a text: its tokens without the spaces, with their places."""

from functools import lru_cache
from typing import NamedTuple

from editor.text.tokens import tokens


class Words(NamedTuple):
    """`words` and where each starts and ends, in code points."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(maxsize=8192)
def words_of(text: str) -> Words:
    """The words of `text`, marks among them. Remembered: many versions are compared with one
    text."""
    found = []
    position = 0
    for token in tokens(text):
        start, position = position, position + len(token)
        if not token.isspace():
            found.append((token, start, position))
    return Words(*zip(*found, strict=True)) if found else Words((), (), ())
