"""Tables of a Word file: a head that repeats on every page, cells of paragraphs."""

from collections.abc import Iterable, Sequence

from editor.exporters.word.elements import Element, element
from editor.exporters.word.runs import text_runs
from editor.exporters.word.scripts import is_right_to_left

_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(head: Sequence[str], rows: Iterable[Sequence[Sequence[Element]]], width: int) -> Element:
    """A table over `width` twips with equal columns but the first, which holds labels. Each
    cell of `rows` is its paragraphs."""
    widths = _widths(len(head), width)
    borders = (
        element(f"w:{side}", val="single", sz="4", space="0", color="auto") for side in _BORDERS
    )
    properties = element(
        "w:tblPr",
        element("w:tblW", w=str(width), type="dxa"),
        element("w:tblBorders", *borders),
        element("w:tblLayout", type="fixed"),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=str(each)) for each in widths))
    first = [[text_paragraph(each, "TableHead")] for each in head]
    made = element("w:tbl", properties, grid, _row(first, widths, is_head=True))
    made.extend(_row(each, widths, is_head=False) for each in rows)
    return made


def text_paragraph(text: str, style: str = "TableText") -> Element:
    """A paragraph of plain text."""
    properties = element("w:pPr", element("w:pStyle", val=style))
    if is_right_to_left(text):
        properties.append(element("w:bidi"))
    return element("w:p", properties, *text_runs(text))


def _widths(columns: int, width: int) -> list[int]:
    first = min(1000, width // columns)
    others = (width - first) // max(columns - 1, 1)
    return [first, *[others] * (columns - 1)]


def _row(cells: Sequence[Sequence[Element]], widths: Sequence[int], *, is_head: bool) -> Element:
    properties = element("w:trPr", element("w:cantSplit")) if is_head else element("w:trPr")
    if is_head:
        properties.append(element("w:tblHeader"))
    row = element("w:tr", *([properties] if len(properties) else []))
    for paragraphs, width in zip(cells, widths, strict=True):
        size = element("w:tcPr", element("w:tcW", w=str(width), type="dxa"))
        row.append(element("w:tc", size, *(paragraphs or [text_paragraph("")])))
    return row
