"""Tokens: words, single spaces, single marks.

A token never ends inside a word, an emoji or a combining sequence. Scripts that write words
without spaces (Chinese, Japanese, Thai …) have one token per character with its marks.
"""

import re
from functools import lru_cache

import regex

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORD_START = rf"[[\p{{L}}\p{{N}}_]--[{_UNSPACED}]]"
_APOSTROPHE = r"(?<=\p{L}\p{M}*)['’](?=\p{L})"

_ASCII = re.compile(r"\w+(?:(?<=[A-Za-z])'(?=[A-Za-z])\w+)*|.", re.ASCII | re.DOTALL)
_PLAIN = regex.compile(r"[\p{L}\p{N}_]+(?:(?<=\p{L})['’](?=\p{L})[\p{L}\p{N}_]+)*|.", regex.DOTALL)
_NEEDS_CLUSTERS = regex.compile(
    rf"[{_UNSPACED}\p{{M}}\p{{Cf}}\p{{So}}\p{{Sk}}\p{{Hangul}}\r]", regex.VERSION1
)
_LETTER = rf"(?={_WORD_START})\X"
_CLUSTERED = regex.compile(
    rf"{_LETTER}(?:(?:{_APOSTROPHE})?{_LETTER})*|\X", regex.VERSION1 | regex.DOTALL
)


def tokens(text: str) -> list[str]:
    """The tokens of `text`, in order; joined they are `text`."""
    if text.isascii() and "\r" not in text:
        return _ASCII.findall(text)
    pattern = _CLUSTERED if _NEEDS_CLUSTERS.search(text) else _PLAIN
    return [match.group() for match in pattern.finditer(text)]


@lru_cache(maxsize=16384)
def token_boundaries(text: str) -> frozenset[int]:
    """All offsets (code points) at which a token starts or ends, 0 and the length included."""
    positions = {0}
    position = 0
    for token in tokens(text):
        position += len(token)
        positions.add(position)
    return frozenset(positions)


def is_boundary(text: str, position: int) -> bool:
    """Whether `position` (code points) lies between two tokens of `text`."""
    if position <= 0 or position >= len(text):
        return True
    before, after = text[position - 1], text[position]
    if before.isascii() and after.isascii() and (before == " " or after == " "):
        return True
    return position in token_boundaries(text)
