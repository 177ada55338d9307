"""Text from the keyboard or the clipboard as the words of one paragraph."""

import regex

_BREAKS = regex.compile(
    r"(?<![ \t])[ \t]*[\t\n\v\f\r\x85\u2028\u2029][ \t\n\v\f\r\x85\u2028\u2029]*"
)
_NO_CHARACTERS = regex.compile(r"[\p{Cc}\p{Cs}\p{Cn}\p{Co}\u202d\u202e]")


def typed_text(text: str) -> str:
    """`text` with one space for each tab and line break and the spaces around it, and without
    control characters, halves of characters, what has no meaning of its own, and signs that print
    letters in another order than they have. Spaces of all kinds stay, and signs that join and
    part letters."""
    return _NO_CHARACTERS.sub("", _BREAKS.sub(" ", text))
