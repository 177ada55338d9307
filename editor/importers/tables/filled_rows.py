"""The rows of a table with what they leave to the row above put in: cells of a merged one,
which are empty, and those that say "ditto"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from editor.importers.tables.columns import Column, Columns, Role

_AS_ABOVE = re.compile(r"(?:idem|ditto|(?:same )?as above|[\"“”″〃]|''|’’)\.?", re.IGNORECASE)
_MOST_SHOWN = 200
"""Characters of a cell that many rows and wordings may show."""
_Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What one cell wants; `written` is how the cell has it, which may be "ditto"."""

    column: Column
    words: str
    written: str


@dataclass(frozen=True, slots=True)
class FilledRow:
    """What a row says: `place` and `words` where, as written; `whose` are the cells that name
    delegations. `cells` are its own, `shown` are all for the reader."""

    line: int = 0
    place: str = ""
    words: str = ""
    whose: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    wordings: tuple[Wording, ...] = ()
    cells: tuple[str, ...] = ()
    shown: str = ""

    def shown_of(self, wording: Wording, part: str) -> str:
        """A part of a wording, with where it is said and who says it."""
        words = part if wording.words == wording.written else wording.written
        party = wording.column.party
        said = f"{party}: {words}" if party else words
        names = () if party or wording.column.role is Role.COMPROMISE else self.whose
        return " | ".join(filter(None, (_short(self.place), said, *map(_short, names))))


def filled_rows(columns: Columns) -> Iterator[FilledRow]:
    """Each row that says what somebody wants or why, from top to bottom."""
    above = FilledRow()
    for row in columns.rows:
        above = _below(above, tuple(each.strip() for each in row.cells), columns, row.line)
        if above.wordings or above.reasons:
            yield above


def _below(above: FilledRow, written: _Cells, columns: Columns, line: int) -> FilledRow:
    filled = tuple(_as_above(cell, index, above.cells) for index, cell in enumerate(written))
    place = _cell(filled, columns.with_role(Role.PLACE)) or above.place
    words = _cell(filled, columns.with_role(Role.BASE))
    own = _telling(filled, columns, Role.DELEGATION)
    row = FilledRow(line, place, words, own or above.whose)
    is_same_place = place == above.place if place else words == above.words
    wordings = tuple(_wordings(filled if is_same_place else written, written, columns))
    said = list(filled)
    for each in wordings:
        said[each.column.index] = each.words
    return replace(
        row,
        reasons=_telling(filled, columns, Role.REASON),
        wordings=wordings,
        cells=tuple(said),
        shown=_shown(row, written, columns),
    )


def _as_above(cell: str, index: int, above: _Cells) -> str:
    if not _AS_ABOVE.fullmatch(cell):
        return cell
    return above[index] if index < len(above) else ""


def _wordings(cells: _Cells, written: _Cells, columns: Columns) -> Iterator[Wording]:
    """What the cells want. "Ditto" for which there is nothing above stays as it is written."""
    for column in columns.wordings:
        if said := _cell(written, column):
            yield Wording(column, _cell(cells, column) or said, said)


def _shown(row: FilledRow, written: _Cells, columns: Columns) -> str:
    """All cells as written, with the place and the names that the row has from above."""
    said = list(written)
    for column in columns.wordings:
        if column.party and (words := _cell(written, column)):
            said[column.index] = f"{column.party}: {words}"
    place = [] if row.place in written else [_short(row.place)]
    names = [_short(each) for each in row.whose if each not in written]
    return " | ".join(filter(None, (*place, *said, *names)))


def _telling(cells: _Cells, columns: Columns, role: Role) -> _Cells:
    """The cells of a role that hold more than a dash."""
    found = (_cell(cells, each) for each in columns.columns if each.role is role)
    return tuple(cell for cell in found if any(map(str.isalnum, cell)))


def _cell(cells: _Cells, column: Column | None) -> str:
    return cells[column.index] if column is not None and column.index < len(cells) else ""


def _short(cell: str) -> str:
    return cell if len(cell) <= _MOST_SHOWN else f"{cell[:_MOST_SHOWN]}…"
