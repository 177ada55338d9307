"""Sheets as XLSX. Nothing in a cell is a formula, whatever it begins with."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from editor.exporters.tables.sheet import SHORT_WIDTH, Sheet
from editor.negotiation.session import Heading
from editor.text.scripts import is_east_asian, is_right_to_left

_LONGEST_CELL = 32_767
_LONGEST_MARGIN = 100
"""Characters of a text in the margin; a spreadsheet takes 255 in all."""
_FONT, _SIZE = "Times New Roman", 10
_A3, _A4, _SCALE = 8, 9, 75
_WIDE = 200
"""Characters in a row that are too many for A4."""
_LETTERS = 1.35
"""Letters of the font in one character of width, on average."""
_MARGIN, _MARGIN_WITH_TEXT = 0.5, 0.8
"""Inches."""
_LINE = Side(style="thin", color="A6A6A6")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD_FILL = PatternFill("solid", fgColor="E7E6E6")
_LINE_HEIGHT, _ROOM, _UPRIGHT_HEIGHT, _HIGHEST = 13.0, 3.0, 150.0, 409.0
"""Points; no row can be higher than the last."""
_MANY, _LONG = 8, 12
"""Names of narrow columns stand upright if there are more columns, or longer names, than these."""


def spreadsheet(sheet: Sheet, heading: Heading, now: datetime) -> bytes:
    """The bytes of an XLSX, with title and symbol of the session in the margins of the page."""
    book = Workbook()
    made = book.active
    assert isinstance(made, Worksheet)
    made.title = sheet.name
    for number, row in enumerate((sheet.head, *sheet.rows), start=1):
        is_strong = number == 1 or number - 2 in sheet.strong
        for column, text in enumerate(row, start=1):
            _write(made.cell(number, column), text, is_strong)
    for column, width in enumerate(sheet.widths, start=1):
        made.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(sheet.rows, start=2):
        made.row_dimensions[number].height = _height(row, sheet.widths)
    _write_head(made, sheet)
    _set_up(made, sheet, heading)
    moment = now.astimezone(UTC).replace(tzinfo=None)
    book.properties.creator = ""
    book.properties.title = cell_text(heading.title)
    book.properties.created = book.properties.modified = moment
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def cell_text(text: str) -> str:
    """`text` as far as a cell can hold it."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_CELL]


def _write(cell: Cell | MergedCell, text: str, is_strong: bool) -> None:
    assert isinstance(cell, Cell)
    cell.value = cell_text(text)
    cell.data_type = "s"
    cell.font = Font(name=_FONT, size=_SIZE, bold=is_strong)
    cell.border = _BORDER
    reading_order = 2 if is_right_to_left(text) else 0
    cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=reading_order)


def _height(row: Sequence[str], widths: Sequence[float]) -> float:
    """Points that the highest cell needs: programs do not find out by themselves."""
    lines = max(map(_lines, row, widths), default=1)
    return min(lines * _LINE_HEIGHT + _ROOM, _HIGHEST)


def _lines(text: str, width: float) -> int:
    """About how many lines a text has in a cell; East Asian letters are twice as wide."""
    length = sum(2 if is_east_asian(each) else 1 for each in text)
    return 1 + int(length / width / _LETTERS) + text.count("\n")


def _write_head(made: Worksheet, sheet: Sheet) -> None:
    columns = range(sheet.kept, len(sheet.head))
    narrow = [column for column in columns if sheet.widths[column] <= SHORT_WIDTH]
    is_upright = len(narrow) > _MANY or any(len(sheet.head[each]) > _LONG for each in narrow)
    for column, cell in enumerate(made[1]):
        upright = 90 if is_upright and column in narrow else 0
        cell.fill = _HEAD_FILL
        cell.alignment = Alignment(
            wrap_text=True,
            vertical="bottom",
            horizontal="center" if upright else None,
            textRotation=upright,
        )
    if is_upright:
        made.row_dimensions[1].height = _UPRIGHT_HEIGHT
    else:
        made.row_dimensions[1].height = _height(sheet.head, sheet.widths)


def _set_up(made: Worksheet, sheet: Sheet, heading: Heading) -> None:
    """How it is shown and printed: head and first columns on every page, which lies across."""
    last = get_column_letter(sheet.kept)
    made.freeze_panes = f"{get_column_letter(sheet.kept + 1)}2"
    made.print_title_rows, made.print_title_cols = "1:1", f"A:{last}"
    made.page_setup.orientation = "landscape"
    made.page_setup.paperSize = _A3 if sum(sheet.widths) > _WIDE else _A4
    made.page_setup.scale = _SCALE
    made.page_setup.pageOrder = "overThenDown"
    made.page_margins.left = made.page_margins.right = _MARGIN
    made.page_margins.top = made.page_margins.bottom = _MARGIN_WITH_TEXT
    header, footer = made.oddHeader, made.oddFooter
    assert header is not None
    assert footer is not None
    header.left.text = _margin_text(heading.title)
    header.right.text = _margin_text(heading.symbol or sheet.name)
    footer.right.text = "&P / &N"
    made.sheet_view.rightToLeft = sheet.is_right_to_left


def _margin_text(text: str) -> str:
    """An ampersand would begin a code."""
    return " ".join(cell_text(text).split())[:_LONGEST_MARGIN].replace("&", "&&")
