"""The changes of a proposal, one of them in hand."""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from editor.text.edit import Edit
from editor.text.tokens import is_boundary
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.entered_text import entered_text
from editor.ui.page.utf16 import to_points, to_units

_LONGEST = 28
_NOTHING = "—"


class EditsField(QObject):
    """`which` chooses the change in hand; its old words are selected in `ground`, an empty
    selection is a place to insert; its new words stand in `words`."""

    def __init__(self, edits: Sequence[Edit], parent: QObject) -> None:
        """`edits` are in code points of the text that `show_ground` is given first."""
        super().__init__(parent)
        self._edits = list(edits) or [Edit(0, 0, "")]
        self._in_hand = 0
        self._shown_before: dict[str, tuple[Edit, ...]] = {}
        self.which = QComboBox()
        self.ground = QPlainTextEdit()
        self.ground.setReadOnly(True)
        self.words = QLineEdit()
        self.which.addItems([""] * len(self._edits))
        self.which.currentIndexChanged.connect(self._take_in_hand)
        self.ground.selectionChanged.connect(self._name_change)
        self.words.textChanged.connect(self._name_change)

    @property
    def are_several(self) -> bool:
        return len(self._edits) > 1

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All changes as they stand in the fields; one without old and new words is none."""
        self._edits[self._in_hand] = self._shown
        return tuple(self._edits)

    def show_ground(self, text: str) -> None:
        """Show the text that is changed; in another one the old words are looked for, and in one
        that was shown before they are where they were."""
        before = entered_text(self.ground)
        if text in ("", before):
            return  # the words selected stay selected
        if before:
            self._shown_before[before] = self.edits
            known = self._shown_before.get(text)
            found = known or [_in_other_text(each, before, text) for each in self.edits]
            pairs = zip(found, self.edits, strict=True)
            self._edits = [replace(there, text=here.text) for there, here in pairs]
        self.ground.setPlainText(text)
        self._show()

    def select(self, start: int, end: int) -> None:
        """Select old words, in code points."""
        text = self.ground.toPlainText()
        cursor = self.ground.textCursor()
        cursor.setPosition(to_units(text, start))
        cursor.setPosition(to_units(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.ground.setTextCursor(cursor)

    @property
    def _shown(self) -> Edit:
        cursor, text = self.ground.textCursor(), self.ground.toPlainText()
        start = to_points(text, cursor.selectionStart())
        return Edit(start, to_points(text, cursor.selectionEnd()), self.words.text())

    def _take_in_hand(self, number: int) -> None:
        self._edits[self._in_hand] = self._shown
        self._in_hand = number
        self._show()

    def _show(self) -> None:
        edit = self._edits[self._in_hand]
        self.words.setText(edit.text)
        self.select(edit.start, edit.end)
        for number, each in enumerate(self._edits):
            self.which.setItemText(number, self._told(number, each))

    def _name_change(self) -> None:
        self.which.setItemText(self._in_hand, self._told(self._in_hand, self._shown))

    def _told(self, number: int, edit: Edit) -> str:
        return tr("{number} of {all}: {old} → {new}").format(
            number=number + 1,
            all=len(self._edits),
            old=_short(self.ground.toPlainText()[edit.start : edit.end]),
            new=_short(edit.text),
        )


def _in_other_text(edit: Edit, before: str, after: str) -> Edit:
    """The edit where its old words are in another text, as whole words; at its beginning where
    they are not."""
    old = before[edit.start : edit.end]
    found = (each.span() for each in re.finditer(re.escape(old), after) if old)
    whole = (span for span in found if all(is_boundary(after, end) for end in span))
    return Edit(*next(whole, (0, 0)), edit.text)


def _short(words: str) -> str:
    words = words.strip()
    if not words:
        return _NOTHING
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[:_LONGEST]}…”"
