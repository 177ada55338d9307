"""The base words that are selected on the page."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextCursor

from editor.negotiation.run import RunKind
from editor.text.tokens import is_boundary
from editor.ui.page.entries import Entry
from editor.ui.page.page_document import PageDocument
from editor.ui.page.spans import Look, Span
from editor.ui.page.utf16 import to_points

_OF_THE_BASE = (Look.PLAIN, Look.DELETED, Look.CONTESTED)


class BaseWords(NamedTuple):
    """The code points `[start, end)` of the base text of a provision."""

    provision: str
    start: int
    end: int


def selected_base_words(page: PageDocument, cursor: QTextCursor) -> tuple[BaseWords, ...]:
    """The base words within a selection, one stretch of whole words for each provision; of
    alternatives that are shown as one, all the words that they are about."""
    found = []
    for entry, start, end in _entries_in(page, cursor):
        places = list(_base_ranges(entry, start, end))
        row = page.composition.session.provisions[entry.provision]
        if places and row.is_base:
            low, high = min(p[0] for p in places), max(p[1] for p in places)
            words = _whole_words(row.text, low, high)
            found += [BaseWords(row.id, *words)] if words[0] < words[1] else []
    return tuple(found)


def _entries_in(page: PageDocument, cursor: QTextCursor) -> Iterator[tuple[Entry, int, int]]:
    """What is selected of each block, in code points of its text."""
    block = page.document.findBlock(cursor.selectionStart())
    while block.isValid() and block.position() < cursor.selectionEnd():
        page.freshen(block.blockNumber(), block.blockNumber())
        entry = page.entry(block)
        if entry is not None and not entry.hidden:
            low = max(0, cursor.selectionStart() - block.position())
            high = min(cursor.selectionEnd() - block.position(), block.length() - 1)
            yield entry, to_points(entry.text, low), to_points(entry.text, high)
        block = block.next()


def _base_ranges(entry: Entry, start: int, end: int) -> Iterator[tuple[int, int]]:
    begins = 0
    for span in entry.spans:
        low, high = max(start - begins, 0), min(end - begins, len(span.text))
        if low < high and span.look in _OF_THE_BASE and span.start < span.end:
            if span.run is not None and span.run.kind is RunKind.ALTERNATIVES:
                yield span.start, span.end
            elif _is_one_for_one(span):
                yield span.start + low, span.start + high
        begins += len(span.text)


def _is_one_for_one(span: Span) -> bool:
    return span.end - span.start == len(span.text)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Without spaces at the ends, and with the rest of words that were cut."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, end):
        end += 1
    return start, end
