"""Decisions that sleep, one below the other, each of which can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.negotiation.commands.ruling_on import Unrule


class SleepingList(QWidget):
    """Shown only while there is one."""

    command_asked = Signal(object)

    def __init__(self, style: str) -> None:
        """`style` is the name of the words in the style sheet."""
        super().__init__()
        self._style = style
        self._rows: list[_Row] = []
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(3)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What is said of each."""
        return tuple(row.words for row in self._rows if not row.isHidden())

    @property
    def buttons(self) -> Sequence[QPushButton]:
        """What takes each back."""
        return [row.take_back for row in self._rows if not row.isHidden()]

    def show_rulings(self, told: Sequence[tuple[str, str]]) -> None:
        """Show rulings, by id, with what is said of them."""
        self.setVisible(bool(told))
        while len(self._rows) < len(told):
            row = _Row(self._style)
            row.command_asked.connect(self.command_asked)
            self._rows.append(row)
            self._list.addWidget(row)
        for row, (ruling, words) in zip(self._rows, told, strict=False):
            row.show_ruling(ruling, words)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(told))


class _Row(QWidget):
    command_asked = Signal(object)

    def __init__(self, style: str) -> None:
        super().__init__()
        self._ruling = ""
        self._label = QLabel()
        self._label.setObjectName(style)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.take_back = QPushButton(self.tr("Take back"))
        self.take_back.setObjectName("link")
        self.take_back.setToolTip(
            self.tr("Forget this decision; it will not come into force again")
        )
        self.take_back.clicked.connect(lambda: self.command_asked.emit(Unrule(self._ruling)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def words(self) -> str:
        return self._label.text()

    def show_ruling(self, ruling: str, words: str) -> None:
        self._ruling = ruling
        self._label.setText(words)
        self.take_back.setAccessibleName(self.tr("Take back: {decision}").format(decision=words))
