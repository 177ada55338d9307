"""All actions and their keys."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from editor.ui.actions import Actions


class KeysDialog(QDialog):
    """A list that can be searched."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(820, 560)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.textChanged.connect(self._show_matching)
        self.list = QTreeWidget()
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys"), self.tr("What it does")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Actions"))
        for action in actions:
            keys = ", ".join(
                key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
            )
            self.list.addTopLevelItem(
                QTreeWidgetItem([action.text().rstrip("…"), keys, action.statusTip()])
            )
        for words, keys, what in (
            (self.tr("Switch a layer"), self.tr("Space"), self.tr("In the list of layers")),
            (self.tr("Let a layer stand out"), "S", self.tr("In the list of layers")),
        ):
            self.list.addTopLevelItem(QTreeWidgetItem([words, keys, what]))
        for column in (0, 1):
            self.list.resizeColumnToContents(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(self.search)
        layout.addWidget(self.list)

    def _show_matching(self, words: str) -> None:
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            if item is not None:
                said = " ".join(item.text(column) for column in range(3))
                item.setHidden(words.casefold() not in said.casefold())
