"""Rows of tables of which all words go: the row goes with them, else an empty one is left."""

from collections.abc import Iterable

from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.onto_base.host import MATTERS
from editor.exporters.word.onto_base.paragraphs import (
    holds_more_than_words,
    mark_of,
    put_mark,
)
from editor.exporters.word.onto_base.pen import Pen

_ROW, _TABLE, _PARAGRAPH, _RUN = name("w:tr"), name("w:tbl"), name("w:p"), name("w:r")
_INS, _DEL = name("w:ins"), name("w:del")
_MERGED = name("w:vMerge")
_REFERENCE = name("w:commentReference")
_RANGES = tuple(
    map(
        name,
        (
            "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd",
            "w:permStart", "w:permEnd",
        ),
    )
)  # fmt: skip


def mark_deleted_rows(paragraphs: Iterable[Element], pen: Pen) -> frozenset[Element]:
    """Mark the rows around changed paragraphs in which nothing but deleted words is left, with
    all that is in them; the paragraphs of these."""
    found: set[Element] = set()
    for row in rows_around(paragraphs):
        deletion = next((each for each in row.iter(_DEL) if len(each)), None)
        if deletion is not None and _is_deleted(row):
            _delete(row, deletion, pen)
            found.update(row.iter(_PARAGRAPH))
    return frozenset(found)


def rows_around(paragraphs: Iterable[Element]) -> list[Element]:
    """The rows in which paragraphs stand, those of inner tables first."""
    rows = (row for paragraph in paragraphs for row in paragraph.iterancestors(_ROW))
    return list(dict.fromkeys(rows))


def take_out_empty(rows: Iterable[Element]) -> None:
    """Take out the rows in which nothing at all is left, and a table without rows."""
    for row in rows:
        if not _can_go(row) or _holds(row, *MATTERS, *_RANGES):
            continue
        table = row.getparent()
        if table is None or table.tag != _TABLE:
            continue
        table.remove(row)
        above = table.getparent()
        if above is not None and not _holds(table, _ROW, *_RANGES):
            above.remove(table)


def _can_go(row: Element) -> bool:
    """Whether it has no picture, and no part in a cell of several rows."""
    return not _holds(row, _MERGED) and not holds_more_than_words(row)


def _holds(around: Element, *tags: str) -> bool:
    return next(around.iter(*tags), None) is not None


def _is_deleted(row: Element) -> bool:
    if not _can_go(row) or any(_is_new(each) for each in row.iter(_PARAGRAPH)):
        return False
    return all(
        each.tag == _REFERENCE or next(each.iterancestors(_DEL), None) is not None
        for each in row.iter(*MATTERS)
    )


def _is_new(paragraph: Element) -> bool:
    mark = mark_of(paragraph)
    return mark is not None and mark.tag == _INS


def _delete(row: Element, like: Element, pen: Pen) -> None:
    """Mark a row as the deletion `like` is."""
    for run in [*row.iter(_RUN)]:
        above = run.getparent()
        if above is not None and next(run.iterancestors(_DEL), None) is None:
            mark = _again(like, pen)
            above.replace(run, mark)
            mark.append(run)
    for paragraph in row.iter(_PARAGRAPH):
        if mark_of(paragraph) is None:
            put_mark(paragraph, _again(like, pen))
    properties = row.find(name("w:trPr"))
    if properties is None:
        properties = element("w:trPr")
        before = row.find(name("w:tblPrEx"))
        row.insert(0 if before is None else row.index(before) + 1, properties)
    properties.append(_again(like, pen))


def _again(deletion: Element, pen: Pen) -> Element:
    made = element("w:del", id=next(pen.ids))
    for key in (name("w:author"), name("w:date")):
        made.set(key, deletion.get(key, ""))
    return made
