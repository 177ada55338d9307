"""Text boxes: paragraphs inside a run of another paragraph."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from editor.exporters.word.elements import Element, name

_BOX = name("w:txbxContent")
_BOOKMARKS = (name("w:bookmarkStart"), name("w:bookmarkEnd"))
_MARKED = tuple(map(name, ("w:ins", "w:del", "w:pPrChange", "w:rPrChange")))
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


def holder_of(paragraph: Element) -> Element | None:
    """The run of the body that holds the text box in which a paragraph stands, if it does."""
    boxed = False
    holder = None
    for each in paragraph.iterancestors():
        boxed = boxed or each.tag == _BOX
        if boxed and each.tag == name("w:r"):
            holder = each
    return holder


def put_mark_beside(holder: Element, mark: Element) -> None:
    """Put a mark of a comment beside the run that holds a text box: none stands in the box."""
    if mark.tag == name("w:commentRangeStart"):
        holder.addprevious(mark)
        return
    last = holder
    while (after := last.getnext()) is not None and _ends_comment(after):
        last = after
    last.addnext(mark)


def lift_comments(paragraph: Element) -> None:
    """Take the marks of comments out of a paragraph that stands in a text box."""
    holder = holder_of(paragraph)
    for each in [] if holder is None else list(paragraph):
        if holder is not None and (each.tag == name("w:commentRangeStart") or _ends_comment(each)):
            put_mark_beside(holder, each)


def _ends_comment(each: Element) -> bool:
    is_reference = each.find(name("w:commentReference")) is not None
    return is_reference or each.tag == name("w:commentRangeEnd")


def show_in_all_branches(paragraphs: Iterable[Element], ids: Iterator[str]) -> None:
    """A text box is there twice, in a newer and in an older form; give the older one the words
    that were written into the newer. `paragraphs` are those that changed."""
    for choice in dict.fromkeys(each for p in paragraphs if (each := _choice(p)) is not None):
        above = choice.getparent()
        for other in () if above is None else above.findall(name("mc:Fallback")):
            newer, older = list(choice.iter(_BOX)), list(other.iter(_BOX))
            if len(newer) == len(older):
                for one, two in zip(newer, older, strict=True):
                    _repeat(one, two, ids)


def _choice(paragraph: Element) -> Element | None:
    boxed = False
    for each in paragraph.iterancestors():
        boxed = boxed or each.tag == _BOX
        if boxed and each.tag == name("mc:Choice"):
            return each
    return None


def _repeat(newer: Element, older: Element, ids: Iterator[str]) -> None:
    if next(older.iterancestors(_BOX), None) is not None:
        return
    for each in list(older):
        older.remove(each)
    older.extend(deepcopy(each) for each in newer)
    for bookmark in [*older.iter(*_BOOKMARKS)]:
        above = bookmark.getparent()
        if above is not None:
            above.remove(bookmark)
    for mark in older.iter(*_MARKED):
        mark.set(name("w:id"), next(ids))
    for paragraph in older.iter(name("w:p")):
        paragraph.attrib.pop(_PARAGRAPH_ID, "")
