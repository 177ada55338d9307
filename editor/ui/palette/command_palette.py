"""A small window over the desk in which typing finds any action."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.ui.palette.palette_rows import PaletteRow, palette_rows, rows_meant

_WIDTH, _HEIGHT, _FROM_TOP = 640, 400, 60
_ROW = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """Enter does what is lit, Escape gives the focus back. Actions that are not possible at the
    moment are grey."""

    def __init__(self, actions: Iterable[QAction], menu: QMenu, window: QWidget) -> None:
        """`menu` is where people find the actions otherwise."""
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find an action"))
        self._before = QApplication.focusWidget()
        self._rows = palette_rows(actions, menu)
        self.words = QLineEdit()
        self.list = QTreeWidget()
        self._answer = QLabel()
        self._lay_out(window)
        self.words.textChanged.connect(self._show_meant)
        self.list.currentItemChanged.connect(self._say_lit)
        self.list.itemClicked.connect(self._run)
        self._show_meant("")

    @property
    def answer(self) -> str:
        """Why nothing is lit."""
        return self._answer.text()

    @property
    def lit(self) -> PaletteRow | None:
        """What Enter does."""
        item = self.list.currentItem()
        return item.data(0, _ROW) if item is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run()
            case key if key in _MOVES:
                QCoreApplication.sendEvent(self.list, event)
            case _:
                super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _run(self) -> None:
        row = self.lit
        if row is not None and row.action.isEnabled():
            self.close()  # first, for the action may open another window
            row.action.trigger()

    def _show_meant(self, words: str) -> None:
        rows = rows_meant(words, self._rows)
        self.list.clear()
        items = [_item(row) for row in rows]
        self.list.addTopLevelItems(items)
        possible = next((item for item in items if not item.isDisabled()), None)
        answer = ""
        if possible is not None:
            self.list.setCurrentItem(possible)
        elif rows:
            answer = self.tr("Not possible at the moment.")
        else:
            answer = self.tr("No action is called so.")
        self._answer.setText(answer)
        self._answer.setVisible(bool(answer))
        self._say_lit()

    def _say_lit(self) -> None:
        """For those who hear the window: the focus stays where one types."""
        row = self.lit
        words = ", ".join(filter(None, row[1:])) if row else self.answer
        self.words.setAccessibleDescription(words)

    def _lay_out(self, window: QWidget) -> None:
        self.words.setPlaceholderText(self.tr("What do you want to do?"))
        self.words.setAccessibleName(self.tr("Find an action"))
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Actions"))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._answer.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        for part in (self.words, self.list, self._answer):
            layout.addWidget(part)
        self.resize(min(_WIDTH, window.width()), min(_HEIGHT, window.height() - _FROM_TOP))
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, _FROM_TOP)))
        self.words.setFocus()


def _item(row: PaletteRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.name, row.place, row.key])
    item.setData(0, _ROW, row)
    item.setDisabled(not row.action.isEnabled())
    for column in range(3):
        item.setToolTip(column, row.action.statusTip())
    return item
