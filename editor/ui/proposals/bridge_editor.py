"""Where the Chair writes bridging text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget


class _Text(QPlainTextEdit):
    confirmed = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class BridgeEditor(QWidget):
    """Ctrl+Enter or the button settles the conflict with the text; Escape gives it up."""

    text_written = Signal(str)
    """The Chair has changed the text."""
    text_settled = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = _Text()
        self._text.setFixedHeight(62)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("The Chair’s text"))
        self._text.confirmed.connect(self._settle)
        self._text.given_up.connect(self.given_up)
        self._text.textChanged.connect(self._written)
        self._button = QPushButton(self.tr("Settle"))
        self._button.setToolTip(
            self.tr("Put the Chair’s text in place of the conflict (Ctrl+Enter)")
        )
        self._button.clicked.connect(self._settle)
        self._hint = QLabel()
        self._hint.setObjectName("cardText")
        self._hint.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 2, 0, 2)
        layout.setSpacing(4)
        layout.addWidget(self._text)
        layout.addLayout(foot)

    @property
    def text(self) -> str:
        return self._text.toPlainText()

    @property
    def hint(self) -> str:
        """What the text replaces, in words."""
        return self._hint.text()

    def set_hint(self, hint: str) -> None:
        self._hint.setText(hint)

    def set_text(self, text: str) -> None:
        if text != self.text:
            self._text.blockSignals(True)  # only what the Chair writes counts as written
            self._text.setPlainText(text)
            self._text.blockSignals(False)
        self._show_whether_ready()

    def start(self) -> None:
        """Put the caret into the text, all of it selected."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.selectAll()

    def _written(self) -> None:
        self._show_whether_ready()
        self.text_written.emit(self.text)

    def _show_whether_ready(self) -> None:
        self._button.setEnabled(bool(self.text.strip()))

    def _settle(self) -> None:
        text = " ".join(self.text.split())
        if text:
            self.text_settled.emit(text)
