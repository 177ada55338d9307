"""A paper as printed, in which only its brackets can be changed: a caret, and marks put in or
taken away there."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from editor.importers.house_styles.mark_corrections import MARKS, MarkCorrection, Mending
from editor.importers.source import Revision, SourceParagraph
from editor.ui.import_wizard.shown_source import ShownSource
from editor.ui.page.utf16 import to_points, to_units

_BREAKS = str.maketrans(dict.fromkeys("\n\r\x0b\x0c\u2029\ufdd0\ufdd1", "\u2028"))
"""A paragraph is one block here, whatever breaks its lines."""


class SourceField(QPlainTextEdit):
    """Shows all of a file, so that a bracket can be put pages further down; changes nothing
    itself."""

    wanted = Signal(object)
    """A MarkCorrection."""
    place_changed = Signal()

    def __init__(self, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marked")
        self.setAccessibleName(name)
        self.setFixedHeight(height)
        self.setTabChangesFocus(True)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: ShownSource | None = None
        self._paragraphs: tuple[SourceParagraph, ...] = ()
        self._apart: tuple[range, list[tuple[int, int]]] = range(0), []
        self.cursorPositionChanged.connect(self.place_changed)

    def show_source(self, shown: ShownSource, lines: tuple[int, int], line: int) -> None:
        """Show the paragraphs at the lines `[first, end)`, with the caret at their first bracket
        that has no partner there, or else at `line`."""
        if shown is not self._shown:
            self._load(shown)
        numbers = shown.numbers(*lines)
        lonely = shown.lonely(numbers)
        self._apart = numbers, lonely
        self._set_apart()
        here = shown.numbers(line, line + 1) or numbers
        number, offset = lonely[0] if lonely else (here.start, 0)
        self.put_caret(number, offset)
        self._scroll_to(numbers.start if number - numbers.start < 3 else number)

    def put_caret(self, number: int, offset: int) -> None:
        """Before the character at an offset of the paragraph with this number."""
        self.setTextCursor(self._cursor(number, offset))

    @property
    def place(self) -> tuple[int, int]:
        """The number of the paragraph that the caret is in, and the offset."""
        cursor = self.textCursor()
        number = cursor.blockNumber()
        text = self._paragraphs[number].text if number < len(self._paragraphs) else ""
        return number, to_points(text, cursor.positionInBlock())

    def mark_here(self, mark: str) -> MarkCorrection | None:
        """What puts a mark where the caret is."""
        number, offset = self.place
        if number >= len(self._paragraphs):
            return None
        return MarkCorrection(self._paragraphs[number].line, offset, mark, Mending.PUT_IN)

    @property
    def mark_at_caret(self) -> MarkCorrection | None:
        """What takes away the bracket behind the caret, or else the one before it."""
        return self._taking(0) or self._taking(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A bracket typed is put in; Delete and Backspace take one away; no other key changes
        anything."""
        found: MarkCorrection | None = None
        if event.text() and event.text() in MARKS:
            found = self.mark_here(event.text())
        elif event.key() == Qt.Key.Key_Delete:
            found = self._taking(0)
        elif event.key() == Qt.Key.Key_Backspace:
            found = self._taking(-1)
        else:
            super().keyPressEvent(event)
            return
        if found is not None:
            self.wanted.emit(found)

    def _taking(self, step: int) -> MarkCorrection | None:
        number, offset = self.place
        if number >= len(self._paragraphs) or offset + step < 0:
            return None
        paragraph = self._paragraphs[number]
        mark = paragraph.text[offset + step : offset + step + 1]
        if not mark or mark not in MARKS:
            return None
        return MarkCorrection(paragraph.line, offset + step, mark, Mending.TAKEN_AWAY)

    def _load(self, shown: ShownSource) -> None:
        self._shown, self._paragraphs = shown, shown.source.paragraphs
        self.setPlainText("\n".join(each.text.translate(_BREAKS) for each in self._paragraphs))
        struck = QTextCharFormat()
        struck.setFontStrikeOut(True)
        for number, paragraph in enumerate(self._paragraphs):
            start = 0
            for run in paragraph.runs:
                end = start + len(run.text)
                if run.text and (run.struck or run.revision is Revision.DELETED):
                    self._cursor(number, start, end).mergeCharFormat(struck)
                start = end

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._shown is not None:
            self._set_apart()

    def _set_apart(self) -> None:
        """The paragraph in the ink of the window, the rest in a weaker one; its lonely brackets
        as selected words are."""
        numbers, lonely = self._apart
        weak, alone = QTextCharFormat(), QTextCharFormat()
        weak.setForeground(self.palette().brush(QPalette.ColorRole.PlaceholderText))
        alone.setBackground(self.palette().brush(QPalette.ColorRole.Highlight))
        alone.setForeground(self.palette().brush(QPalette.ColorRole.HighlightedText))
        last = len(self._paragraphs) - 1
        found: list[tuple[QTextCursor, QTextCharFormat]] = []
        if numbers.start > 0:
            found.append((self._between(0, numbers.start - 1), weak))
        if numbers and numbers.stop <= last:
            found.append((self._between(numbers.stop, last), weak))
        found.extend((self._cursor(n, offset, offset + 1), alone) for n, offset in lonely)
        selections = []
        for cursor, look in found:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = look
            selections.append(selection)
        self.setExtraSelections(selections)

    def _between(self, first: int, last: int) -> QTextCursor:
        cursor = self._cursor(first, 0)
        end = self._cursor(last, len(self._paragraphs[last].text))
        cursor.setPosition(end.position(), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _cursor(self, number: int, start: int, end: int | None = None) -> QTextCursor:
        block = self.document().findBlockByNumber(number)
        cursor = QTextCursor(block)
        if number < len(self._paragraphs):
            text = self._paragraphs[number].text
            cursor.setPosition(block.position() + to_units(text, start))
            if end is not None:
                place = block.position() + to_units(text, end)
                cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _scroll_to(self, number: int) -> None:
        """With a line of what stands before it."""
        block = self.document().findBlockByNumber(max(number - 1, 0))
        self.verticalScrollBar().setValue(block.firstLineNumber())
        self.ensureCursorVisible()
