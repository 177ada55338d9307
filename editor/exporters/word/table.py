"""Tables of a Word file: a head that repeats on every page, cells of paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.runs import text_runs
from editor.text.scripts import is_right_to_left

_KEPT_TOGETHER = 24
"""Lines of the highest row that is kept on one page."""
_LETTER = 85
"""The width of a letter of a table, in twips, on average."""
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Across:
    """A row that is one cell over all columns, for a heading."""

    paragraphs: Sequence[Element]


Cells = Sequence[Sequence[Element]]
"""The paragraphs of each cell of a row."""


def table(
    head: Sequence[str], rows: Iterable[Cells | Across], width: int, shares: Sequence[int]
) -> Element:
    """A table over `width` twips, its columns as wide as their `shares`. A row that is not too
    long is never broken between pages."""
    widths = [width * each // sum(shares) for each in shares]
    borders = (
        element(f"w:{side}", val="single", sz="4", space="0", color="auto") for side in _BORDERS
    )
    first = [[text_paragraph(each, "TableHead")] for each in head]
    written = list(rows)
    properties = element(
        "w:tblPr",
        *_direction(written),
        element("w:tblW", w=str(width), type="dxa"),
        element("w:tblBorders", *borders),
        element("w:tblLayout", type="fixed"),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=str(each)) for each in widths))
    made = element("w:tbl", properties, grid, _row(first, widths, is_head=True))
    for each in written:
        if isinstance(each, Across):
            made.append(_across(each, widths))
        else:
            made.append(_row(each, widths, is_head=False))
    return made


def text_paragraph(text: str, style: str = "TableText") -> Element:
    """A paragraph of plain text."""
    properties = element("w:pPr", element("w:pStyle", val=style))
    if is_right_to_left(text):
        properties.append(element("w:bidi"))
    return element("w:p", properties, *text_runs(text))


def _row(cells: Sequence[Sequence[Element]], widths: Sequence[int], *, is_head: bool) -> Element:
    properties = element("w:trPr")
    if is_head or max(map(_lines, cells, widths)) <= _KEPT_TOGETHER:
        properties.append(element("w:cantSplit"))
    if is_head:
        properties.append(element("w:tblHeader"))
    row = element("w:tr", *([properties] if len(properties) else []))
    for paragraphs, width in zip(cells, widths, strict=True):
        size = element("w:tcPr", element("w:tcW", w=str(width), type="dxa"))
        row.append(element("w:tc", size, *(paragraphs or [text_paragraph("")])))
    return row


def _direction(rows: Iterable[Cells | Across]) -> Iterator[Element]:
    """Columns run from the right where most paragraphs do."""
    cells = (cell for row in rows if not isinstance(row, Across) for cell in row)
    paragraphs = [each for cell in cells for each in cell if len(each) > 1]
    path = f"{name('w:pPr')}/{name('w:bidi')}"
    turned = [each for each in paragraphs if each.find(path) is not None]
    if len(turned) * 2 > len(paragraphs):
        yield element("w:bidiVisual")


def _across(row: Across, widths: Sequence[int]) -> Element:
    """A heading goes with the row below it."""
    size = element("w:tcPr", element("w:tcW", w=str(sum(widths)), type="dxa"))
    size.append(element("w:gridSpan", val=str(len(widths))))
    cell = element("w:tc", size, *row.paragraphs)
    return element("w:tr", element("w:trPr", element("w:cantSplit")), cell)


def _lines(paragraphs: Sequence[Element], width: int) -> int:
    """About how many lines a cell has."""
    in_line = max(width // _LETTER, 1)
    return sum(1 + len("".join(map(str, each.itertext()))) // in_line for each in paragraphs)
