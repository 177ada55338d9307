"""A code for a delegation that the book does not know."""

import re
from collections.abc import Collection

from editor.importers.names.normal_spelling import normal_spelling
from editor.text.unicode_form import in_form

LONGEST_CODE = 6
_SMALL_WORDS = {"a", "and", "de", "des", "du", "for", "in", "la", "of", "on", "the", "to"}
_NAMELESS = "X"


def code_for(written: str, taken: Collection[str]) -> str:
    """A code of at most six capitals and digits that is not in `taken`.

    Initials of a designation of several words, the beginning of one word; abbreviations stay as
    they are. A number makes it unique where that is taken.
    """
    words = [_latin(word) for word in normal_spelling(written).split()]
    telling = [word for word in words if word and word not in _SMALL_WORDS] or [
        word for word in words if word
    ]
    base = _of_one_word(telling[0]) if len(telling) == 1 else _initials(telling)
    return _unused(base or _NAMELESS, taken)


def _latin(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", in_form("NFKD", word))


def _of_one_word(word: str) -> str:
    return word[: LONGEST_CODE if len(word) <= LONGEST_CODE else 4].upper()


def _initials(words: list[str]) -> str:
    return "".join(word if word.isdigit() else word[0] for word in words)[:LONGEST_CODE].upper()


def _unused(base: str, taken: Collection[str]) -> str:
    if base not in taken:
        return base
    number = 2
    while True:
        ending = str(number)
        code = base[: max(1, LONGEST_CODE - len(ending))] + ending
        if code not in taken:
            return code
        number += 1
