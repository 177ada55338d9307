"""The page of a United Nations paper: A4, a masthead, a running header, page numbers."""

from enum import Enum

from editor.exporters.word.elements import Element, element, name, text_element


class Orientation(Enum):
    """Width and height of A4, and how the page lies, in twips."""

    PORTRAIT = (11906, 16838)
    LANDSCAPE = (16838, 11906)


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


def masthead(
    reading: str,
    date: str,
    title: str,
    subtitle: str,
    orientation: Orientation = Orientation.PORTRAIT,
) -> Element:
    """The header of the first page: reading and date, the title, what the paper is. Without a
    title (the text brings its own) it is a single line."""
    if not title:
        only = _line_of_ends(subtitle, date, "12", orientation)
        return element("w:hdr", only, _paragraph("Masthead"))
    line = _line_of_ends(reading, date, "4", orientation)
    titled = _paragraph("MastheadTitle")
    titled.append(_run(title, bold=True))
    below = _paragraph("Masthead", _line_below("12"))
    below.append(_run(subtitle, bold=True))
    return element("w:hdr", line, titled, below, _paragraph("Masthead"))


def running_header(title: str) -> Element:
    paragraph = _paragraph("Header", _line_below("4"))
    paragraph.append(_run(title, bold=True))
    return element("w:hdr", paragraph, _paragraph("Header"))


def footer() -> Element:
    paragraph = _paragraph("Footer", element("w:jc", val="right"))
    paragraph.append(element("w:fldSimple", _run("1", bold=True), instr=" PAGE "))
    return element("w:ftr", paragraph)


def _line_of_ends(left: str, right: str, rule: str, orientation: Orientation) -> Element:
    """One text at the left, one at the right, a rule below."""
    tab = element("w:tabs", element("w:tab", val="right", pos=str(text_width(orientation))))
    line = _paragraph("Masthead", _line_below(rule), tab)
    line.extend((_run(left, bold=True), element("w:r", element("w:tab")), _run(right)))
    return line


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
