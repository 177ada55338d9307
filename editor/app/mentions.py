"""Whether words name a delegation of the session, in whatever spelling."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from editor.importers.delegations import entry_of
from editor.importers.names import NameBook, normal_words
from editor.negotiation.delegation import Delegation, DelegationKind
from editor.negotiation.session import Session

_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ](?:s\b|(?!\w))", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:\.\w+)*")
_Words = tuple[str, ...]


def mentions_in(session: Session, names: NameBook) -> Callable[[str], bool]:
    """Whether a text has a name, code or designation of somebody but the Chair in it, as the
    session or the book of names spells it."""
    delegations = [
        each for each in session.delegations.values() if each.kind is not DelegationKind.CHAIR
    ]
    return cache(_Spellings(delegations, names).are_in)


class _Spellings:
    def __init__(self, delegations: Iterable[Delegation], names: NameBook) -> None:
        known: set[_Words] = set()
        self._single: dict[str, set[str]] = {}
        self._own: set[str] = set()
        for each in delegations:
            entry = entry_of(each, names)
            own = {name.strip() for name in (each.name, each.code, *each.as_written)}
            self._own |= own
            for spelling in own.union(entry.spellings if entry else ()) - {""}:
                words = normal_words(spelling)
                if len(words) == 1:
                    self._single.setdefault(words[0], set()).add(spelling)
                else:
                    known |= _said(spelling)
        self._known = frozenset(known - {()})
        self._longest = max(map(len, self._known), default=0)
        self._literal = _any_of(name for name in self._own if not _WORD.fullmatch(name))

    def are_in(self, text: str) -> bool:
        if self._literal.search(text) or any(map(self._is_one, _WORD.findall(text))):
            return True
        return any(
            window in self._known for words in _said(text) for window in self._windows(words)
        )

    def _is_one(self, word: str) -> bool:
        """Whether a word names somebody: a code in capitals, a name that the session has, one
        that only the book has with a capital. Else it may be any word: can, are, us, turkey."""
        spellings = self._single.get("".join(normal_words(word)), ())
        return any(
            word.isupper() if each.isupper() else each in self._own or not word[0].islower()
            for each in spellings
        )

    def _windows(self, words: _Words) -> Iterator[_Words]:
        for start in range(len(words)):
            for end in range(start + 1, min(start + self._longest, len(words)) + 1):
                yield words[start:end]


def _said(text: str) -> set[_Words]:
    """Its words, and those without the ending of a possessive."""
    return {normal_words(text), normal_words(_POSSESSIVE.sub(" ", text))}


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the names as they are; one that matches nothing without any."""
    longest_first = sorted(names, key=len, reverse=True)
    any_name = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{any_name})(?!\w)", re.IGNORECASE)
