"""A few lines to read: words underlined, struck, or set off from those around them."""

from collections.abc import Iterable
from enum import Enum, auto

from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget


class Mark(Enum):
    PLAIN = auto()
    ADDED = auto()
    STRUCK = auto()
    MEANT = auto()
    """The words that the rest is shown for."""


class MarkedText(QTextEdit):
    """Plain text with marks; copied, it is plain."""

    def __init__(self, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marked")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setFixedHeight(height)

    def show_words(self, pieces: Iterable[tuple[str, Mark]]) -> None:
        """Show pieces of text; the first that is meant is scrolled to."""
        self.clear()
        cursor = self.textCursor()
        meant: int | None = None
        for words, mark in pieces:
            if mark is Mark.MEANT and meant is None:
                meant = cursor.position()
            cursor.insertText(words, _format(mark))
        cursor.setPosition(meant or 0)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def found_in(text: str, words: str) -> list[tuple[str, Mark]]:
    """`text` with the first place where `words` stand marked as meant; `words` alone if they do
    not stand in it."""
    at = text.find(words) if words else -1
    if at < 0:
        return [(words, Mark.MEANT)] if words else [(text, Mark.PLAIN)]
    end = at + len(words)
    return [(text[:at], Mark.PLAIN), (words, Mark.MEANT), (text[end:], Mark.PLAIN)]


def _format(mark: Mark) -> QTextCharFormat:
    made = QTextCharFormat()
    match mark:
        case Mark.ADDED:
            made.setFontUnderline(True)
        case Mark.STRUCK:
            made.setFontStrikeOut(True)
        case Mark.MEANT:
            made.setFontWeight(QFont.Weight.Bold)
    return made
