"""Sheets of an Excel file (.xlsx) as tables."""

import io
from collections.abc import Iterator

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from editor.importers.archive import Archive
from editor.importers.file_faults import FileFault, refusal
from editor.importers.tables.source_table import SourceTable, TableRow
from editor.importers.text_encoding import normalise_text
from editor.importers.word.safe_xml import refuse_doctype

MAXIMUM_CELLS = 200_000
_XML_ENDINGS = (".xml", ".rels")
_UNSOUND = (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, SyntaxError)
"""What openpyxl raises for parts that are missing or not what they should be."""


def read_spreadsheet(data: bytes, name: str) -> tuple[SourceTable, ...]:
    """The sheets that hold words, with the values of formulas as they were last computed.

    Raises KnownError (`archive_…`, `word_doctype`, `table_damaged`, `table_too_large`).
    """
    archive = Archive(data, name)
    for part in sorted(archive.part_names):
        content = archive.read(part)
        if part.lower().endswith(_XML_ENDINGS):
            refuse_doctype(content, part, name)
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        sheets = [
            SourceTable(tuple(_rows(sheet.iter_rows(values_only=True), name)), sheet.title)
            for sheet in book.worksheets
        ]
    except _UNSOUND:
        raise refusal(FileFault.TABLE_DAMAGED, name) from None
    return tuple(sheet for sheet in sheets if sheet.rows)


def _rows(rows: Iterator[tuple[object, ...]], name: str) -> Iterator[TableRow]:
    seen = 0
    for line, values in enumerate(rows, start=1):
        seen += max(len(values), 1)
        if seen > MAXIMUM_CELLS:
            raise refusal(FileFault.TABLE_TOO_LARGE, name, limit=MAXIMUM_CELLS)
        cells = tuple("" if each is None else _words(each) for each in values)
        if any(cells):
            yield TableRow(cells, line)


def _words(value: object) -> str:
    """A number as it is printed: a provision 5 is stored as 5.0 by some programs."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return normalise_text(str(value)).strip()
