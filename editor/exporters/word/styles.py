"""The styles of United Nations papers: Times New Roman 10 pt, bold headings, notes 8.5 pt."""

from editor.exporters.word.elements import Element, element

LATIN, EAST_ASIAN = "Times New Roman", "SimSun"
HEADING_SIZES = {1: 14.0, 2: 12.0, 3: 10.0, 4: 10.0, 5: 10.0, 6: 10.0}
LABEL_TAB = 567
"""Where the words begin after a printed label, in twips."""


def styles() -> Element:
    """The root of the styles part."""
    return element(
        "w:styles",
        _defaults(),
        _paragraph("Normal", "Normal", _spacing(after=120), is_default=True),
        *(_heading(level, size) for level, size in HEADING_SIZES.items()),
        _paragraph("Provision", "Provision", _spacing(after=120), _justified()),
        _paragraph("FrontMatter", "Front matter", _spacing(after=120)),
        _paragraph("Statement", "Statement", _spacing(after=120), _justified()),
        _paragraph(
            "OpenPoint",
            "Open point",
            _spacing(after=80),
            element("w:ind", left="567", hanging="567"),
        ),
        _paragraph("Title", "Title", _spacing(before=120, after=240), size=14.0, bold=True),
        _paragraph("Status", "Status", _spacing(after=160)),
        _paragraph("Legend", "Legend", _spacing(after=40, line=220), size=9.0),
        _paragraph("TableText", "Table text", _spacing(before=30, after=50, line=220), size=9.0),
        _paragraph(
            "TableSection",
            "Table section",
            element("w:keepNext"),
            _spacing(before=60, after=60),
            size=9.0,
            bold=True,
        ),
        _paragraph(
            "TableHead", "Table head", _spacing(before=40, after=40, line=220), size=9.0, bold=True
        ),
        _paragraph("Masthead", "Masthead", _spacing(after=0)),
        _paragraph("MastheadTitle", "Masthead title", _spacing(before=240, after=120), size=14.0),
        _paragraph("Header", "header", _spacing(after=0), size=9.0),
        _paragraph("Footer", "footer", _spacing(after=0), size=9.0),
        _paragraph("FootnoteText", "footnote text", _spacing(after=40, line=220), size=8.5),
        _paragraph("CommentText", "annotation text", _spacing(after=0), size=9.0),
        _character("DefaultParagraphFont", "Default Paragraph Font", is_default=True),
        _character(
            "FootnoteReference", "footnote reference", element("w:vertAlign", val="superscript")
        ),
        _character("CommentReference", "annotation reference", *_size(8.0)),
    )


def _defaults() -> Element:
    fonts = element("w:rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=EAST_ASIAN, cs=LATIN)
    languages = element("w:lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA")
    run = element("w:rPr", fonts, *_size(10.0), languages)
    return element(
        "w:docDefaults",
        element("w:rPrDefault", run),
        element("w:pPrDefault", element("w:pPr", _spacing(after=0))),
    )


def _heading(level: int, size: float) -> Element:
    style = _paragraph(
        f"Heading{level}",
        f"heading {level}",
        element("w:keepNext"),
        element("w:keepLines"),
        _spacing(before=240 if level == 1 else 200, after=120, line=None),
        element("w:outlineLvl", val=str(level - 1)),
        size=size,
        bold=True,
    )
    return style


def _paragraph(
    id: str,
    name: str,
    *properties: Element,
    size: float | None = None,
    bold: bool = False,
    is_default: bool = False,
) -> Element:
    style = element("w:style", type="paragraph", styleId=id)
    if is_default:
        style.set(style.tag.replace("style", "default"), "1")
    style.append(element("w:name", val=name))
    if not is_default:
        style.append(element("w:basedOn", val="Normal"))
    if name.startswith("heading"):
        style.append(element("w:next", val="Normal"))
    style.append(element("w:qFormat"))
    style.append(element("w:pPr", *properties))
    letters = [element("w:b"), element("w:bCs")] if bold else []
    letters.extend(_size(size) if size else ())
    if letters:
        style.append(element("w:rPr", *letters))
    return style


def _character(id: str, name: str, *properties: Element, is_default: bool = False) -> Element:
    style = element("w:style", type="character", styleId=id)
    if is_default:
        style.set(style.tag.replace("style", "default"), "1")
    style.append(element("w:name", val=name))
    if properties:
        style.append(element("w:rPr", *properties))
    return style


def _spacing(*, before: int = 0, after: int, line: int | None = 250) -> Element:
    spacing = element("w:spacing", before=str(before), after=str(after))
    if line is not None:
        for key, value in (("line", str(line)), ("lineRule", "atLeast")):
            spacing.set(spacing.tag.replace("spacing", key), value)
    return spacing


def _justified() -> Element:
    return element("w:jc", val="both")


def _size(points: float) -> tuple[Element, Element]:
    half_points = str(round(points * 2))
    return element("w:sz", val=half_points), element("w:szCs", val=half_points)
