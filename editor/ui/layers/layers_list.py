"""The list of layers: mouse, keys and files dropped on a row."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from editor.ui.dropped_files import dropped_files
from editor.ui.layers.layers_delegate import parts_of
from editor.ui.layers.layers_model import LayersModel
from editor.ui.uniform_list import UniformList


class LayersList(UniformList):
    """A click on the box or Space switches; S or the eye makes a layer stand out; Left and
    Right, or a click, fold a header."""

    solo_asked = Signal(str)
    menu_asked = Signal(str, QPoint)
    """A delegation and a place on the screen."""
    import_asked = Signal(str, list)
    """A delegation and files for its layer; "" where they were dropped beside the rows."""

    def __init__(self, model: LayersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Layers"))
        self.setAccessibleDescription(self.tr("Space switches a layer, S makes it stand out."))
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            super().mousePressEvent(event)
            return
        self.setCurrentIndex(index)
        row, parts = self._model.row(index), parts_of(self.visualRect(index))
        where = event.position().toPoint()
        if parts.box.adjusted(-5, -5, 4, 5).contains(where):
            self._model.toggle(index)
        elif row.is_header:
            self._fold(index)
        elif parts.solo.contains(where):
            self.solo_asked.emit(row.delegation)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if not index.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        row = self._model.row(index)
        match event.key():
            case Qt.Key.Key_Space:
                self._model.toggle(index)
            case Qt.Key.Key_S if not row.is_header:
                self.solo_asked.emit(row.delegation)
            case Qt.Key.Key_Left if row.is_header and not self._model.is_folded(row):
                self._fold(index)
            case Qt.Key.Key_Right if row.is_header and self._model.is_folded(row):
                self._fold(index)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row.is_header:
                self._fold(index)
            case _:
                super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    def dropEvent(self, event: QDropEvent) -> None:
        delegation, files = self._drop_target(event), dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.import_asked.emit(delegation, files)

    def _consider(self, event: QDragMoveEvent) -> None:
        target = self._drop_target(event)
        if not dropped_files(event):
            event.ignore()
            return
        if target:
            self.setCurrentIndex(self._model.index_of(target))
        event.acceptProposedAction()

    def _drop_target(self, event: QDropEvent) -> str:
        index = self.indexAt(event.position().toPoint())
        return self._model.row(index).delegation if index.isValid() else ""

    def _fold(self, index: QModelIndex) -> None:
        number = index.row()
        self._model.fold(self._model.row(index))
        self.setCurrentIndex(self._model.index(number))

    def _ask_for_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if index.isValid() and self._model.row(index).delegation:
            self.setCurrentIndex(index)
            self.menu_asked.emit(
                self._model.row(index).delegation, self.viewport().mapToGlobal(where)
            )
