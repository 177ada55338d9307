"""Faults of a written Word file that would make Word repair it, or other programs misread it.

The published schemas and validators each miss some of these; so every file is checked before
it is handed over.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from editor.exporters.word.elements import Element, name
from editor.exporters.word.lint_revisions import faults_of_revisions
from editor.exporters.word.lint_words import faults_of_words

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
"""Of the main part of a `.docx`; templates and files with macros have others."""
_DOCUMENT, _SETTINGS = "word/document.xml", "word/settings.xml"
_STORIES = (_DOCUMENT, "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")
_PARAGRAPH_ID = re.compile("[0-7][0-9A-Fa-f]{7}")
_UNWANTED = (
    "w:removePersonalInformation", "w:rsids", "w:attachedTemplate", "w:documentProtection",
    "w:writeProtection",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong (a code), in which part, and with what."""

    code: str
    part: str = ""
    detail: str = ""

    def __str__(self) -> str:
        return " ".join(each for each in (self.code, self.part, self.detail) if each)


def lint(data: bytes, authors: Collection[str]) -> list[Fault]:
    """All faults found in the bytes of a DOCX; `authors` are the names that may sign."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if len(set(names)) < len(names):
                return [Fault("repeated_part")]
            content = {each: archive.read(each) for each in names if not each.endswith("/")}
            parts = {
                each: etree.fromstring(data) if _is_xml(each) else None
                for each, data in content.items()
            }
    except (BadZipFile, etree.XMLSyntaxError) as error:
        return [Fault("damaged", detail=str(error))]
    if _main_part(parts) not in parts:
        return [Fault("missing_part", _DOCUMENT)]
    return list(_Linter(parts, authors).faults())


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels"))


def _main_part(parts: Mapping[str, Element | None]) -> str:
    listed = parts.get("_rels/.rels")
    for each in () if listed is None else listed.iter(_RELATIONSHIPS):
        if each.get("Type", "").endswith("/officeDocument"):
            return each.get("Target", "").lstrip("/")
    return _DOCUMENT


def _by_usual_names(parts: Mapping[str, Element | None]) -> dict[str, Element]:
    """The parts that are XML, those of the text under the names that they have as a rule."""
    main = _main_part(parts)
    folder, file = posixpath.split(main)
    named = {each: root for each, root in parts.items() if root is not None}
    usual = {main: _DOCUMENT}
    listed = named.get(f"{folder}/_rels/{file}.rels")
    for each in () if listed is None else listed.iter(_RELATIONSHIPS):
        kind = each.get("Type", "").rpartition("/")[2]
        if kind in ("footnotes", "endnotes", "comments", "settings", "styles"):
            usual[_target(folder, each)] = f"word/{kind}.xml"
    return {usual.get(each, each): root for each, root in named.items()}


def _target(folder: str, relationship: Element) -> str:
    target = relationship.get("Target", "")
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target))


class _Linter:
    def __init__(self, parts: Mapping[str, Element | None], authors: Collection[str]) -> None:
        self._names = list(parts)
        self._main_part = _main_part(parts)
        self._parts = _by_usual_names(parts)
        self._authors = authors
        self._stories = {each: self._parts[each] for each in _STORIES if each in self._parts}

    def faults(self) -> Iterator[Fault]:
        for part, root in self._stories.items():
            for code, detail in faults_of_words(root):
                yield Fault(code, part, detail)
            for code, detail in faults_of_revisions(root, self._authors):
                yield Fault(code, part, detail)
        yield from self._faults_of_ids()
        yield from self._faults_of_references()
        yield from self._faults_of_styles()
        yield from self._faults_of_notes()
        yield from self._faults_of_settings()
        yield from self._faults_of_package()

    def _faults_of_ids(self) -> Iterator[Fault]:
        revisions = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange")
        counted = Counter(
            each.get(name("w:id"), "")
            for root in self._stories.values()
            for each in root.iter(*map(name, (*revisions, "w:comment", "w:bookmarkStart")))
        )
        for id, times in counted.items():
            if times > 1 or not id:
                yield Fault("repeated_id", detail=id)
        for part in ("word/footnotes.xml", "word/endnotes.xml"):
            notes = Counter(each.get(name("w:id"), "") for each in self._parts.get(part, ()))
            yield from (Fault("repeated_id", part, id) for id in notes if notes[id] > 1)
        key = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
        paragraphs = Counter(
            each.get(key)
            for root in self._stories.values()
            for each in root.iter(name("w:p"))
            if each.get(key)
        )
        for paragraph_id, times in paragraphs.items():
            if times > 1 or not _PARAGRAPH_ID.fullmatch(str(paragraph_id)):
                yield Fault("bad_paragraph_id", detail=str(paragraph_id))

    def _faults_of_references(self) -> Iterator[Fault]:
        """Comments and notes and what refers to them, one to one."""
        document = self._parts[_DOCUMENT]
        comments = self._ids("word/comments.xml", "w:comment")
        for tag in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
            if _ids(document, tag) != comments:
                yield Fault("comment_marks_differ", _DOCUMENT, tag)
        for kind in ("footnote", "endnote"):
            notes = self._ids(f"word/{kind}s.xml", f"w:{kind}")
            real = Counter({id: n for id, n in notes.items() if int(id or 0) > 0})
            if _ids(document, f"w:{kind}Reference") != real:
                yield Fault("note_references_differ", _DOCUMENT, kind)

    def _ids(self, part: str, tag: str) -> Counter[str]:
        root = self._parts.get(part)
        return Counter() if root is None else _ids(root, tag)

    def _faults_of_styles(self) -> Iterator[Fault]:
        styles = self._parts.get("word/styles.xml")
        known = set() if styles is None else set(_values(styles, "w:style", "w:styleId"))
        for part, root in self._parts.items():
            for tag in ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"):
                for style in _values(root, tag, "w:val"):
                    if style not in known:
                        yield Fault("unknown_style", part, style)

    def _faults_of_notes(self) -> Iterator[Fault]:
        settings = self._parts.get(_SETTINGS)
        for kind in ("footnote", "endnote"):
            root = self._parts.get(f"word/{kind}s.xml")
            if root is None:
                continue
            types = _values(root, f"w:{kind}", "w:type")
            if not {"separator", "continuationSeparator"} <= set(types):
                yield Fault("missing_separators", f"word/{kind}s.xml")
            listed = settings is not None and settings.findall(f"{name(f'w:{kind}Pr')}/*")
            ids = [each.get(name("w:id")) for each in listed or ()]
            if not {"-1", "0"} <= set(ids):
                yield Fault("separators_not_listed", _SETTINGS, kind)

    def _faults_of_settings(self) -> Iterator[Fault]:
        settings = self._parts.get(_SETTINGS)
        if settings is None:
            yield Fault("missing_part", _SETTINGS)
            return
        for tag in _UNWANTED:
            if settings.find(name(tag)) is not None:
                yield Fault("unwanted_setting", _SETTINGS, tag)
        document = self._parts[_DOCUMENT]
        tracked = next(document.iter(name("w:ins"), name("w:del")), None) is not None
        if tracked and settings.find(name("w:trackRevisions")) is None:
            yield Fault("not_tracking", _SETTINGS)
        if tracked and next(document.iter(name("w:framePr")), None) is not None:
            yield Fault("frame_in_redline", _DOCUMENT)

    def _faults_of_package(self) -> Iterator[Fault]:
        types = self._parts["[Content_Types].xml"]
        typed = {
            each.get("PartName", ""): each.get("ContentType") for each in types.iter(_OVERRIDE)
        }
        by_ending = {
            each.get("Extension", "").lower(): each.get("ContentType")
            for each in types.iter(_DEFAULT)
        }
        usual = by_ending.pop("xml", None)
        if typed.get(f"/{self._main_part}", usual) != DOCUMENT_TYPE:
            yield Fault("not_a_document", self._main_part)
        for part in self._names:
            ending = part.rpartition(".")[2].lower()
            is_typed = f"/{part}" in typed or ending in by_ending
            if part != "[Content_Types].xml" and not part.endswith("/") and not is_typed:
                yield Fault("part_without_type", part)
            if ending == "rels":
                yield from self._faults_of_relationships(part)
        core = self._parts.get("docProps/core.xml")
        for each in () if core is None else core:
            if etree.QName(each).localname in ("creator", "lastModifiedBy") and each.text:
                yield Fault("name_in_properties", "docProps/core.xml", each.text)

    def _faults_of_relationships(self, part: str) -> Iterator[Fault]:
        folder = posixpath.dirname(posixpath.dirname(part))
        ids = Counter(each.get("Id") for each in self._parts[part].iter(_RELATIONSHIPS))
        yield from (Fault("repeated_id", part, str(id)) for id in ids if ids[id] > 1)
        for each in self._parts[part].iter(_RELATIONSHIPS):
            target = _target(folder, each)
            if each.get("TargetMode") == "External" or target not in self._names:
                yield Fault("bad_relationship", part, target)


def _ids(root: Element, tag: str) -> Counter[str]:
    return Counter(_values(root, tag, "w:id"))


def _values(root: Element, tag: str, attribute: str) -> list[str]:
    return [each.get(name(attribute), "") for each in root.iter(name(tag))]
