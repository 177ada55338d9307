"""What the columns of a table are, by their headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor.importers.names import NameBook
from editor.importers.tables.headings import Heading, HeadingReader, Role
from editor.importers.tables.source_table import SourceTable, TableRow


@dataclass(frozen=True, slots=True)
class Column:
    """The column `index`; a column of one party's wording or reasons names it in `party`, as
    written; `repeats` that one before it has the same role; the names in one that `joins` stand
    beside those of another."""

    index: int
    role: Role
    party: str = ""
    repeats: bool = False
    joins: bool = False
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns, and the rows below the headings, which are on `line`."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    line: int = 0

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
    def unknown(self) -> tuple[Column, ...]:
        """The columns that nobody understands, and those of a second base text."""
        return tuple(each for each in self.columns if each.role is Role.UNKNOWN)

    @property
    def of_reasons(self) -> tuple[Column, ...]:
        """The columns that say why."""
        return tuple(each for each in self.columns if each.role is Role.REASON)

    @property
    def giving_reasons(self) -> Column | None:
        """The column whose party gives the reasons of a row without wording: the only one, or
        one that is not a single party's."""
        wordings = self.wordings
        if len(wordings) == 1:
            return wordings[0]
        return next((c for c in wordings if c.role is Role.WORDING and not c.party), None)


_OF_COSPONSORS = re.compile(r"co-?sponsors?\b.*", re.IGNORECASE)
_DEEPEST_HEADING = 10
_MOST_COLUMNS = 250
"""More than there are delegations anywhere; what stands further to the right is not understood."""


def columns_of(table: SourceTable, names: NameBook, known: Iterable[str] = ()) -> Columns | None:
    """The columns of a table, from the first row that heads a column for the place or the base
    text and one for wording; None if there is no such row. `known` are the delegations beside
    those of the book, as they may be called."""
    reader = HeadingReader(names, known)
    for number, row in enumerate(table.rows[:_DEEPEST_HEADING]):
        columns = (*_columns(row.cells, reader), *_beyond(row, table.rows))
        found = Columns(columns, table.rows[number + 1 :], row.line)
        has_place = found.with_role(Role.PLACE) or found.with_role(Role.BASE)
        if has_place and found.wordings:
            return found
    return None


def _columns(cells: Sequence[str], reader: HeadingReader) -> Iterator[Column]:
    taken: set[Role] = set()
    for index, cell in enumerate(cells):
        heading = " ".join(cell.split()).strip(" .:")
        found = reader.read(heading) if index < _MOST_COLUMNS else Heading(Role.UNKNOWN)
        if found.role is Role.BASE and Role.BASE in taken:
            found = Heading(Role.UNKNOWN)
        joins = found.role is Role.DELEGATION and _OF_COSPONSORS.fullmatch(heading) is not None
        repeats = not found.party and found.role in taken
        yield Column(index, found.role, found.party, repeats, joins, heading)
        if not found.party:
            taken.add(found.role)


def _beyond(heads: TableRow, rows: Sequence[TableRow]) -> Iterator[Column]:
    """The columns to the right of the last heading."""
    width = max(len(each.cells) for each in rows)
    for index in range(len(heads.cells), width):
        yield Column(index, Role.UNKNOWN)
