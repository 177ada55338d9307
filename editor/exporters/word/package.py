"""A Word package: parts, what they are and how they refer to each other.

Equal parts give equal bytes: names, order and times in the archive are fixed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_BEGINNING_OF_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class PackagePart:
    """A part: its name in the archive, its content type, the kind of the relationship that
    leads to it, and its root element. `id` is the relationship's id."""

    name: str
    content_type: str
    relationship: str
    root: etree._Element
    id: str = ""


def word_part(name: str, kind: str, root: etree._Element, id: str = "") -> PackagePart:
    """A part below `word/` whose content type and relationship are called `kind`."""
    return PackagePart(f"word/{name}.xml", _WORD_TYPE.format(kind), _OFFICE + kind, root, id)


def main_part(root: etree._Element) -> PackagePart:
    content_type = _WORD_TYPE.format("document.main")
    return PackagePart("word/document.xml", content_type, _OFFICE + "officeDocument", root)


def packed(
    main: PackagePart, beside: Sequence[PackagePart], of_word: Sequence[PackagePart]
) -> bytes:
    """The bytes of a package: the main part, the parts that stand beside it (properties) and
    those that it refers to."""
    parts = [
        ("[Content_Types].xml", _content_types([main, *beside, *of_word])),
        ("_rels/.rels", _relationships([main, *beside], folder="")),
        ("word/_rels/document.xml.rels", _relationships(of_word, folder="word/")),
        *((each.name, each.root) for each in (main, *of_word, *beside)),
    ]
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for part, root in parts:
            entry = ZipInfo(part, _BEGINNING_OF_ZIP_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, serialised(root))
    return written.getvalue()


def serialised(root: etree._Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content_types(parts: Iterable[PackagePart]) -> etree._Element:
    root = etree.XML(f'<Types xmlns="{_CONTENT_TYPES}"/>')
    for extension, kind in (("rels", _RELATIONSHIPS_TYPE), ("xml", "application/xml")):
        etree.SubElement(
            root, f"{{{_CONTENT_TYPES}}}Default", Extension=extension, ContentType=kind
        )
    for part in parts:
        etree.SubElement(
            root,
            f"{{{_CONTENT_TYPES}}}Override",
            PartName=f"/{part.name}",
            ContentType=part.content_type,
        )
    return root


def _relationships(parts: Iterable[PackagePart], folder: str) -> etree._Element:
    root = etree.XML(f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
    for number, part in enumerate(parts, start=1):
        etree.SubElement(
            root,
            f"{{{_RELATIONSHIPS}}}Relationship",
            Id=part.id or f"rId{number}",
            Type=part.relationship,
            Target=part.name.removeprefix(folder),
        )
    return root
