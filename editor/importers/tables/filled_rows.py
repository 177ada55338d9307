"""The rows of a table with what they leave to the row above put in: cells of a merged one,
which are empty, and those that say "ditto"."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.importers.tables.columns import Column, Columns, Role

_AS_ABOVE = re.compile(r"(?:idem|ditto|(?:same )?as above|[\"“”″〃]|''|’’)\.?", re.IGNORECASE)
_MOST_SHOWN = 200
"""Characters of a cell that many rows and wordings may show."""
_Cells = tuple[str, ...]
_AreKnown = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Wording:
    """What one cell wants; `written` is how the cell has it, which may be "ditto"."""

    column: Column
    words: str
    written: str


@dataclass(frozen=True, slots=True)
class FilledRow:
    """What a row says: `place` and `words` where, as written; `whose` are the cells that name
    delegations. `cells` are its own, `shown` are all for the reader; `leading_name` is the cell of
    the first column of names, or the nearest above it that says something."""

    line: int = 0
    place: str = ""
    words: str = ""
    whose: _Cells = ()
    reasons: _Cells = ()
    wordings: tuple[Wording, ...] = ()
    cells: _Cells = ()
    shown: str = ""
    leading_name: str = ""

    def shown_of(self, wording: Wording, part: str) -> str:
        """A part of a wording, with where it is said and who says it."""
        words = part if wording.words == wording.written else wording.written
        party = wording.column.party
        said = f"{party}: {words}" if party else words
        names = () if party or wording.column.role is Role.COMPROMISE else self.whose
        return " | ".join(filter(None, (_short(self.place), said, *map(_short, names))))


def filled_rows(columns: Columns, are_known: _AreKnown) -> Iterator[FilledRow]:
    """Each row that says what somebody wants or why, from top to bottom. `are_known` says of a
    cell whether it names delegations that are known, and nobody else."""
    above = FilledRow()
    for row in columns.rows:
        written = tuple(each.strip() for each in row.cells)
        above = _below(above, written, columns, row.line, are_known)
        if above.wordings or above.reasons:
            yield above


def _below(
    above: FilledRow, written: _Cells, columns: Columns, line: int, are_known: _AreKnown
) -> FilledRow:
    filled = tuple(_as_above(cell, index, above.cells) for index, cell in enumerate(written))
    place = _cell(filled, columns.with_role(Role.PLACE)) or above.place
    words = _cell(filled, columns.with_role(Role.BASE))
    whose = _whose(filled, above, columns.of_names, are_known)
    row = FilledRow(line, place, words, whose)
    is_same_place = place == above.place if place else words == above.words
    wordings = tuple(_wordings(filled if is_same_place else written, written, columns))
    said = list(filled)
    for each in wordings:
        said[each.column.index] = each.words
    return replace(
        row,
        reasons=_telling(filled, [each for each in columns.columns if each.role is Role.REASON]),
        wordings=wordings,
        cells=tuple(said),
        shown=_shown(row, written, columns),
        leading_name="".join(_telling(filled, columns.of_names[:1])) or above.leading_name,
    )


def _whose(
    cells: _Cells, above: FilledRow, named: Sequence[Column], are_known: _AreKnown
) -> _Cells:
    """The cells that say whose a row is. Where the first is empty, it is that of a merged one, or
    an organisation stands beside it in place of a country: then that is known."""
    own = _telling(cells, named)
    if not own:
        return above.whose
    leading = next(each for each in named if _telling(cells, [each]))
    if leading is named[0] or (not leading.joins and are_known(own[0])):
        return own
    return tuple(filter(None, (above.leading_name, *own)))


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


def _telling(cells: _Cells, columns: Iterable[Column]) -> _Cells:
    """The cells of these columns that hold more than a dash."""
    found = (_cell(cells, each) for each in columns)
    return tuple(cell for cell in found if any(map(str.isalnum, cell)))


def _cell(cells: _Cells, column: Column | None) -> str:
    return cells[column.index] if column is not None and column.index < len(cells) else ""


def _short(cell: str) -> str:
    return cell if len(cell) <= _MOST_SHOWN else f"{cell[:_MOST_SHOWN]}…"
