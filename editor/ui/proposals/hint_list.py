"""The hints on the provision in hand, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.ui.action_tip import with_key
from editor.ui.proposals.hint_facts import HintFacts


class HintList(QWidget):
    """Each is a button that goes to its place on the page."""

    place_asked = Signal(int, int)
    """A stretch of the composed text of the provision in hand."""

    def __init__(self, next_hint: QAction) -> None:
        """`next_hint` goes to them, too; its key is named."""
        super().__init__()
        self.setObjectName("reason")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._hints: tuple[HintFacts, ...] = ()
        self._buttons: list[_HintButton] = []
        self._next_hint = next_hint
        self.title = QLabel()
        self.title.setObjectName("cardText")
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(9, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addWidget(self.title)
        next_hint.changed.connect(self._show_title)
        self._show_title()

    @property
    def buttons(self) -> Sequence[QPushButton]:
        """The button of each hint."""
        return self._buttons[: len(self._hints)]

    def show_hints(self, hints: tuple[HintFacts, ...]) -> None:
        """Show `hints`, or nothing at all."""
        self.setVisible(bool(hints))
        if hints == self._hints:
            return
        self._hints = hints
        while len(self._buttons) < len(hints):
            button = _HintButton()
            number = len(self._buttons)
            button.clicked.connect(lambda _=False, at=number: self._ask(at))
            self._buttons.append(button)
            self._list.addWidget(button)
        for button, hint in zip(self._buttons, hints, strict=False):
            button.show_words(hint.words)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(hints))

    def _show_title(self) -> None:
        self.title.setText(with_key(self.tr("Worth a look"), self._next_hint))

    def _ask(self, number: int) -> None:
        hint = self._hints[number]
        self.place_asked.emit(hint.start, hint.end)


class _HintButton(QPushButton):
    """Shortens its words to the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("link")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""

    def show_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width() - 2 * self.fontMetrics().averageCharWidth()
        short = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(short.replace("&", "&&"))
