"""Printed labels of provisions: 1, 11 *bis*, PP3, OP5 alt 2, (a), (iv), Article 4.2."""

import re
from dataclasses import dataclass

_SUFFIX = (
    r"(?:[\s.]?(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|supra)(?![a-z]))"
)
_ALTERNATIVE = r"(?:\s?alt\.?\s?\d*(?![a-z\d]))"
_NUMBER = r"\d{1,4}(?:\.\d{1,3})*(?:[a-z](?=[\s.):]|$))?"

LABEL = rf"(?:(?:PP|OP)\s?{_NUMBER}|{_NUMBER}){_SUFFIX}*{_ALTERNATIVE}?"
"""A label as it follows the noun of a heading ("Draft recommendation 11 bis")."""

_NOUNS = "article|paragraph|para|section|principle|guideline|recommendation|action|objective"
_ROMAN = r"[ivxl]{1,7}"
_LEADING = re.compile(
    rf"(?P<coded>(?:PP|OP)\s?{_NUMBER}{_SUFFIX}*{_ALTERNATIVE}?)[.:)]?(?=\s|$)"
    rf"|(?P<named>(?:{_NOUNS})\s{_NUMBER}{_SUFFIX}*{_ALTERNATIVE}?)[.:)]?(?=\s|$)"
    rf"|(?P<number>{_NUMBER}{_SUFFIX}*{_ALTERNATIVE}?)[.)](?=\s|$)"
    rf"|(?P<tabbed>{_NUMBER}{_SUFFIX}*{_ALTERNATIVE}?)(?=\t)"
    rf"|(?P<odd>\d{{1,4}}(?:{_SUFFIX}+{_ALTERNATIVE}?|{_ALTERNATIVE}))(?=\s|$)"
    rf"|\((?P<roman>{_ROMAN})\)(?=\s|$)"
    r"|\((?P<letter>[a-zA-Z]{1,2}|\d{1,3})\)(?=\s|$)"
    rf"|(?P<bare_roman>{_ROMAN})[.)](?=\s|$)"
    r"|(?P<bare_letter>[a-z])[.)](?=\s|$)",
    re.IGNORECASE,
)
_DEPTHS = {
    "coded": 0,
    "named": 0,
    "number": 0,
    "tabbed": 0,
    "odd": 0,
    "letter": 1,
    "bare_letter": 1,
    "roman": 2,
    "bare_roman": 2,
}
_BRACKETED = frozenset({"roman", "letter"})


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, the offset (code points) at which the words after it start, and how
    deep such labels stand: 0 for numbers, 1 for letters, 2 for Roman numerals."""

    printed: str
    words_start: int
    depth: int


def leading_label(text: str) -> Label | None:
    """The label at the start of a paragraph, or None."""
    lead = len(text) - len(text.lstrip())
    found = _LEADING.match(text, lead)
    if found is None or found.lastgroup is None:
        return None
    kind = found.lastgroup
    if kind in {"bare_letter", "bare_roman"} and found.group(kind).isupper():
        return None
    printed = f"({found.group(kind)})" if kind in _BRACKETED else found.group(kind)
    words = found.end()
    while words < len(text) and text[words].isspace():
        words += 1
    return Label(" ".join(printed.split()), words, _DEPTHS[kind])


def is_letter_before_roman(label: str, previous: str) -> bool:
    """Whether a label that could be a Roman numeral is a letter: (i) after (h), (v) after (u)."""
    letters = label.strip("()"), previous.strip("()")
    return len(letters[0]) == 1 == len(letters[1]) and ord(letters[0]) == ord(letters[1]) + 1


def bare_label(label: str) -> str:
    """The label without case, spaces and points, for comparing labels of two documents."""
    return re.sub(r"[\s.()]+", "", label).lower()
