"""A field for a path, with a button that browses."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from editor.ui.dialogs.dialog_words import tr

_WIDTH = 280


class FileField(QWidget):
    """`path` is None while the field names nothing; `was_typed` whether the user chose it."""

    changed = Signal()

    def __init__(
        self, name: str, name_filter: str, saves: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._filter = name_filter
        self._saves = saves
        self._name = name
        self.was_typed = False
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setMinimumWidth(_WIDTH)
        self.line.textEdited.connect(self._typed)
        browse = QPushButton(tr("Browse…"))
        browse.setAutoDefault(False)
        browse.setAccessibleName(tr("Browse: {name}").format(name=name))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(browse)
        self.setFocusProxy(self.line)

    @property
    def path(self) -> Path | None:
        path = Path(self.line.text().strip())
        with suppress(RuntimeError):  # the home of somebody who is not known here
            path = path.expanduser()
        return path if path.name else None

    def set_path(self, path: Path) -> None:
        """Fill the field in for the user."""
        self.line.setText(str(path))
        self.changed.emit()

    def _typed(self) -> None:
        self.was_typed = True
        self.changed.emit()

    def _browse(self) -> None:
        start = self.line.text()
        ask = QFileDialog.getSaveFileName if self._saves else QFileDialog.getOpenFileName
        chosen, _ = ask(self, self._name, start, self._filter)
        if chosen:
            self.was_typed = True
            self.set_path(Path(chosen))


def documents_filter() -> str:
    return tr("Documents (*.docx *.odt *.md *.txt *.xlsx *.csv);;All files (*)")


def session_filter() -> str:
    return tr("Sessions (*.rolling);;All files (*)")
