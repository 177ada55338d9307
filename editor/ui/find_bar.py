"""Find on the page: a bar above it, as everyone knows it from Word and the browser."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from editor.ui.action_tip import follow_tip
from editor.ui.actions import Actions


class FindBar(QWidget):
    """Emits what is to be found; `Finder` goes there."""

    search_asked = Signal(str, bool)
    """Words, and whether backwards: go on to the next place."""
    typed = Signal(str)
    """Words still being typed: stay where they are, if they are there."""
    closed = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
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
        for text, action, backwards in (
            ("↑", actions.find_previous, True),
            ("↓", actions.find_next, False),
        ):
            button = QToolButton()
            button.setText(text)
            button.setAccessibleName(action.text())
            follow_tip(button, action)
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
