"""A text file whose lines are rows and whose cells are parted by a comma, semicolon or tab."""

import csv
import io

from editor.importers.file_faults import FileFault, refusal
from editor.importers.tables.source_table import SourceTable, TableRow
from editor.importers.tables.table_size import TableSize
from editor.importers.text_encoding import decode_text

_SAMPLE = 20_000
_SEPARATORS = ",;\t|"


def read_separated_values(data: bytes, name: str) -> SourceTable:
    """The table in a file of separated values.

    Raises KnownError (`text_encoding_unknown`, `file_is_binary`, `file_too_large`,
    `table_damaged`, `table_too_large`).
    """
    text = decode_text(data, name)
    separator = _separator(text[:_SAMPLE])
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=separator, skipinitialspace=True)
    rows, size = [], TableSize(name)
    try:
        for values in reader:
            size.add(len(values))
            cells = tuple(each.strip() for each in values)
            if any(cells):
                rows.append(TableRow(cells, reader.line_num))
    except csv.Error:
        raise refusal(FileFault.TABLE_DAMAGED, name) from None
    return SourceTable(tuple(rows))


def _separator(sample: str) -> str:
    """What parts the cells. How quotation marks are written is not for a sample to say: the
    first cell with a doubled one may come after it."""
    try:
        return csv.Sniffer().sniff(sample, _SEPARATORS).delimiter
    except csv.Error:
        return csv.excel.delimiter
