"""What the heading of a column says: what its cells are, and of which party."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from editor.importers.names import Designation, Name, NameBook
from editor.importers.names.split import Recognition, designations
from editor.negotiation.delegation import CHAIR


class Role(StrEnum):
    PLACE = "place"
    BASE = "base"
    WORDING = "wording"
    REASON = "reason"
    DELEGATION = "delegation"
    COMPROMISE = "compromise"
    """The Chair's wording."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Heading:
    """`party` is whose the cells are, as written; empty where the heading does not say it."""

    role: Role
    party: str = ""


_ROLES: tuple[tuple[Role, str], ...] = (
    (Role.COMPROMISE, r"(?:.*\b)?(?:compromise|bridging|chair)\b.*"),
    (Role.REASON, r"(?:reason|rationale|justification|explanation|comment|remark|note)s?\b.*"),
    (
        Role.DELEGATION,
        r"(?:(?:name of )?(?:the )?(?:delegation|party|parties|country|countries|states?|member"
        r" states?|government|organi[sz]ation|submitter|(?:co-?)?sponsors?|author|from)"
        r"|(?:submitted|proposed|suggested|made) by)(?:\(s\)|s)?(?: name)?",
    ),
    (
        Role.WORDING,
        r"(?:(?:proposed|suggested|revised|amended|new|alternative)\b.*"
        r"|(?:textual )?(?:proposal|amendment|suggestion|edit|change)s?\b.*|wording)",
    ),
    (
        Role.BASE,
        r"(?:(?:base|original|current|existing|draft|zero draft|chair's draft|initial|present)"
        r"(?: text| draft| wording| provision)?.*|text)",
    ),
    (
        Role.PLACE,
        r"(?:(?:draft )?(?:provision|paragraph|para|article|art|recommendation|section|clause"
        r"|principle|item|action|reference|ref|number|no|nr|label|pp/op|op|pp)s?"
        r"(?: (?:number|no|nr|reference))?|#|№)",
    ),
)
"""The first that matches all of a heading, in this order."""
_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _ROLES)

_REASONS = (
    r"(?:reason|rationale|justification|explanation|comment|remark|note)s?"
    r"(?: for (?:the |its |their )?(?:proposal|amendment|suggestion|edit|change)s?)?"
)
_WORDINGS = (
    r"(?:(?:proposed|suggested|revised|amended|new|alternative|compromise|bridging|drafting) )?"
    r"(?:textual )?(?:(?:proposal|amendment|suggestion|edit|change|submission|wording)s?"
    r"|text|language|version|compromise)"
)
_MADE = r"(?: (?:as )?(?:proposed|suggested|submitted|made))?"
_DASH = r"\s*[:–—-]\s+"


def _of_party(noun: str, alone: str = "") -> tuple[re.Pattern[str], ...]:
    """The ways of saying whose a thing is; some words (`alone`) need no noun before a "by"."""
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?:{noun}{_MADE}{alone}) (?:by|of|from) (?P<party>.+)",
            rf"{noun}\s*\((?P<party>.+)\)",
            rf"{noun}{_DASH}(?P<party>.+)",
            rf"(?P<party>.+?)\s*\({noun}\)",
            rf"(?P<party>.+?){_DASH}{noun}",
            rf"(?P<party>.+?)(?:['’]s?)?\s+{noun}",
        )
    )


_OF_REASONS = _of_party(_REASONS)
_OF_WORDINGS = _of_party(_WORDINGS, "|proposed|suggested|submitted")
_OPENING = re.compile(r"(?:the )?(?:delegations? of )?(?:the )?", re.IGNORECASE)
_LONGEST = 120
"""Characters of a heading that may name parties; longer cells are words of the table."""


class HeadingReader:
    """Reads headings; `known` are the delegations beside those of the book, as they may be
    called."""

    def __init__(self, names: NameBook, known: Iterable[str] = ()) -> None:
        self._names = names
        self._known = frozenset(each.casefold() for each in known)

    def read(self, written: str) -> Heading:
        """What a heading says; names that are merely like those of delegations are unknown."""
        heading = " ".join(written.split()).strip(" .:")
        if not heading:
            return Heading(Role.UNKNOWN)
        if len(heading) <= _LONGEST:
            found = self._of_party(heading)
            if found is not None:
                return found
        return Heading(_role(heading) or Role.UNKNOWN)

    def _of_party(self, heading: str) -> Heading | None:
        if self._names_parties(heading):
            return Heading(Role.WORDING, heading)
        owned = (Role.REASON, _OF_REASONS), (Role.WORDING, _OF_WORDINGS)
        for role, forms in owned:
            for party in _parties(heading, forms):
                if self._names_parties(party):
                    return _of_known(role, party, self._names.find(party))
        is_strange = any(_is_named(heading, forms[0]) for _role, forms in owned)
        return Heading(Role.UNKNOWN) if is_strange else None

    def _names_parties(self, written: str) -> bool:
        if written.casefold() in self._known:
            return True
        found = designations(written, Recognition(self._names.find, self._exactly))
        return bool(found) and all(
            each.name is not None or each.written.casefold() in self._known for each in found
        )

    def _exactly(self, written: str) -> Designation:
        name = self._names.find(written)
        return Designation(written, name, 1.0 if name is not None else 0.0)


def _of_known(role: Role, party: str, name: Name | None) -> Heading:
    is_chair = name is not None and name.code == CHAIR.code
    if is_chair and role is Role.WORDING:
        return Heading(Role.COMPROMISE)
    return Heading(role, party)


def _role(heading: str) -> Role | None:
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(heading)), None)


def _parties(heading: str, forms: Iterable[re.Pattern[str]]) -> Iterator[str]:
    """What may be the name of a party in a heading."""
    for form in forms:
        found = form.fullmatch(heading)
        if found is not None:
            yield _OPENING.sub("", found["party"], count=1)


def _is_named(heading: str, form: re.Pattern[str]) -> bool:
    """Whether a heading says whose its cells are: "Comments of the Harbour Office" does, "of
    delegations" and "by 1 June" do not."""
    return any(
        not party[:1].isdigit() and _role(party) in (None, Role.COMPROMISE)
        for party in _parties(heading, [form])
    )
