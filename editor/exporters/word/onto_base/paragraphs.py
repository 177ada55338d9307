"""Paragraphs and their properties: marks, numbering, and what a new one takes from others."""

from copy import deepcopy

from editor.exporters.manuscript import Tracked
from editor.exporters.word.elements import Element, element, hollow, name
from editor.exporters.word.onto_base.order import put_in_order
from editor.exporters.word.runs import Tracker

_PROPERTIES = name("w:pPr")
_OF_ONE_PARAGRAPH = tuple(map(name, ("w:sectPr", "w:pPrChange", "w:framePr", "w:cnfStyle")))
_MARKS = tuple(map(name, ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange")))
_NOT_IN_CHANGE = tuple(map(name, ("w:rPr", "w:sectPr", "w:pPrChange")))
_WRAPPER_PROPERTIES = frozenset(
    map(name, ("w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr"))
)


def properties_of(paragraph: Element) -> Element:
    """The `w:pPr` of a paragraph, made if there is none."""
    found = paragraph.find(_PROPERTIES)
    if found is None:
        found = element("w:pPr")
        paragraph.insert(0, found)
    return found


def like(properties: Element | None) -> Element:
    """Properties for another paragraph: without the section that ends, marks, frames."""
    if properties is None:
        return element("w:pPr")
    copy = deepcopy(properties)
    for each in [*copy.iterfind("*")]:
        if each.tag in _OF_ONE_PARAGRAPH:
            copy.remove(each)
    look = copy.find(name("w:rPr"))
    for each in [] if look is None else list(look):
        if look is not None and each.tag in _MARKS:
            look.remove(each)
    return copy


def set_mark(paragraph: Element, tracker: Tracker, tracked: Tracked, author: str) -> None:
    """Say of the mark of a paragraph that it was inserted or deleted; nothing for NO."""
    if tracked is Tracked.NO:
        return
    put_mark(paragraph, tracker.mark(tracked, author))


def put_mark(paragraph: Element, mark: Element) -> None:
    """Say of the mark of a paragraph what `mark` (`w:ins` or `w:del`) says."""
    properties = properties_of(paragraph)
    look = properties.find(name("w:rPr"))
    if look is None:
        look = element("w:rPr")
        put_in_order(properties, look)
    look.insert(0, mark)


def mark_of(paragraph: Element) -> Element | None:
    """What says of the mark of a paragraph that it was inserted or deleted; None if nothing."""
    for tag in ("w:ins", "w:del"):
        mark = paragraph.find(f"{name('w:pPr')}/{name('w:rPr')}/{name(tag)}")
        if mark is not None:
            return mark
    return None


def replace_properties(paragraph: Element, properties: Element) -> None:
    """Give a paragraph other properties, its mark and its section as they are."""
    old = properties_of(paragraph)
    for tag in ("w:rPr", "w:sectPr"):
        for each in properties.findall(name(tag)):
            properties.remove(each)
        for each in old.findall(name(tag)):
            put_in_order(properties, each)
    paragraph.replace(old, properties)


def change_properties(
    paragraph: Element, properties: Element, tracker: Tracker, author: str
) -> None:
    """Give a paragraph other properties as a tracked change. One that is there already keeps
    what it remembers."""
    before = deepcopy(properties_of(paragraph))
    remembered = before.find(name("w:pPrChange"))
    replace_properties(paragraph, properties)
    if remembered is None:
        for tag in _NOT_IN_CHANGE:
            for each in before.findall(tag):
                before.remove(each)
        mark = tracker.mark(Tracked.INSERTED, author, before)
        mark.tag = name("w:pPrChange")
        remembered = mark
    put_in_order(properties, remembered)


def split_before(place: Element, paragraph: Element) -> Element:
    """Cut a paragraph at `place`, which goes: what stands before it becomes a new paragraph
    right before this one, with the same properties."""
    first = element("w:p", like(paragraph.find(_PROPERTIES)))
    before: list[Element] = []
    below, at = place, place.getparent()
    while at is not None:
        leading = list(below.itersiblings(preceding=True))[::-1]
        moving = [each for each in leading if each.tag not in _WRAPPER_PROPERTIES]
        before = [each for each in moving if each.tag != _PROPERTIES] + before
        if at is paragraph:
            break
        wrapper = hollow(at)
        wrapper.extend(deepcopy(each) for each in at if each.tag in _WRAPPER_PROPERTIES)
        wrapper.extend(before)
        before = [wrapper] if len(wrapper) else []
        below, at = at, at.getparent()
    first.extend(before)
    paragraph.addprevious(first)
    _drop(place)
    return first


def holds_more_than_words(paragraph: Element) -> bool:
    """A picture, an object, a section's end: what stays when the words go."""
    kinds = ("w:drawing", "w:pict", "w:object", "w:sectPr", "w:contentPart")
    return next(paragraph.iter(*map(name, kinds)), None) is not None


def _drop(place: Element) -> None:
    parent = place.getparent()
    if parent is not None:
        parent.remove(place)
