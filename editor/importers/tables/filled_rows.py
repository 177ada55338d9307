"""The rows of a table with what they leave to the row above put in: cells of a merged one,
which are empty, and those that say "ditto"."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.importers.labels import leading_label
from editor.importers.tables.columns import Column, Columns
from editor.importers.tables.headings import Role
from editor.importers.tables.source_table import TableRow

_AS_ABOVE = re.compile(r"(?:idem|ditto|(?:same )?as above|[\"“”″〃]|''|’’)\.?", re.IGNORECASE)
_MOST_SHOWN = 200
"""Characters of a cell that many rows and wordings may show."""
_Cells = tuple[str, ...]
_AreKnown = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Wording:
    """What one cell wants, nothing if all of it is struck; `written` is how the cell has it, which
    may be "ditto"."""

    column: Column
    words: str
    written: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one cell says beside the wishes: reasons of one party, or words of a column that
    nobody understands."""

    column: Column
    words: str


@dataclass(frozen=True, slots=True)
class FilledRow:
    """What a row says: `place` and `words` where, as written, `is_named` if its own cell names the
    place; `whose` are the cells that name
    delegations, `reasons` are theirs, `own_reasons` those of the parties of columns, `unclear` is
    what stands in columns that nobody understands. `cells` are its own, `shown` are all for the
    reader; `leading_name` is the cell of the first column of names, or the nearest above it that
    says something."""

    line: int = 0
    place: str = ""
    words: str = ""
    whose: _Cells = ()
    reasons: _Cells = ()
    own_reasons: tuple[Told, ...] = ()
    unclear: tuple[Told, ...] = ()
    wordings: tuple[Wording, ...] = ()
    cells: _Cells = ()
    shown: str = ""
    leading_name: str = ""
    is_named: bool = False

    def shown_of(self, wording: Wording, part: str) -> str:
        """A part of a wording, with where it is said and who says it."""
        words = part if wording.words == wording.written else wording.written
        party = wording.column.party
        said = f"{party}: {words}" if party else words
        names = () if party or wording.column.role is Role.COMPROMISE else self.whose
        return " | ".join(filter(None, (_short(self.place), said, *map(_short, names))))

    def shown_of_unclear(self, unclear: Told) -> str:
        """The words of a column that nobody understands, with its heading and where it is said."""
        return " | ".join(
            filter(None, (_short(self.place), _headed(unclear), *map(_short, self.whose)))
        )

    @property
    def says_something(self) -> bool:
        return any((self.wordings, self.reasons, self.own_reasons, self.unclear))


def filled_rows(columns: Columns, are_known: _AreKnown) -> Iterator[FilledRow]:
    """Each row, also one that says nothing, from top to bottom. `are_known` says of a cell
    whether it names delegations that are known, and nobody else."""
    above = FilledRow()
    for row in columns.rows:
        above = _below(above, row, columns, are_known)
        yield above


def _below(above: FilledRow, source: TableRow, columns: Columns, are_known: _AreKnown) -> FilledRow:
    written = tuple(each.strip() for each in source.cells)
    printed = tuple(each.strip() for each in source.printed) or written
    filled = tuple(_as_above(cell, index, above.cells) for index, cell in enumerate(written))
    own_place = _cell(filled, columns.with_role(Role.PLACE))
    place = own_place or above.place
    words = _cell(printed if source.printed else filled, columns.with_role(Role.BASE))
    whose = _whose(filled, above, columns.of_names, are_known)
    row = FilledRow(source.line, place, words, whose)
    is_other = not own_place and words not in ("", above.words)
    is_same_place = not is_other and (place == above.place if place else words == above.words)
    cells = filled if is_same_place else written
    wordings = tuple(_wordings(cells, written, printed, columns))
    said = list(filled)
    for each in wordings:
        said[each.column.index] = each.words
    return replace(
        row,
        reasons=_telling(filled, [each for each in columns.of_reasons if not each.party]),
        own_reasons=tuple(_told(filled, [each for each in columns.of_reasons if each.party])),
        unclear=tuple(filter(_is_more_than_a_number, _told(printed, columns.unknown))),
        wordings=wordings,
        cells=tuple(said),
        shown=_shown(row, written, columns),
        is_named=bool(own_place),
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


def _wordings(
    cells: _Cells, written: _Cells, printed: _Cells, columns: Columns
) -> Iterator[Wording]:
    """What the cells want. "Ditto" for which there is nothing above stays as it is written."""
    base = columns.with_role(Role.BASE)
    struck_in_base = _cell(printed, base) if _cell(printed, base) != _cell(written, base) else ""
    for column in columns.wordings:
        said = _cell(written, column)
        if struck_in_base and _cell(printed, column) == struck_in_base:
            yield Wording(column, struck_in_base, struck_in_base)
        elif said:
            yield Wording(column, _cell(cells, column) or said, said)
        elif struck := _cell(printed, column):
            yield Wording(column, "", struck)


def _shown(row: FilledRow, written: _Cells, columns: Columns) -> str:
    """All cells as written, with the place and the names that the row has from above."""
    said = list(written)
    for column in columns.columns:
        if (column.party or column.role is Role.UNKNOWN) and _telling(written, [column]):
            said[column.index] = _headed(Told(column, written[column.index]))
    place = [] if row.place in written else [_short(row.place)]
    names = [_short(each) for each in row.whose if each not in written]
    return " | ".join(filter(None, (*place, *said, *names)))


def _telling(cells: _Cells, columns: Iterable[Column]) -> _Cells:
    """The cells of these columns that hold more than a dash."""
    found = (_cell(cells, each) for each in columns)
    return tuple(cell for cell in found if any(map(str.isalnum, cell)))


def _told(cells: _Cells, columns: Iterable[Column]) -> Iterator[Told]:
    for column in columns:
        for words in _telling(cells, [column]):
            yield Told(column, words)


def _is_more_than_a_number(told: Told) -> bool:
    """A column without heading often just counts the rows."""
    label = leading_label(f"{told.words.rstrip('.')}. ")
    return bool(told.column.heading) or label is None or label.words_start < len(told.words)


def _headed(told: Told) -> str:
    party = told.column.party if told.column.role is Role.WORDING else ""
    return ": ".join(filter(None, (party or told.column.heading, told.words)))


def _cell(cells: _Cells, column: Column | None) -> str:
    return cells[column.index] if column is not None and column.index < len(cells) else ""


def _short(cell: str) -> str:
    return cell if len(cell) <= _MOST_SHOWN else f"{cell[:_MOST_SHOWN]}…"
