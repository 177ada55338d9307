"""The page of a United Nations paper: A4, a masthead, a running header, page numbers."""

from enum import Enum

from editor.exporters.paper_head import PaperHead
from editor.exporters.word.elements import Element, element, name, text_element
from editor.exporters.word.runs import text_runs
from editor.text.scripts import is_right_to_left


class Orientation(Enum):
    """Width and height of A4, and how the page lies, in twips."""

    PORTRAIT = (11906, 16838)
    LANDSCAPE = (16838, 11906)


_THIN, _THICK = "4", "12"
"""Eighths of a point."""
_RULE = {"val": "single", "space": "1", "color": "auto"}
_MARGIN = 1134
HEADER, FIRST_HEADER, FOOTER = "header", "firstHeader", "footer"
"""Relationship ids of the three parts."""


def text_width(orientation: Orientation) -> int:
    """The width between the margins, in twips."""
    return orientation.value[0] - 2 * _MARGIN


def section(orientation: Orientation = Orientation.PORTRAIT) -> Element:
    """The properties of the only section. The first page has the masthead for a header."""
    section = element("w:sectPr")
    for tag, kind, id in (
        ("w:headerReference", "default", HEADER),
        ("w:headerReference", "first", FIRST_HEADER),
        ("w:footerReference", "default", FOOTER),
        ("w:footerReference", "first", FOOTER),
    ):
        reference = element(tag, type=kind)
        reference.set(name("r:id"), id)
        section.append(reference)
    width, height = orientation.value
    size = element("w:pgSz", w=str(width), h=str(height))
    if orientation is Orientation.LANDSCAPE:
        size.set(name("w:orient"), "landscape")
    section.append(size)
    section.append(
        element(
            "w:pgMar",
            top="1418", right="1134", bottom="1134", left="1134",
            header="709", footer="567", gutter="0",
        )
    )  # fmt: skip
    section.append(element("w:titlePg"))
    return section


def masthead(head: PaperHead, orientation: Orientation = Orientation.PORTRAIT) -> Element:
    """The header of the first page: reading and symbol over a line, the date, then title and
    subtitle. Without a title (the text brings its own) the subtitle stands beside the date."""
    written = element("w:hdr")
    if head.reading or head.symbol:
        written.append(_line_of_ends(head, head.reading, head.symbol, _THIN, orientation))
    beside = "" if head.title else head.subtitle
    written.append(_line_of_ends(head, beside, head.date, _THICK, orientation))
    if head.title:
        titled = _paragraph("MastheadTitle", *_direction(head.title))
        titled.extend(text_runs(head.title, bold=True))
        below = _paragraph("Masthead", *_direction(head.title))
        below.append(_run(head.subtitle, bold=True))
        written.extend((titled, below))
    written.append(_paragraph("Masthead"))
    return written


def running_header(head: PaperHead) -> Element:
    """The header of the other pages: the symbol, or else the title, over a line."""
    shown = head.symbol or head.title
    paragraph = _paragraph("Header", _line_below(_THIN), *_direction(shown))
    paragraph.extend(text_runs(shown, bold=True))
    return element("w:hdr", paragraph, _paragraph("Header"))


def footer() -> Element:
    paragraph = _paragraph("Footer", element("w:jc", val="right"))
    paragraph.append(element("w:fldSimple", _run("1", bold=True), instr=" PAGE "))
    return element("w:ftr", paragraph)


def _line_of_ends(
    head: PaperHead, first: str, last: str, rule: str, orientation: Orientation
) -> Element:
    """A text where lines begin, one where they end, a rule below; only the date is not bold."""
    tab = element("w:tabs", element("w:tab", val="right", pos=str(text_width(orientation))))
    direction = _direction(head.title or head.reading or head.date)
    line = _paragraph("Masthead", _line_below(rule), tab, *direction)
    line.extend(text_runs(first, bold=True))
    line.append(element("w:r", element("w:tab")))
    line.extend(text_runs(last, bold=last != head.date))
    return line


def _direction(text: str) -> tuple[Element, ...]:
    return (element("w:bidi"),) if is_right_to_left(text) else ()


def _paragraph(style: str, *properties: Element) -> Element:
    return element("w:p", element("w:pPr", element("w:pStyle", val=style), *properties))


def _line_below(size: str) -> Element:
    return element("w:pBdr", element("w:bottom", sz=size, **_RULE))


def _run(text: str, *, bold: bool = False) -> Element:
    run = element("w:r")
    if bold:
        run.append(element("w:rPr", element("w:b"), element("w:bCs")))
    run.append(text_element(text))
    return run
