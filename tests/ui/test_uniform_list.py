"""A list of uniform rows does not lay out all of them when a few have changed."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from editor.ui.uniform_list import UniformList

_ROWS = 500
_NO_INDEX = QModelIndex()


class _Numbers(QAbstractListModel):
    """Counts how often it is asked about rows."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.suffix = ""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        self.asked += 1
        return 0 if parent.isValid() else _ROWS

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        return f"{index.row()}{self.suffix}" if role == Qt.ItemDataRole.DisplayRole else None


def test_changed_rows_are_painted_and_the_others_left_alone(qtbot: QtBot) -> None:
    model, view = _Numbers(), UniformList()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(200, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.repaint()
    before = view.grab().toImage()
    model.asked = 0

    model.suffix = " changed"
    model.dataChanged.emit(model.index(0), model.index(_ROWS - 1))
    view.repaint()

    assert view.grab().toImage() != before
    assert model.asked < _ROWS
