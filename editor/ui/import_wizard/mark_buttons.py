"""Buttons that put a bracket where the caret of a paper is, or take one away there."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from editor.ui.import_wizard.import_words import tr
from editor.ui.import_wizard.source_field import SourceField


class MarkButtons(QWidget):
    def __init__(self, paper: SourceField) -> None:
        super().__init__()
        self._paper = paper
        self.puts: dict[str, QPushButton] = {}
        self.take = QPushButton()
        self.take.setAutoDefault(False)
        self.take.setToolTip(tr("In the list and in the source: Delete"))
        self.take.clicked.connect(self.take_away)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.take)
        paper.place_changed.connect(self._show_place)
        self.show_marks("[]")

    def show_marks(self, marks: str) -> None:
        """Offer these brackets."""
        for mark in marks:
            if mark not in self.puts:
                self._add(mark)
        for mark, button in self.puts.items():
            button.setVisible(mark in marks)
        self._show_place()

    def take_away(self) -> None:
        """The bracket at the caret, if there is one."""
        found = self._paper.mark_at_caret
        if found is not None and self.isVisible():
            self._paper.wanted.emit(found)

    def _add(self, mark: str) -> None:
        button = QPushButton(tr("Put {mark} Here").format(mark=mark))
        button.setToolTip(tr("In the source: type {mark} where it belongs").format(mark=mark))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._put_in, mark))
        self._row.insertWidget(len(self.puts), button)
        self.puts[mark] = button

    def _put_in(self, mark: str) -> None:
        found = self._paper.mark_here(mark)
        if found is not None:
            self._paper.wanted.emit(found)

    def _show_place(self) -> None:
        found = self._paper.mark_at_caret
        self.take.setEnabled(found is not None)
        words = tr("Take {mark} Away") if found else tr("Take It Away")
        self.take.setText(words.format(mark=found.mark if found else ""))
