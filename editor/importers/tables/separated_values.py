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
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:_SAMPLE], _SEPARATORS)
    except csv.Error:
        dialect = csv.excel
    reader = csv.reader(io.StringIO(text, newline=""), dialect)
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
