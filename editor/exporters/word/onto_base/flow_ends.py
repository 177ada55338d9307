"""The last paragraph of the body, a cell or a text box: its mark cannot be tracked, so tracked
marks there move up by one paragraph, which gives the same text accepted and rejected."""

from collections.abc import Iterable
from typing import NamedTuple

from editor.exporters.word.elements import Element, name
from editor.exporters.word.onto_base.order import put_in_order
from editor.exporters.word.onto_base.paragraphs import (
    change_properties,
    like,
    mark_of,
    properties_of,
    put_mark,
    replace_properties,
)
from editor.exporters.word.runs import Tracker

_INS, _DEL = name("w:ins"), name("w:del")
_REMEMBERED = f"{name('w:pPr')}/{name('w:pPrChange')}/{name('w:pPr')}"
_PARAGRAPH, _SECTION = name("w:p"), name("w:sectPr")
_BLOCKS = frozenset(map(name, ("w:p", "w:tbl", "w:sdt", "w:customXml", "w:altChunk")))


def marks_off_the_ends(paragraphs: Iterable[Element], tracker: Tracker, chair: str) -> None:
    """Move the tracked marks at the ends of flows. `paragraphs` are those that may have one;
    `chair` signs what changes in the properties of those that stay."""
    for paragraph in paragraphs:
        if mark_of(paragraph) is not None and _ends_flow(paragraph):
            _move_up(paragraph, tracker, chair)


def _ends_flow(paragraph: Element) -> bool:
    """No paragraph follows that could take its words, or a section ends with it."""
    if properties_of(paragraph).find(_SECTION) is not None:
        return True
    following = next((each for each in paragraph.itersiblings() if each.tag in _BLOCKS), None)
    return following is None or following.tag != _PARAGRAPH


def _move_up(last: Element, tracker: Tracker, chair: str) -> None:
    chain = _chain(last)
    if chain is None:
        _take_mark(last)
        return
    section = properties_of(last).find(_SECTION)
    marks = [mark_of(each) for each in chain]
    looks = [_looks(chain[:count], marks[:count]) for count in range(1, len(chain) + 1)]
    for each in chain:
        _take_mark(each)
    for each, mark, look in zip(chain, (*marks[1:], None), looks, strict=True):
        _wear(each, mark, look, tracker, chair)
        if mark is not None:
            put_mark(each, mark)
    if section is not None:
        put_in_order(properties_of(last), section)


class _Looks(NamedTuple):
    """The properties that a paragraph has when the changes are accepted, and when they are
    rejected: those of the last one up to it of which the mark stays."""

    accepted: Element
    rejected: Element
    differ: bool


def _looks(chain: list[Element], marks: list[Element | None]) -> _Looks:
    accepted, rejected = _stands(chain, marks, gone=_DEL), _stands(chain, marks, gone=_INS)
    remembered = rejected.find(_REMEMBERED)
    before = properties_of(rejected) if remembered is None else remembered
    differ = accepted is not rejected or remembered is not None
    return _Looks(like(properties_of(accepted)), like(before), differ)


def _wear(
    paragraph: Element, mark: Element | None, look: _Looks, tracker: Tracker, chair: str
) -> None:
    """Give a paragraph its looks; one that is inserted has none when that is rejected."""
    if mark is not None and mark.tag == _INS:
        replace_properties(paragraph, look.accepted)
        return
    replace_properties(paragraph, look.rejected)
    if look.differ:
        change_properties(paragraph, look.accepted, tracker, chair)


def _chain(last: Element) -> list[Element] | None:
    """The paragraphs from one whose mark stays to the last; None if there is no such one."""
    chain = [last]
    while True:
        before = chain[0].getprevious()
        while before is not None and before.tag not in _BLOCKS:
            before = before.getprevious()
        if before is None or before.tag != _PARAGRAPH:
            return None
        if properties_of(before).find(_SECTION) is not None:
            return None
        chain.insert(0, before)
        if mark_of(before) is None:
            return chain


def _stands(chain: list[Element], marks: list[Element | None], gone: str) -> Element:
    """The last paragraph that is there when the marks of one kind are gone."""
    pairs = zip(chain, marks, strict=True)
    return [each for each, mark in pairs if mark is None or mark.tag != gone][-1]


def _take_mark(paragraph: Element) -> None:
    mark = mark_of(paragraph)
    above = None if mark is None else mark.getparent()
    if mark is not None and above is not None:
        above.remove(mark)
