"""Quoted words of an annotation.

`“words”` leaves the spaces around them to the text; `«words»` are these characters and no
others, a backslash before a mark or a backslash that is part of them, `\\{F0001}` for a character
that would be taken for the sign of a note.
"""

import re
from dataclasses import dataclass

from editor.negotiation.notation.signs import has_signs, is_sign

_OPEN, _CLOSE = "“", "”"
_EXACT_OPEN, _EXACT_CLOSE = "«", "»"
_CODE = re.compile(r"\\\{((?:F|10)[0-9A-F]{4})\}")
_ESCAPED = frozenset({_EXACT_OPEN, _EXACT_CLOSE, "\\"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words; `is_exact` if the spaces at their ends are as they are in the text."""

    text: str
    is_exact: bool = False

    @property
    def written(self) -> str:
        """The words with their quotation marks."""
        if not self.is_exact:
            return f"{_OPEN}{self.text}{_CLOSE}"
        return f"{_EXACT_OPEN}{''.join(map(_escaped, self.text))}{_EXACT_CLOSE}"


def can_be_plain(text: str) -> bool:
    """Whether `“text”` can be read: it has an end, no spaces at its ends to be lost, and nothing
    that would be taken for the sign of a note."""
    if has_signs(text):
        return False
    depth = 0
    for each in text:
        depth += (each == _OPEN) - (each == _CLOSE)
        if depth < 0:
            return False
    return not depth and bool(text) and text == text.strip()


def exact(text: str) -> Quotation:
    """`text` quoted so that every character of it is kept, as plainly as that can be."""
    return Quotation(text, is_exact=not can_be_plain(text))


def quotation_at(text: str, position: int) -> tuple[Quotation, int] | None:
    """The quotation that starts at `position` of an annotation, and where it ends."""
    match text[position : position + 1]:
        case "“":
            return _plain(text, position + 1)
        case "«":
            return _exact(text, position + 1)
        case _:
            return None


def _escaped(character: str) -> str:
    if is_sign(character):
        return f"\\{{{ord(character):X}}}"
    return f"\\{character}" if character in _ESCAPED else character


def _plain(text: str, start: int) -> tuple[Quotation, int] | None:
    depth = 1
    for position in range(start, len(text)):
        depth += (text[position] == _OPEN) - (text[position] == _CLOSE)
        if not depth:
            return Quotation(text[start:position]), position + 1
    return None


def _exact(text: str, start: int) -> tuple[Quotation, int] | None:
    found: list[str] = []
    position = start
    while position < len(text):
        if text[position] == _EXACT_CLOSE:
            return Quotation("".join(found), is_exact=True), position + 1
        if code := _CODE.match(text, position):
            found.append(chr(int(code[1], 16)))
            position = code.end()
            continue
        if text[position] == "\\":
            position += 1
        found.append(text[position : position + 1])
        position += 1
    return None
