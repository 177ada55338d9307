"""Characters and their accents in one of the normal forms of Unicode."""

import re
import unicodedata
from typing import Literal

_MOST_MARKS = 30
"""On one character (Unicode Standard Annex 15, 13: stream-safe text)."""
_MAYBE_MARKS = re.compile(f"[^\\x00-\\u02ff]{{{_MOST_MARKS + 1},}}")


def in_form(form: Literal["NFC", "NFKD"], text: str) -> str:
    """`text` in a normal form. Marks are sorted for it, which takes for ever if there are very
    many on one character: no language has so many, and they are sorted in portions."""
    pieces = []
    start = 0
    for run in _MAYBE_MARKS.finditer(text):
        marks = 0
        for at in range(*run.span()):
            marks = marks + 1 if unicodedata.combining(text[at]) else 0
            if marks > _MOST_MARKS:
                pieces.append(text[start:at])
                start, marks = at, 1
    pieces.append(text[start:])
    return "".join(unicodedata.normalize(form, piece) for piece in pieces)
