"""Find on the page: a bar above it, as everyone knows it from Word and the browser."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from editor.ui.page.page_view import PageView
from editor.ui.page.spans import NO_BREAK_SPACE

_Flag = QTextDocument.FindFlag


class FindBar(QWidget):
    """Emits what is to be found; `Finder` goes there."""

    search_asked = Signal(str, bool)
    """Words, and whether backwards: go on to the next place."""
    typed = Signal(str)
    """Words still being typed: stay where they are, if they are there."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find on the page"))
        self.words.setAccessibleName(self.tr("Find on the page"))
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(360)
        self.words.textEdited.connect(self.typed)
        self._answer = QLabel()
        self._answer.setObjectName("hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.addWidget(self.words, 1)
        for text, name, backwards in (
            ("↑", self.tr("Find previous (Shift+F3)"), True),
            ("↓", self.tr("Find next (F3)"), False),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, back=backwards: self.search(back))
            row.addWidget(button)
        row.addWidget(self._answer)
        row.addStretch(1)
        close = QToolButton()
        close.setText("✕")
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close find"))
        close.clicked.connect(self.close_bar)
        row.addWidget(close)
        self.hide()

    def open_bar(self, words: str = "") -> None:
        """Show the bar with `words` (of the selection) filled in."""
        self.show()
        if words:
            self.words.setText(words)
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        self.hide()
        self.closed.emit()

    def search(self, backwards: bool) -> None:
        self.search_asked.emit(self.words.text(), backwards)

    @property
    def answer(self) -> str:
        return self._answer.text()

    def show_answer(self, number: int) -> None:
        """How often the words stand on the page."""
        if not self.words.text():
            self._answer.clear()
        else:
            self._answer.setText(
                self.tr("%n place(s)", "", number) if number else self.tr("Not on the page")
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.search(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case _:
                super().keyPressEvent(event)


class Finder:
    """Finds words on the page; goes round at its end."""

    def __init__(self, page: PageView) -> None:
        self._page = page

    def stay(self, words: str) -> int:
        """Select the first place of `words` from the present one on; how many there are."""
        cursor = self._page.textCursor()
        cursor.setPosition(cursor.selectionStart())
        return self._find(words, cursor, backwards=False)

    def go_on(self, words: str, backwards: bool) -> int:
        """Select the next place of `words`, or the one before; how many there are."""
        return self._find(words, self._page.textCursor(), backwards)

    def _find(self, words: str, cursor: QTextCursor, backwards: bool) -> int:
        if self._page.page is None or not words:
            return 0
        self._page.page.freshen_all()
        words = words.replace(NO_BREAK_SPACE, " ")  # for Qt finds all spaces of a line by this one
        found = self._next_shown(words, cursor, backwards)
        if found.isNull():
            around = QTextCursor(self._page.document())
            if backwards:
                around.movePosition(QTextCursor.MoveOperation.End)
            found = self._next_shown(words, around, backwards)
        if found.isNull():
            return 0
        self._page.setTextCursor(found)
        for _ in range(2):  # the first call lays out what it had only estimated
            self._page.ensureCursorVisible()
        shown = self._page.shown_text().replace(NO_BREAK_SPACE, " ")
        return shown.casefold().count(words.casefold())

    def _next_shown(self, words: str, cursor: QTextCursor, backwards: bool) -> QTextCursor:
        """The next place in a block that is shown; a null cursor if there is none."""
        flags = _Flag.FindBackward if backwards else _Flag(0)
        found = self._page.document().find(words, cursor, flags)
        while not found.isNull() and not found.block().isVisible():
            found = self._page.document().find(words, found, flags)
        return found
