"""One way to settle a conflict, as a row of its card."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from editor.ui.colours import LIGHT
from editor.ui.page.spans import Span
from editor.ui.proposals.card_context import CardContext
from editor.ui.proposals.focus_ring import draw_focus_ring
from editor.ui.proposals.words_label import WordsLabel

_TO_FIRST_LINE = 4
"""Pixels from the top of words to the middle of their first line, less half a radio button."""


class _Radio(QRadioButton):
    """Has no words of its own, so the row shows that it has the focus."""

    focus_changed = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()


class OptionRow(QWidget):
    """A radio button with words beside it."""

    def __init__(self, group: QButtonGroup) -> None:
        super().__init__()
        self._theme = LIGHT
        self.radio = _Radio()
        self.radio.setObjectName("option")
        self.radio.focus_changed.connect(self.update)
        group.addButton(self.radio)
        self._words = WordsLabel()
        self._words.pressed.connect(self.radio.click)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, _TO_FIRST_LINE, 0, 0)
        beside.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(beside)
        row.addWidget(self._words, 1)

    @property
    def words(self) -> str:
        """What stands beside the button, with the codes."""
        return self._words.accessibleName()

    def show_words(self, spans: tuple[Span, ...], spoken: str, context: CardContext) -> None:
        self._theme = context.theme
        self._words.show_words(spans, context.formats, context.theme)
        self.radio.setAccessibleName(spoken)

    def offer(self, offered: bool) -> None:
        """Whether there is such a way. The button is hidden too: keys pass over it then."""
        for widget in (self.radio, self):
            if widget.isHidden() is offered:
                widget.setVisible(offered)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.radio.hasFocus():
            draw_focus_ring(self, self._theme)
