"""Page, styles, header and footer of a United Nations paper in Word."""

from datetime import UTC, datetime

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

_FONT = "Times New Roman"
_STYLES_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_HEADING_SIZES = {1: 14, 2: 14, 3: 12, 4: 10}
_AFTER_BORDERS = frozenset(qn(f"w:{name}") for name in ("spacing", "ind", "jc", "rPr"))
_KEPT_STYLES = frozenset(
    {"Normal", "Header", "Footer", "Footnote Text", "Footnote Reference"}
    | {f"Heading {level}" for level in _HEADING_SIZES}
)
_WRITTEN = datetime(2024, 6, 21, tzinfo=UTC)


def lay_out(word: WordDocument, title: str, symbol: str) -> None:
    _set_page(word)
    _set_styles(word)
    _set_header_and_footer(word, symbol)
    _set_properties(word, title)
    _drop_what_is_not_used(word)


def underline_paragraph(paragraph: Paragraph) -> None:
    """A line below the paragraph, across the page."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    after = [child for child in properties if child.tag in _AFTER_BORDERS]
    properties.insert(properties.index(after[0]) if after else len(properties), borders)


def _set_page(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.top_margin = Twips(1418)
    section.bottom_margin = section.left_margin = section.right_margin = Twips(1134)


def _set_styles(word: WordDocument) -> None:
    for name, size in [("Normal", 10.0), *((f"Heading {n}", s) for n, s in _HEADING_SIZES.items())]:
        _set_font(word.styles[name], size)
    note_text = word.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    note_text.base_style = word.styles["Normal"]
    note_text.font.size = Pt(8.5)
    reference = word.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True


def _set_font(style: ParagraphStyle, size: float) -> None:
    style.font.name = _FONT
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.italic = False
    style.paragraph_format.space_after = Pt(6)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), _FONT)


def _set_header_and_footer(word: WordDocument, symbol: str) -> None:
    section = word.sections[0]
    header = section.header.paragraphs[0]
    header.add_run(symbol).bold = True
    underline_paragraph(header)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    footer._p.append(field)


def _set_properties(word: WordDocument, title: str) -> None:
    properties = word.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = "Secretariat"
    properties.comments = ""
    properties.created = properties.modified = _WRITTEN


def _drop_what_is_not_used(word: WordDocument) -> None:
    """Drops the parts of the default template that this document has no use for, and the styles
    that nothing in it names; they are nine tenths of the file."""
    unused = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.CUSTOM_XML, _STYLES_WITH_EFFECTS)
    package = word.part.package
    assert package is not None
    for relations in (package.rels, word.part.rels):
        for key in [key for key, each in relations.items() if each.reltype in unused]:
            relations.pop(key)
    for style in list(word.styles):
        if style.name not in _KEPT_STYLES and not style.element.default:
            style.delete()
