"""The footnotes part of a Word document, which python-docx does not write."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from lxml import etree

_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Footnote:
    """`mark` is a printed mark instead of the automatic number."""

    id: int
    text: str
    mark: str = ""


def add_footnotes(word: WordDocument, footnotes: Sequence[Footnote]) -> None:
    """Adds the part with `footnotes` and the two separators, and lists these in the settings."""
    root = etree.fromstring(f"<w:footnotes {nsdecls('w')}/>")
    for number, kind in _SEPARATORS:
        root.append(_separator(number, kind))
    for footnote in footnotes:
        root.append(_footnote(footnote))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    name = PackURI("/word/footnotes.xml")
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, blob, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _list_separators(word)


def _separator(number: int, kind: str) -> etree._Element:
    note = etree.Element(f"{_W}footnote", {f"{_W}type": kind, f"{_W}id": str(number)})
    paragraph = etree.SubElement(note, f"{_W}p")
    etree.SubElement(etree.SubElement(paragraph, f"{_W}r"), f"{_W}{kind}")
    return note


def _footnote(footnote: Footnote) -> etree._Element:
    note = etree.Element(f"{_W}footnote", {f"{_W}id": str(footnote.id)})
    paragraph = etree.SubElement(note, f"{_W}p")
    properties = etree.SubElement(paragraph, f"{_W}pPr")
    etree.SubElement(properties, f"{_W}pStyle", {f"{_W}val": "FootnoteText"})
    reference = etree.SubElement(paragraph, f"{_W}r")
    style = etree.SubElement(reference, f"{_W}rPr")
    etree.SubElement(style, f"{_W}rStyle", {f"{_W}val": "FootnoteReference"})
    if footnote.mark:
        etree.SubElement(reference, f"{_W}t").text = footnote.mark
    else:
        etree.SubElement(reference, f"{_W}footnoteRef")
    text = etree.SubElement(etree.SubElement(paragraph, f"{_W}r"), f"{_W}t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = f" {footnote.text}"
    return note


def _list_separators(word: WordDocument) -> None:
    listed = OxmlElement("w:footnotePr")
    for number, _ in _SEPARATORS:
        footnote = OxmlElement("w:footnote")
        footnote.set(qn("w:id"), str(number))
        listed.append(footnote)
    settings = word.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is None:
        settings.append(listed)
    else:
        compat.addprevious(listed)
