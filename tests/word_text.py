"""The visible text of a Word file, found without our reader: a second opinion.

It settles tracked changes on the elements themselves, as Word does, and then writes down what is
left to be seen.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SHOWN = (f"{_W}t", f"{_W}delText", f"{_M}t")
_CHARACTERS = {
    f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}cr": " ", f"{_W}br": " ",
    f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": "\u00ad", f"{_W}sym": "\ufffd",
}  # fmt: skip
"""A letter of a symbol font is shown as the replacement character."""
_NOTE_KINDS = ("footnote", "endnote")
_PROPERTIES = tuple(f"{_W}{each}" for each in ("rPr", "pPr", "trPr", "tcPr", "numPr"))
_BOXES = f"{_W}txbxContent"


class Settled(StrEnum):
    """What becomes of the tracked changes."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class WordText(NamedTuple):
    """The paragraphs with words, in single spaces: of the body (tables and text boxes among
    them, a box after the paragraph that holds it), of notes, of headers and footers."""

    body: list[str]
    notes: list[str]
    margins: list[str]


def word_text(data: bytes, settled: Settled = Settled.ACCEPTED) -> WordText:
    """What a DOCX with the usual names of parts says when its changes are settled."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {
            each: etree.fromstring(archive.read(each))
            for each in sorted(archive.namelist())
            if each.startswith("word/") and each.endswith(".xml")
        }
    for root in parts.values():
        _show_one_branch(root)
        _settle(root, settled)
        for kind in _NOTE_KINDS:
            _take_out_note_marks(root, kind)
    notes = [line for kind in _NOTE_KINDS for line in _notes(parts, kind)]
    margins = [
        line
        for part, root in parts.items()
        if part.startswith(("word/header", "word/footer"))
        for line in _lines(root)
    ]
    body = parts["word/document.xml"].find(f"{_W}body")
    assert body is not None
    return WordText(list(_lines(body)), notes, list(dict.fromkeys(margins)))


def in_single_spaces(text: str) -> str:
    """Composed characters (NFC), and one space where there are several."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _take_out_note_marks(root: etree._Element, kind: str) -> None:
    """Marks of notes are no words, whether they are numbers or stand in the run themselves."""
    for reference in root.iter(f"{_W}{kind}Reference"):
        if reference.get(f"{_W}customMarkFollows") in ("1", "true", "on"):
            for each in list(reference.itersiblings()):
                _remove(each)


def says(lines: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether lines are those wanted, one by one. Which letter a symbol font shows is not for
    this reading to say."""
    return len(lines) == len(wanted) and all(map(_is, lines, wanted))


def says_after_labels(lines: Sequence[str], wanted: Sequence[str]) -> bool:
    """As `says`; a line may have a label before the words."""
    return len(lines) == len(wanted) and all(
        _is(line, text) or _is(line.partition(" ")[2], text)
        for line, text in zip(lines, wanted, strict=True)
    )


def _is(line: str, wanted: str) -> bool:
    return len(line) == len(wanted) and all(
        one == other or "\ufffd" in (one, other) for one, other in zip(line, wanted, strict=True)
    )


def _show_one_branch(root: etree._Element) -> None:
    for choice in list(root.iter(f"{_MC}Fallback")):
        if choice.getprevious() is not None:
            _remove(choice)


def _settle(root: etree._Element, settled: Settled) -> None:
    gone, kept = ("del", "moveFrom"), ("ins", "moveTo")
    if settled is Settled.REJECTED:
        gone, kept = kept, gone
    cell = "cellDel" if settled is Settled.ACCEPTED else "cellIns"
    for row in list(root.iter(f"{_W}tr")):
        if any(row.find(f"{_W}trPr/{_W}{each}") is not None for each in gone):
            _remove(row)
    for each in list(root.iter(f"{_W}tc")):
        if each.find(f"{_W}tcPr/{_W}{cell}") is not None:
            _remove(each)
    for tag in gone:
        for each in list(root.iter(f"{_W}{tag}")):
            above = each.getparent()
            if above is not None and above.tag not in _PROPERTIES:
                _remove(each)
    for paragraph in reversed(list(root.iter(f"{_W}p"))):
        mark = paragraph.find(f"{_W}pPr/{_W}rPr")
        if mark is not None and any(mark.find(f"{_W}{each}") is not None for each in gone):
            _join(paragraph)


def _join(paragraph: etree._Element) -> None:
    following = paragraph.getnext()
    while following is not None and following.tag.endswith(("Start", "End")):
        following = following.getnext()
    if following is not None and following.tag == f"{_W}p":
        paragraph.extend(each for each in list(following) if each.tag != f"{_W}pPr")
        _remove(following)


def _remove(element: etree._Element) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)


def _notes(parts: dict[str, etree._Element], kind: str) -> Iterator[str]:
    """The words of the notes that something refers to, in the order of the references."""
    root = parts.get(f"word/{kind}s.xml")
    if root is None:
        return
    by_id = {each.get(f"{_W}id"): each for each in root.iter(f"{_W}{kind}")}
    for reference in parts["word/document.xml"].iter(f"{_W}{kind}Reference"):
        note = by_id.pop(reference.get(f"{_W}id"), None)
        if note is not None:
            first, *more = list(_lines(note)) or [""]
            yield from filter(None, (first.lstrip("*() "), *more))


def _lines(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        line = in_single_spaces("".join(_shown(paragraph)))
        if line:
            yield line


def _shown(element: etree._Element) -> Iterator[str]:
    for each in element:
        if each.tag in (*_PROPERTIES, _BOXES, f"{_W}p"):
            continue
        if each.tag in _SHOWN:
            yield each.text or ""
        elif each.tag in _CHARACTERS:
            yield _CHARACTERS[each.tag]
        else:
            yield from _shown(each)
