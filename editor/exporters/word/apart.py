"""Keeping tracked changes apart that LibreOffice would run together.

If changes of one kind, one author and about one minute end a paragraph and begin the next, it takes
them for one change, and for a part of it the paragraph mark between them, which nobody changed:
accepted or rejected, the paragraphs are joined. With two minutes between them they stay two.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from editor.exporters.word.elements import Element, name

_PARAGRAPH, _RUN, _DATE = name("w:p"), name("w:r"), name("w:date")
_CHANGES = (name("w:ins"), name("w:del"))
_BETWEEN = tuple(
    map(name, ("w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd"))
)
_UNSEEN = (name("w:rPr"), name("w:commentReference"))
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_APART = timedelta(minutes=2)

_Signature = tuple[str, str, str]
"""The kind of a change, its author and its date."""


def keep_apart(root: Element) -> None:
    """Date changes at the beginning of a paragraph two minutes later, with all of their kind in
    it, where the paragraph before ends in such a change and keeps its mark."""
    for paragraph in root.iter(_PARAGRAPH):
        following = _next(paragraph)
        if following is None:
            continue
        last = _of_first(reversed(_runs(paragraph)), paragraph)
        if last:
            first = _of_first(_runs(following), following)
            _date_later(following, (last & first) - _of_mark(paragraph))


def _of_mark(paragraph: Element) -> set[_Signature]:
    look = paragraph.find(f"{name('w:pPr')}/{name('w:rPr')}")
    return set() if look is None else {_signature(each) for each in look.iter(*_CHANGES)}


def _next(paragraph: Element) -> Element | None:
    """The paragraph right behind this one, with no border of a table or box between."""
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    return following if following is not None and following.tag == _PARAGRAPH else None


def _runs(paragraph: Element) -> list[Element]:
    """Those in which something stands, of the paragraph itself and not of a box in it."""
    return [
        run
        for run in paragraph.iter(_RUN)
        if next(run.iterancestors(_PARAGRAPH)) is paragraph
        and any(each.tag not in _UNSEEN for each in run)
    ]


def _of_first(runs: Iterable[Element], paragraph: Element) -> set[_Signature]:
    """The changes around the first of these runs."""
    run = next(iter(runs), None)
    around = () if run is None else run.iterancestors(*_CHANGES)
    return {_signature(each) for each in around if paragraph in each.iterancestors()}


def _signature(change: Element) -> _Signature:
    return str(change.tag), change.get(name("w:author"), ""), change.get(_DATE, "")


def _date_later(paragraph: Element, signatures: set[_Signature]) -> None:
    for each in paragraph.iter(*_CHANGES):
        if _signature(each) in signatures:
            later = datetime.strptime(each.get(_DATE, ""), _TIME) + _APART
            each.set(_DATE, later.strftime(_TIME))
