"""What the columns of a table are, by their headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from editor.importers.names import NameBook
from editor.importers.tables.source_table import SourceTable, TableRow


class Role(StrEnum):
    PLACE = "place"
    BASE = "base"
    WORDING = "wording"
    REASON = "reason"
    DELEGATION = "delegation"
    COMPROMISE = "compromise"
    """The Chair's wording."""


@dataclass(frozen=True, slots=True)
class Column:
    """The column `index`; a column of one party's wording names it in `party`, as written;
    `repeats` that one before it has the same role; the names in one that `joins` stand beside
    those of another."""

    index: int
    role: Role
    party: str = ""
    repeats: bool = False
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that are understood, and the rows below the headings."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]

    def with_role(self, role: Role) -> Column | None:
        """The first of its role."""
        return next((each for each in self.columns if each.role is role), None)

    @property
    def of_names(self) -> tuple[Column, ...]:
        """The columns that name delegations, or people who wrote for them."""
        return tuple(each for each in self.columns if each.role is Role.DELEGATION)

    @property
    def wordings(self) -> tuple[Column, ...]:
        """The columns that say what somebody wants."""
        wanted = (Role.WORDING, Role.COMPROMISE)
        return tuple(each for each in self.columns if each.role in wanted)

    @property
    def of_reasons(self) -> Column | None:
        """The column whose party gives the reasons of a row without wording: the only one, or
        one that is not a single party's."""
        wordings = self.wordings
        if len(wordings) == 1:
            return wordings[0]
        return next((c for c in wordings if c.role is Role.WORDING and not c.party), None)


_HEADINGS: tuple[tuple[Role, str], ...] = (
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
_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _HEADINGS)
_OF_COSPONSORS = re.compile(r"co-?sponsors?\b.*", re.IGNORECASE)
_DEEPEST_HEADING = 10


def columns_of(table: SourceTable, names: NameBook) -> Columns | None:
    """The columns of a table, from the first row that heads a column for the place or the base
    text and one for wording; None if there is no such row."""
    for number, row in enumerate(table.rows[:_DEEPEST_HEADING]):
        columns = tuple(_columns(row.cells, names))
        found = Columns(columns, table.rows[number + 1 :])
        has_place = found.with_role(Role.PLACE) or found.with_role(Role.BASE)
        if has_place and found.wordings:
            return found
    return None


def _columns(cells: Sequence[str], names: NameBook) -> Iterator[Column]:
    taken: set[Role] = set()
    for index, cell in enumerate(cells):
        heading = " ".join(cell.split()).strip(" .:")
        if not heading:
            continue
        if names.find(heading) is not None:
            yield Column(index, Role.WORDING, heading)
            continue
        role = next((role for role, pattern in _PATTERNS if pattern.fullmatch(heading)), None)
        if role is not None:
            joins = _OF_COSPONSORS.fullmatch(heading) is not None
            yield Column(index, role, repeats=role in taken, joins=joins)
            taken.add(role)
