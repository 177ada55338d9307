"""Tables as XLSX. Nothing in a cell is a formula, whatever it begins with."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from editor.exporters.tables.comparison import Comparison, plain
from editor.exporters.tables.positions import PositionsRow
from editor.exporters.word.scripts import is_right_to_left
from editor.exporters.word.voice_names import VoiceNames
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.session import Session

_WIDE, _NARROW = 48.0, 16.0
_LONGEST_CELL = 32_767


def comparison_sheet(
    session: Session, table: Comparison, now: datetime, *, with_names: bool = True
) -> bytes:
    """Base, a column for each delegation, compromise; a row for each provision."""
    names = VoiceNames(session.delegations, "")
    columns = [
        names.author(each) if with_names else f"Proposals {number}"
        for number, each in enumerate(table.delegations, start=1)
    ]
    head = ["Provision", "Base text", *columns, "Compromise"]
    rows = [
        [
            row.label,
            row.base,
            *(plain(row.wordings.get(each, ())) for each in table.delegations),
            row.compromise,
        ]
        for row in table.rows
    ]
    return _book("Comparison", head, rows, [_NARROW, *[_WIDE] * (len(head) - 1)], now)


def positions_sheet(session: Session, rows: Sequence[PositionsRow], now: datetime) -> bytes:
    """A row for each proposal, a column for each delegation that said something."""
    names = VoiceNames(session.delegations, "")
    speaking = {each for row in rows for each in row.stances}
    order = sorted(speaking, key=lambda each: session.rank_of[each])
    head = ["Provision", "Proposal", "State", *map(names.author, order)]
    cells = [
        [
            row.provision,
            row.proposal,
            "" if row.state is AmendmentState.PROPOSED else row.state.value,
            *(row.stances.get(each, "") for each in order),
        ]
        for row in rows
    ]
    widths = [_NARROW, _WIDE, _NARROW, *[_NARROW] * len(order)]
    return _book("Positions", head, cells, widths, now)


def _book(
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    now: datetime,
) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for number, row in enumerate((head, *rows), start=1):
        for column, text in enumerate(row, start=1):
            _write(sheet, number, column, text)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_view.rightToLeft = is_right_to_left("".join(each[1] for each in rows))
    moment = now.astimezone(UTC).replace(tzinfo=None)
    book.properties.creator = ""
    book.properties.created = book.properties.modified = moment
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_CELL]
    cell.data_type = "s"
    reading_order = 2 if is_right_to_left(text) else 0
    cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=reading_order)
