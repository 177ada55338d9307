"""The parts of a Word file and how they refer to each other."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from editor.importers.archive import Archive
from editor.importers.file_faults import FileFault, refusal
from editor.importers.word.names import RELATIONSHIP, RELATIONSHIPS, STRICT_RELATIONSHIP
from editor.importers.word.safe_xml import (
    elements_in,
    parse_part,
    refuse_doctype,
    refuse_too_many,
)

_XML_ENDINGS = (".xml", ".rels")


@dataclass(frozen=True, slots=True)
class _Relationship:
    kind: str
    target: str


class WordPackage:
    """A Word file, opened within limits. External relationships are never followed."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises KnownError (`archive_…`, `word_…`) if the file is damaged or unsafe."""
        self._name = name
        self._archive = Archive(data, name)
        self._elements = 0
        for part in sorted(self._archive.part_names):
            if part.lower().endswith(_XML_ENDINGS):
                refuse_doctype(self._archive.read(part), part, name)
        self.main_part = self._find_main_part()

    def main(self) -> etree._Element:
        """The root of the main document part."""
        return self._parse(self.main_part)

    def related(self, kind: str, part: str = "") -> list[etree._Element]:
        """The roots of the parts that `part` (default: the main part) names by relationships
        of this kind, each once: the last word of the standard kinds, or a full address."""
        address = kind if "/" in kind else RELATIONSHIP + kind
        targets = dict.fromkeys(
            relationship.target
            for relationship in self._relationships(part or self.main_part)
            if relationship.kind == address and relationship.target in self._archive.part_names
        )
        return [self._parse(target) for target in targets]

    def _find_main_part(self) -> str:
        for relationship in self._relationships(""):
            is_main = relationship.kind == RELATIONSHIP + "officeDocument"
            if is_main and relationship.target in self._archive.part_names:
                return relationship.target
        raise refusal(FileFault.WORD_DAMAGED, self._name, part="word/document.xml")

    def _relationships(self, part: str) -> list[_Relationship]:
        folder, file = posixpath.split(part)
        listed_in = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed_in not in self._archive.part_names:
            return []
        return [
            _Relationship(
                element.get("Type", "").replace(STRICT_RELATIONSHIP, RELATIONSHIP),
                _resolved(folder, element.get("Target", "")),
            )
            for element in self._parse(listed_in).iter(f"{RELATIONSHIPS}Relationship")
            if element.get("TargetMode", "Internal") != "External"
        ]

    def _parse(self, part: str) -> etree._Element:
        data = self._archive.read(part)
        root = parse_part(data, part, self._name)
        self._elements += elements_in(data)
        refuse_too_many(self._elements, part, self._name)
        return root


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.removeprefix("/")
    return posixpath.normpath(posixpath.join(folder, target))
