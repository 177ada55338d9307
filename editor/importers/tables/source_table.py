"""A table as its reader saw it, whatever file it came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableRow:
    """The words of each cell without those that are struck. `line` counts from 1 within the
    table's file; `printed` are the cells with struck words too, if there are any."""

    cells: tuple[str, ...]
    line: int
    printed: tuple[str, ...] = ()

    def cell(self, column: int) -> str:
        """The words of a cell; a row may be shorter than its table."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Rows from top to bottom, without empty ones; `name` of the sheet, if it has one; `warnings`
    are (code, line, detail)."""

    rows: tuple[TableRow, ...]
    name: str = ""
    warnings: tuple[tuple[str, int, str], ...] = ()
