"""What is left of a designation when typography, articles and usual abbreviations are ignored."""

import re
import unicodedata
from functools import lru_cache

from editor.text.unicode_form import in_form

_WRITTEN_OUT = {
    "&": "and",
    "+": "and",
    "dem": "democratic",
    "rep": "republic",
    "st": "saint",
}
_SILENT_WORDS = {"the"}
_INITIAL = re.compile(r"\b(\w)\.(?=\w\b)")
_APOSTROPHE = re.compile(r"['’‘ʼ`´]")
_WORD = re.compile(r"[^\W_]+|[&+]")
_DELEGATION_OF = re.compile(r"^(?:(?:delegation|representative|permanent mission) of )+")
_AND_ITS_MEMBERS = re.compile(
    r"(?:(?: eu)? (?:and|on behalf of) (?:its|their)"
    r" (?:(?:\d+|twenty \w+) )?members?(?: states?)?)+$"
)


@lru_cache(4096)
def normal_spelling(written: str) -> str:
    """`written` without case, accents, punctuation and articles, its words one blank apart.

    Also without "the delegation of" before and "and its 27 Member States" after it. Empty if
    nothing is left. Idempotent.
    """
    spelling = " ".join(normal_words(written))
    spelling = _DELEGATION_OF.sub("", spelling)
    return _AND_ITS_MEMBERS.sub("", spelling) or spelling


def normal_words(written: str) -> tuple[str, ...]:
    """The words of `written` without case, accents, punctuation and articles."""
    plain = _without_accents(_without_accents(written).casefold())
    plain = _APOSTROPHE.sub("", _INITIAL.sub(r"\1", plain))
    words = (_WRITTEN_OUT.get(word, word) for word in _WORD.findall(plain))
    return tuple(word for word in words if word not in _SILENT_WORDS)


def _without_accents(text: str) -> str:
    letters = in_form("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
