"""The one way in for tables: a spreadsheet, a Word file, separated values."""

from dataclasses import replace

from editor.importers.archive import Archive
from editor.importers.file_kind import FileKind, recognise
from editor.importers.overrides import in_reading_order, letters_turned
from editor.importers.tables.separated_values import read_separated_values
from editor.importers.tables.source_table import SourceTable
from editor.importers.tables.spreadsheet import read_spreadsheet
from editor.importers.tables.word_tables import read_word_tables

_ZIP = b"PK\x03\x04"
_WORKBOOK = "xl/workbook.xml"


def read_tables(data: bytes, name: str) -> tuple[SourceTable, ...]:
    """The tables in the bytes of a file called `name`; an OpenDocument text has none that are
    read. Raises KnownError with a code of `FileFault`."""
    return tuple(map(_in_reading_order, _read(data, name)))


def _read(data: bytes, name: str) -> tuple[SourceTable, ...]:
    if data.startswith(_ZIP) and _WORKBOOK in Archive(data, name).part_names:
        return read_spreadsheet(data, name)
    match recognise(data, name):
        case FileKind.WORD:
            return read_word_tables(data, name)
        case FileKind.OPEN_DOCUMENT:
            return ()
        case FileKind.MARKDOWN | FileKind.PLAIN_TEXT:
            return (read_separated_values(data, name),)


def _in_reading_order(table: SourceTable) -> SourceTable:
    rows = (
        replace(
            row,
            cells=tuple(map(in_reading_order, row.cells)),
            printed=tuple(map(in_reading_order, row.printed)),
        )
        for row in table.rows
    )
    warnings = (
        remark
        for row in table.rows
        for cell in row.cells
        for remark in letters_turned(cell, row.line)
    )
    return replace(table, rows=tuple(rows), warnings=(*table.warnings, *warnings))
