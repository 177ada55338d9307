"""Rejecting the tracked changes that the base document has of its own: the base text is what it
said before them."""

from collections.abc import Iterator

from editor.exporters.word.elements import Element, name
from editor.exporters.word.onto_base.package import ChangedPackage

_INSERTED = (name("w:ins"), name("w:moveTo"))
_DELETED = (name("w:del"), name("w:moveFrom"))
_CELL_MARKS = (name("w:cellIns"), name("w:cellDel"), name("w:cellMerge"))
_ORIGINAL_NAMES = {
    name("w:delText"): name("w:t"),
    name("w:delInstrText"): name("w:instrText"),
}
_RANGES = tuple(
    name(f"w:{kind}Range{end}")
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom",
                 "customXmlMoveTo")
    for end in ("Start", "End")
)  # fmt: skip
_OTHER = (name("w:numberingChange"),)
_CHANGES = tuple(
    name(f"w:{kind}Change")
    for kind in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid")
)
_STAY = {
    name("w:pPr"): (name("w:rPr"), name("w:sectPr")),
    name("w:sectPr"): (name("w:headerReference"), name("w:footerReference")),
    name("w:rPr"): (*_INSERTED, *_DELETED),
    name("w:trPr"): (*_INSERTED, *_DELETED),
    name("w:tcPr"): _CELL_MARKS,
}
"""What a tracked change of properties says nothing about."""
_TRACKED = (*_INSERTED, *_DELETED, *_CELL_MARKS, *_RANGES, *_OTHER, *_CHANGES)
_PROPERTIES = frozenset(map(name, ("w:rPr", "w:trPr", "w:tcPr", "w:numPr", "m:ctrlPr")))
_BETWEEN_PARAGRAPHS = (
    name("w:bookmarkStart"),
    name("w:bookmarkEnd"),
    name("w:commentRangeEnd"),
)
_KINDS = ("footnotes", "endnotes", "header", "footer")


def rejected(data: bytes, main_part: str, main: Element) -> bytes:
    """The package with all tracked changes of its text rejected."""
    package = ChangedPackage(data, main_part, main)
    parts = [main_part, *(part for kind in _KINDS for part in package.all_related(kind))]
    for part in parts:
        if next(package.root(part).iter(*_TRACKED), None) is not None:
            _reject(package.change(part))
    return package.written()


def _reject(root: Element) -> None:
    for change in list(root.iter(*_CHANGES)):
        _restore(change)
    for row in _marked(root, "w:tr", "w:trPr", _INSERTED):
        _drop(row)
    for cell in _marked(root, "w:tc", "w:tcPr", (name("w:cellIns"),)):
        _drop(cell)
    for each in list(root.iter(*_INSERTED)):
        if not _is_property(each):
            _drop(each)
    for each in list(root.iter(*_DELETED)):
        if not _is_property(each):
            _unwrap(each)
    for each in list(root.iter(*_ORIGINAL_NAMES)):
        each.tag = _ORIGINAL_NAMES[str(each.tag)]
    for numbering in list(root.iter(name("w:numPr"))):
        if numbering.find(name("w:ins")) is not None:
            _drop(numbering)
    for paragraph in list(root.iter(name("w:p"))):
        if _mark(paragraph, _INSERTED) is not None:
            _join_to_next(paragraph)
    for each in list(root.iter(*_DELETED, *_INSERTED, *_CELL_MARKS, *_RANGES, *_OTHER)):
        _drop(each)
    for table in list(root.iter(name("w:tbl"))):
        if table.find(name("w:tr")) is None:
            _drop(table)


def _restore(change: Element) -> None:
    """The properties as they were before the change."""
    properties = change.getparent()
    if properties is None:
        return
    stay = _STAY.get(str(properties.tag), ())
    before = next(iter(change), None)
    if properties.tag == name("w:tblGrid"):
        stay = ()
    for each in list(properties):
        if each.tag not in stay:
            properties.remove(each)
    old = [] if before is None else list(before)
    first = [each for each in properties if each.tag in _STAY[name("w:rPr")]]
    at = len(first) if properties.tag in (name("w:rPr"), name("w:trPr")) else 0
    if properties.tag == name("w:sectPr"):
        at = len(properties)
    properties[at:at] = old


def _marked(root: Element, tag: str, properties: str, marks: tuple[str, ...]) -> Iterator[Element]:
    for each in list(root.iter(name(tag))):
        stated = each.find(name(properties))
        if stated is not None and any(child.tag in marks for child in stated):
            yield each


def _is_property(each: Element) -> bool:
    above = each.getparent()
    return above is not None and above.tag in _PROPERTIES


def _mark(paragraph: Element, marks: tuple[str, ...]) -> Element | None:
    look = paragraph.find(f"{name('w:pPr')}/{name('w:rPr')}")
    return None if look is None else next((each for each in look if each.tag in marks), None)


def _join_to_next(paragraph: Element) -> None:
    """Its words begin the next paragraph; at the end of a flow it goes if it has none."""
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN_PARAGRAPHS:
        following = following.getnext()
    content = [each for each in paragraph if each.tag != name("w:pPr")]
    if following is not None and following.tag == name("w:p"):
        at = int(following.find(name("w:pPr")) is not None)
        following[at:at] = content
        _drop(paragraph)
    elif not content:
        _drop(paragraph)


def _unwrap(each: Element) -> None:
    above = each.getparent()
    if above is not None:
        at = above.index(each)
        above[at : at + 1] = list(each)


def _drop(each: Element) -> None:
    above = each.getparent()
    if above is not None:
        above.remove(each)
