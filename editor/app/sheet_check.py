"""The last look at a spreadsheet before it leaves: does it hold the texts of the sheet, as text,
and nothing else?"""

import zipfile
from io import BytesIO

from openpyxl import load_workbook

from editor.errors import BugError
from editor.exporters.tables.sheet import Sheet
from editor.exporters.tables.spreadsheets import cell_text

_ALLOWED = ("[Content_Types].xml", "_rels/", "docProps/", "xl/")
_REFUSED = ("xl/externalLinks/", "xl/vbaProject", "xl/connections", "xl/embeddings/")


def check_sheet(data: bytes, sheet: Sheet) -> None:
    """Raises BugError if the bytes of an XLSX are not `sheet` and nothing else."""
    faults = sheet_faults(data, sheet)
    if faults:
        raise BugError("unsound spreadsheet: " + "; ".join(faults[:5]))


def sheet_faults(data: bytes, sheet: Sheet) -> list[str]:
    """What is wrong with the bytes of an XLSX of `sheet`."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
        made = load_workbook(BytesIO(data)).worksheets
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        return [f"it cannot be read: {error}"]
    faults = [f"part {each}" for each in names if not _is_allowed(each)]
    if len(names) != len(set(names)):
        faults.append("a part is there twice")
    if len(made) != 1:
        return [*faults, f"{len(made)} sheets"]
    expected = [sheet.head, *sheet.rows]
    found = list(made[0].iter_rows())
    if len(found) != len(expected):
        faults.append(f"{len(found)} rows for {len(expected)}")
    for cells, texts in zip(found, expected, strict=False):
        shown = [cell.value or "" for cell in cells]
        if shown != [cell_text(each) for each in texts]:
            faults.append(f"row {cells[0].row} says something else")
        faults += [f"{c.coordinate} is not text" for c in cells if c.value and c.data_type != "s"]
    return faults


def _is_allowed(name: str) -> bool:
    return name.startswith(_ALLOWED) and not name.startswith(_REFUSED)
