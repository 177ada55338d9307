"""The log of a session: who did what and when, beside the desk."""

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from editor.app.workspace import Workspace
from editor.ui.colours import Theme
from editor.ui.log.log_lines import LogLines
from editor.ui.log.log_model import LogModel

_PAUSE = 200
"""Milliseconds between a change and a new look at the log: typing makes many changes."""
_WIDTHS = (158, 110, 90, 150)


class _Lines(QTreeView):
    copy_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)


class LogWindow(QDialog):
    """The latest action first. Enter or a double click goes to the provision."""

    provision_chosen = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Log"))
        self.setModal(False)
        self.resize(860, 480)
        self._workspace = workspace
        self.model = LogModel(self)
        self.search = QLineEdit()
        self.lines = _Lines()
        self._number = QLabel()
        self._number.setObjectName("hint")
        self._name = QLabel()
        self._name.setObjectName("hint")
        self.copy = QPushButton(self.tr("Copy as Text"))
        self._later = QTimer(self)
        self._fill()

    def show_log(self, theme: Theme) -> None:
        """Read the log and show it."""
        self.model.theme = theme
        self._read()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def follow(self) -> None:
        """Something was written; look again soon, if anybody is looking."""
        if self.isVisible():
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._later.stop()
        super().hideEvent(event)

    def copy_lines(self) -> None:
        """Put the chosen lines, or all that are shown, into the clipboard as a table."""
        rows = sorted({index.row() for index in self.lines.selectedIndexes()})
        chosen = rows if len(rows) > 1 else range(self.model.rowCount())
        text = "\n".join("\t".join(self.model.line(row).cells) for row in chosen)
        QGuiApplication.clipboard().setText(text)

    def _read(self) -> None:
        self.model.show_lines(LogLines(self._workspace.history()))
        self._name.setText(
            self.tr("Your name here: {name}. It is never exported.").format(
                name=self._workspace.author or "—"
            )
        )
        self._count()

    def _search(self, words: str) -> None:
        self.model.search(words)
        self._count()

    def _count(self) -> None:
        self._number.setText(self.tr("%n action(s)", "", self.model.rowCount()))

    def _go(self, index: QModelIndex) -> None:
        known = self._workspace.session.provisions
        there = (each for each in self.model.line(index.row()).provisions if each in known)
        provision = next(there, None)
        if provision is not None:
            self.provision_chosen.emit(provision)

    def _fill(self) -> None:
        self.search.setPlaceholderText(
            self.tr("Find: a name, a provision, a delegation, what was done, a day")
        )
        self.search.setAccessibleName(self.tr("Find in the log"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.lines.setModel(self.model)
        self.lines.setAccessibleName(self.tr("Actions, the latest first"))
        self.lines.setRootIsDecorated(False)
        self.lines.setUniformRowHeights(True)
        self.lines.setAllColumnsShowFocus(True)
        self.lines.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for column, width in enumerate(_WIDTHS):
            self.lines.setColumnWidth(column, width)
        self.lines.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.lines.activated.connect(self._go)
        self.lines.copy_asked.connect(self.copy_lines)
        self.copy.setAutoDefault(False)
        self.copy.setToolTip(self.tr("The chosen lines, or all that are shown (Ctrl+C)"))
        self.copy.clicked.connect(self.copy_lines)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._read)
        foot = QHBoxLayout()
        for label in (self._number, self._name):
            foot.addWidget(label)
        foot.addStretch()
        foot.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.search)
        layout.addWidget(self.lines, 1)
        layout.addLayout(foot)
