"""Whom a name means, as somebody typed it or as a file is called."""

import re
from dataclasses import dataclass
from enum import StrEnum

from editor.app.switching import find_delegation
from editor.importers.names import load_names
from editor.negotiation.session import Session

_WORDS = re.compile(r"[^\W_]+")
_SHORT = 4


class Meaning(StrEnum):
    NOTHING = ""
    KNOWN = "known"
    """A delegation of the session."""
    IN_BOOK = "in_book"
    """New in the session, but the book of names has it."""
    RESEMBLES = "resembles"
    """A misspelling of a name in the book."""
    UNKNOWN = "unknown"
    """A delegation that nobody knows yet."""
    SEVERAL = "several"
    """More than one: a layer is of one."""


@dataclass(frozen=True, slots=True)
class Meant:
    """`name` is what the delegation is called, or will be."""

    meaning: Meaning
    name: str = ""


def meant(session: Session, written: str) -> Meant:
    """Whom `written` means if it is given for a layer."""
    written = written.strip()
    if not written:
        return Meant(Meaning.NOTHING)
    known = find_delegation(session, written)
    if known is not None:
        return Meant(Meaning.KNOWN, known.name)
    found = load_names().read(written)
    if len(found) != 1:
        return Meant(Meaning.SEVERAL if found else Meaning.UNKNOWN, written)
    name = found[0].name
    if name is None:
        return Meant(Meaning.UNKNOWN, written)
    known = find_delegation(session, name.code)
    if found[0].confidence < 1:
        return Meant(Meaning.RESEMBLES, name.name)
    return Meant(Meaning.KNOWN if known else Meaning.IN_BOOK, known.name if known else name.name)


def delegation_in_name(session: Session, stem: str) -> str:
    """The code of the one delegation that a file is called after; "" for none or several.

    A short word counts in capitals only: a `can` is not Canada.
    """
    words = _WORDS.findall(stem)
    found: dict[str, None] = {}
    taken: set[int] = set()
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            places = set(range(start, start + length))
            phrase = " ".join(words[start : start + length])
            if places & taken or (len(phrase) <= _SHORT and not phrase.isupper()):
                continue
            code = _code(session, phrase)
            if code:
                taken |= places
                found[code] = None
    return next(iter(found)) if len(found) == 1 else ""


def _code(session: Session, phrase: str) -> str:
    known = find_delegation(session, phrase)
    if known is not None and phrase.casefold() != known.id.casefold():
        return known.code
    name = load_names().find(phrase)
    return name.code if name else ""
