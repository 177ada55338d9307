"""A spreadsheet is handed over only if it holds the texts of its sheet, as text."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook

from editor.app.sheet_check import sheet_faults
from editor.exporters.tables.sheet import Sheet
from editor.exporters.tables.spreadsheets import spreadsheet
from editor.negotiation.session import Heading

NOW = datetime(2024, 7, 1, tzinfo=UTC)
SHEET = Sheet("Positions", ["Provision", "Proposal"], [["1", "=1+1"], ["2", ""]], [10, 40], 1)
SOUND = spreadsheet(SHEET, Heading("heading", "Talks & more", "", "TALKS/1"), NOW)


def changed(cell: str, value: str) -> bytes:
    book = load_workbook(BytesIO(SOUND))
    book.worksheets[0][cell] = value
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_sound_sheet() -> None:
    assert sheet_faults(SOUND, SHEET) == []


def test_other_words_are_found() -> None:
    assert sheet_faults(changed("A3", "3"), SHEET) == ["row 3 says something else"]


def test_a_formula_is_found() -> None:
    assert sheet_faults(changed("B2", "=1+1"), SHEET) == ["B2 is not text"]


def test_a_foreign_part_is_found() -> None:
    data = BytesIO(SOUND)
    with ZipFile(data, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", "<a/>")
    assert sheet_faults(data.getvalue(), SHEET) == ["part xl/externalLinks/externalLink1.xml"]


def test_what_cannot_be_read_is_a_fault() -> None:
    (fault,) = sheet_faults(b"PK", SHEET)
    assert fault.startswith("it cannot be read")


def test_how_it_is_printed() -> None:
    made = load_workbook(BytesIO(SOUND)).worksheets[0]
    assert (made.print_title_rows, made.print_title_cols) == ("$1:$1", "$A:$A")
    assert made.freeze_panes == "B2"
    assert made["B2"].alignment.wrap_text
    assert made.oddHeader is not None
    assert made.oddHeader.left.text == "Talks && more"
    assert made.oddHeader.right.text == "TALKS/1"
