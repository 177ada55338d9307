"""Finds words on the page."""

from bisect import bisect_left, bisect_right
from operator import itemgetter

from PySide6.QtGui import QTextCursor

from editor.ui.page.page_document import PageDocument
from editor.ui.page.page_view import PageView
from editor.ui.page.readings import places_of, sought
from editor.ui.page.utf16 import to_points, to_units

_Found = tuple[int, int, int]
"""A place on the page: the number of a block that is shown, and start and end in code points of
its text."""


class Finder:
    """Goes from place to place, round at the end of the page."""

    def __init__(self, page: PageView) -> None:
        self._page = page

    def stay(self, words: str) -> int:
        """Select the first place of `words` from the present one on; how many there are."""
        cursor = self._page.textCursor()
        return self._find(words, cursor.selectionStart(), backwards=False)

    def go_on(self, words: str, backwards: bool) -> int:
        """Select the next place of `words`, or the one before; how many there are."""
        cursor = self._page.textCursor()
        here = cursor.selectionStart() if backwards else cursor.selectionEnd()
        return self._find(words, here, backwards)

    def _find(self, words: str, here: int, backwards: bool) -> int:
        page = self._page.page
        if page is None or not words:
            return 0
        places = _places_on(page, words)
        if not places:
            return 0
        block = page.document.findBlock(here)
        entry = page.entry(block)
        at = block.blockNumber(), to_points(entry.text if entry else "", here - block.position())
        if backwards:
            chosen = bisect_right(places, at, key=itemgetter(0, 2)) - 1
        else:
            chosen = bisect_left(places, at, key=itemgetter(0, 1))
        self._select(page, *places[chosen % len(places)])
        return len(places)

    def _select(self, page: PageDocument, number: int, start: int, end: int) -> None:
        block = page.document.findBlockByNumber(number)
        entry = page.entry(block)
        assert entry is not None
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + to_units(entry.text, start))
        last = block.position() + to_units(entry.text, end)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self._page.setTextCursor(cursor)
        for _ in range(2):  # the first call lays out what it had only estimated
            self._page.ensureCursorVisible()


def _places_on(page: PageDocument, words: str) -> list[_Found]:
    wanted = sought(words)
    return [
        (number, start, end)
        for number, entry in enumerate(page.entries)
        if not entry.hidden
        for start, end in places_of(wanted, entry.readings)
    ]
