"""Directions and scripts of text."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import bidirectional

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}
_NUMBERS = frozenset({"EN", "AN"})
_MAY_BE_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U0001efff]"
)
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"
)


class Stretch(NamedTuple):
    """Characters of one direction."""

    text: str
    is_right_to_left: bool


def stretches(text: str, within: str = "") -> Iterator[Stretch]:
    """`text` cut where its direction turns; `within` is the paragraph in which it stands, if that
    is more. Marks, spaces and numbers go with the paragraph unless they stand between letters of
    the other direction; numbers after Latin letters go with these. Word puts them, and turns
    brackets, as their run says."""
    base = is_right_to_left(within or text)
    if not (base or _MAY_BE_RIGHT_TO_LEFT.search(text)):
        if text:
            yield Stretch(text, False)
        return
    sides = _sides(text, base)
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or sides[index] is not sides[start]:
            yield Stretch(text[start:index], sides[start])
            start = index


def _sides(text: str, base: bool) -> list[bool]:
    """For each character whether it is right to left."""
    sides = [base] * len(text)
    last: bool | None = None
    reached = 0
    for index, character in enumerate(text):
        direction = bidirectional(character)
        if direction in _STRONG:
            side = direction != "L"
        elif direction in _NUMBERS and last is False:
            side = False
        else:
            continue
        if side is last:
            sides[reached:index] = [side] * (index - reached)
        sides[index] = side
        last, reached = side, index + 1
    return sides


def is_right_to_left(text: str) -> bool:
    """By the first strong letter, as the page shows it."""
    if not _MAY_BE_RIGHT_TO_LEFT.search(text):
        return False
    directions = (bidirectional(character) for character in text)
    return next((each for each in directions if each in _STRONG), "L") != "L"


def needs_space(before: str, after: str) -> bool:
    """Whether two stretches of words run together without a space between them."""
    letters = before[-1:] + after[:1]
    return len(letters) == 2 and all(e.isalnum() and not is_east_asian(e) for e in letters)


def is_east_asian(text: str) -> bool:
    return _EAST_ASIAN.search(text) is not None
