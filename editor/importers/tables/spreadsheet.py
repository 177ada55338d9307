"""Sheets of an Excel file (.xlsx) as tables."""

import io
import warnings
from collections.abc import Iterator

import openpyxl

from editor.errors import KnownError
from editor.importers.archive import Archive
from editor.importers.file_faults import FileFault, refusal
from editor.importers.tables.source_table import SourceTable, TableRow
from editor.importers.tables.table_size import TableSize
from editor.importers.text_budget import TextBudget
from editor.importers.text_encoding import normalise_text
from editor.importers.word.safe_xml import refuse_unsafe

_OF_CELLS = ("xl/worksheets/", "xl/sharedstrings.xml")
_MAXIMUM_IN_CELLS = 1_200_000
"""Six for each cell that is read."""
_MAXIMUM_ELSEWHERE = 100_000
"""Of looks and names, each of which openpyxl makes much of."""
_XML_ENDINGS = (".xml", ".rels")


def read_spreadsheet(data: bytes, name: str) -> tuple[SourceTable, ...]:
    """The sheets that hold words, with the values of formulas as they were last computed.

    Raises KnownError (`archive_…`, `word_doctype`, `word_too_many_elements`,
    `word_damaged`, `table_damaged`, `table_too_large`, `text_too_long`).
    """
    archive = Archive(data, name)
    for part in sorted(archive.part_names):
        content = archive.read(part)
        if part.lower().endswith(_XML_ENDINGS):
            is_of_cells = part.lower().startswith(_OF_CELLS)
            limit = _MAXIMUM_IN_CELLS if is_of_cells else _MAXIMUM_ELSEWHERE
            refuse_unsafe(content, part, name, limit)
    try:
        return tuple(_sheets(data, name))
    except (KnownError, MemoryError):
        raise
    except (
        Exception
    ):  # openpyxl raises errors of all kinds for parts that are not as they should be
        raise refusal(FileFault.TABLE_DAMAGED, name) from None


def _sheets(data: bytes, name: str) -> Iterator[SourceTable]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        size, budget = TableSize(name), TextBudget(name)
        for sheet in book.worksheets:
            rows = tuple(_rows(sheet.iter_rows(values_only=True), size, budget))
            if rows:
                yield SourceTable(rows, sheet.title)


def _rows(
    rows: Iterator[tuple[object, ...]], size: TableSize, budget: TextBudget
) -> Iterator[TableRow]:
    for line, values in enumerate(rows, start=1):
        size.add(len(values))
        cells = tuple("" if each is None else _words(each, budget) for each in values)
        if any(cells):
            yield TableRow(cells, line)


def _words(value: object, budget: TextBudget) -> str:
    """A number as it is printed: a provision 5 is stored as 5.0 by some programs."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    written = str(value)
    budget.spend(len(written))
    return normalise_text(written).strip()
