"""Keystrokes: what a key does to the words, apart from where it is pressed."""

from dataclasses import dataclass
from enum import Enum, auto

import regex
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from editor.text.tokens import tokens
from editor.ui.page.typed_text import typed_text

_CLUSTER_BEFORE = regex.compile(r"\X\Z")
_CLUSTER_AFTER = regex.compile(r"\X")
_Standard = QKeySequence.StandardKey


class Act(Enum):
    TYPE = auto()
    BREAK = auto()
    BACKSPACE = auto()
    BACKSPACE_WORD = auto()
    DELETE = auto()
    DELETE_WORD = auto()
    CUT = auto()
    COPY = auto()
    PASTE = auto()


@dataclass(frozen=True, slots=True)
class Keystroke:
    act: Act
    text: str = ""


_ACTS = (
    (_Standard.Cut, Act.CUT),
    (_Standard.Copy, Act.COPY),
    (_Standard.Paste, Act.PASTE),
    (_Standard.DeleteStartOfWord, Act.BACKSPACE_WORD),
    (_Standard.DeleteEndOfWord, Act.DELETE_WORD),
    (_Standard.InsertParagraphSeparator, Act.BREAK),
    (_Standard.InsertLineSeparator, Act.BREAK),
    (_Standard.Delete, Act.DELETE),
)
_NAVIGATION = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
_SHORTCUT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def keystroke_of(event: QKeyEvent) -> Keystroke | None:
    """What a key press is about; None when it is not about changing or copying words."""
    for standard, act in _ACTS:
        if event.matches(standard):
            return Keystroke(act)
    shortcut = event.modifiers() & _SHORTCUT
    if event.key() == Qt.Key.Key_Backspace:
        return None if shortcut else Keystroke(Act.BACKSPACE)
    by_alt_gr = shortcut and event.modifiers() & Qt.KeyboardModifier.AltModifier
    text = event.text()
    if text and text == typed_text(text) and (by_alt_gr or not shortcut):
        return Keystroke(Act.TYPE, text)
    return None


def is_navigation(event: QKeyEvent) -> bool:
    """Whether a key press moves the caret or selects."""
    return event.key() in _NAVIGATION or event.matches(_Standard.SelectAll)


def reach(act: Act, text: str, at: int) -> tuple[int, int]:
    """What a deletion at a caret takes of `text` (code points); equal for nothing."""
    match act:
        case Act.BACKSPACE:
            found = _CLUSTER_BEFORE.search(text, 0, at)
            return (found.start() if found else at), at
        case Act.DELETE:
            found = _CLUSTER_AFTER.match(text, at)
            return at, (found.end() if found else at)
        case Act.BACKSPACE_WORD:
            words = tokens(text[:at])
            length = len(words.pop()) if words else 0
            if length and text[at - length : at].isspace() and words:
                length += len(words.pop())
            return at - length, at
        case Act.DELETE_WORD:
            words = tokens(text[at:])[::-1]
            length = len(words.pop()) if words else 0
            if words and text[at : at + length].isspace() != words[-1].isspace():
                length += len(words.pop())
            return at, at + length
    return at, at
