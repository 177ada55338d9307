"""The lines of a log as a table, those that match what is searched for."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from editor.ui.colours import LIGHT, Theme
from editor.ui.log.log_lines import LogLine, LogLines

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class LogModel(QAbstractTableModel):
    """A line is asked for only when it is seen, so that the length of a log does not matter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._lines = LogLines(())
        self._searched = ""
        self._shown: list[int] = []

    def show_lines(self, lines: LogLines) -> None:
        self._lines = lines
        self.search(self._searched)

    def search(self, words: str) -> None:
        """Show only the lines that hold all of `words`."""
        self.beginResetModel()
        self._searched = words
        self._shown = self._lines.matching(words)
        self.endResetModel()

    @property
    def lines_written(self) -> int:
        """How many lines somebody has looked at."""
        return self._lines.written

    def line(self, row: int) -> LogLine:
        return self._lines.line(self._shown[row])

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._titles())

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> object:
        if way is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._titles()[section]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        line = self.line(index.row())
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return line.cells[index.column()]
            case _Role.FontRole if line.is_undone:
                struck = QFont()
                struck.setStrikeOut(True)
                return struck
            case _Role.ForegroundRole if line.is_undone:
                return QColor(self.theme.faint)
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("When"),
            self.tr("Who"),
            self.tr("Provision"),
            self.tr("Delegations"),
            self.tr("What"),
        )
