"""Private characters that stand for something else within annotations, and for nothing in a
paper: note n is U+F0000 plus n; readers put others in the place of quotations."""

import re

FIRST_NOTE = 0xF0000
NOTE_SIGN = "[\U000f0000-\U000ffffd]"
SIGN = "[\U000f0000-\U0010ffff]"
"""Any of them, as a part of a regular expression."""
_SIGN = re.compile(SIGN)


def is_sign(character: str) -> bool:
    return _SIGN.fullmatch(character) is not None


def has_signs(text: str) -> bool:
    return _SIGN.search(text) is not None


def without_signs(text: str) -> str:
    return _SIGN.sub("", text)


def only_signs(text: str) -> str:
    return "".join(_SIGN.findall(text))
