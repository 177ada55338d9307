"""All actions and their keys, which can be changed."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.app.settings import Settings, SettingsStore
from editor.ui.actions import Actions
from editor.ui.key_rules import holder_of, is_for_writing

_KEYS = 1


class KeysDialog(QDialog):
    """A list that can be searched; the key of the chosen action below it. A changed key is kept
    and works at once."""

    def __init__(
        self, actions: Actions, settings: SettingsStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self._items: dict[QAction, QTreeWidgetItem] = {}
        self.search = QLineEdit()
        self.list = QTreeWidget()
        self.key = QKeySequenceEdit()
        self.none = QPushButton(self.tr("No Key"))
        self.usual = QPushButton(self.tr("Usual Key"))
        self.all_usual = QPushButton(self.tr("All Usual Keys"))
        self._whose = QLabel()
        self._answer = QLabel()
        self._fill()
        self._lay_out()
        self._connect()
        self.choose(next(iter(actions)))

    @property
    def answer(self) -> str:
        """Why a key was refused, or what was done."""
        return self._answer.text()

    def choose(self, action: QAction) -> None:
        """Put an action in hand."""
        self.list.setCurrentItem(self._items[action])

    def _in_hand(self) -> QAction | None:
        item = self.list.currentItem()
        return next((action for action, each in self._items.items() if each is item), None)

    def _show_in_hand(self) -> None:
        action = self._in_hand()
        for part in (self.key, self.none, self.usual):
            part.setEnabled(action is not None)
        words = self.tr("Key of “{action}”").format(action=_name(action)) if action else ""
        self._whose.setText(words or self.tr("Stays as it is"))
        self.key.setAccessibleName(words)
        self._show_key(action)
        self._answer.clear()

    def _show_key(self, action: QAction | None) -> None:
        self.key.setKeySequence(action.shortcut() if action else QKeySequence())

    def _change(self, key: QKeySequence) -> None:
        """Give the action in hand another key, if that is free."""
        action = self._in_hand()
        if action is None or key == action.shortcut():
            return
        if is_for_writing(key):
            self._say(self.tr("{key} is for writing and moving about."), key)
        elif self._is_free([key], action):
            self._keep(self._settings.current.with_key(action.objectName(), key.toString()))
        self._show_key(action)

    def _make_usual(self) -> None:
        action = self._in_hand()
        if action is not None and self._is_free(self._actions.usual_keys(action), action):
            self._keep(self._settings.current.with_usual_key(action.objectName()))
            self._show_key(action)

    def _make_all_usual(self) -> None:
        self._keep(self._settings.current.with_usual_keys())
        self._show_key(self._in_hand())

    def _is_free(self, keys: list[QKeySequence], action: QAction) -> bool:
        """Whether no other action has one of the keys; says which."""
        holder = holder_of(keys, self._actions, action)
        if holder is not None:
            taken = next(key for key in keys if key in holder.shortcuts())
            words = self.tr("{key} is the key of “{action}”: change that first.")
            self._say(words, taken, _name(holder))
        return holder is None

    def _say(self, words: str, key: QKeySequence, action: str = "") -> None:
        self._answer.setText(words.format(key=_written([key]), action=action))

    def _keep(self, settings: Settings) -> None:
        self._settings.keep(settings)
        self._actions.use_keys(settings.shortcuts)
        for action, item in self._items.items():
            item.setText(_KEYS, _written(action.shortcuts()))
        self._answer.setText(self.tr("Kept."))

    def _fill(self) -> None:
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys"), self.tr("What it does")])
        for action in self._actions:
            words = [_name(action), _written(action.shortcuts()), action.statusTip()]
            self._items[action] = QTreeWidgetItem(words)
            self.list.addTopLevelItem(self._items[action])
        for others in (
            (self.tr("Switch a layer"), self.tr("Space"), self.tr("In the list of layers")),
            (self.tr("Let a layer stand out"), "S", self.tr("In the list of layers")),
        ):
            self.list.addTopLevelItem(QTreeWidgetItem(list(others)))
        for column in (0, _KEYS):
            self.list.resizeColumnToContents(column)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(820, 560)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Actions"))
        self.key.setMaximumSequenceLength(1)
        self.key.setMaximumWidth(220)
        self._answer.setObjectName("hint")
        row = QHBoxLayout()
        for part in (self._whose, self.key, self.none, self.usual):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.all_usual)
        for button in (self.none, self.usual, self.all_usual):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        layout.addLayout(row)
        layout.addWidget(self._answer)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show_matching)
        self.list.currentItemChanged.connect(self._show_in_hand)
        self.key.editingFinished.connect(lambda: self._change(self.key.keySequence()))
        self.none.clicked.connect(lambda: self._change(QKeySequence()))
        self.usual.clicked.connect(self._make_usual)
        self.all_usual.clicked.connect(self._make_all_usual)

    def _show_matching(self, words: str) -> None:
        for item in self._all_items():
            said = " ".join(item.text(column) for column in range(3))
            item.setHidden(words.casefold() not in said.casefold())
        in_hand = self.list.currentItem()
        if in_hand is None or in_hand.isHidden():
            self._take_first_shown()

    def _take_first_shown(self) -> None:
        """A key is given to what one sees; to nothing where nothing is shown."""
        shown = next((each for each in self._all_items() if not each.isHidden()), None)
        if shown is not None:
            self.list.setCurrentItem(shown)
        else:
            self.list.setCurrentIndex(QModelIndex())

    def _all_items(self) -> Iterator[QTreeWidgetItem]:
        items = map(self.list.topLevelItem, range(self.list.topLevelItemCount()))
        return (item for item in items if item is not None)


def _name(action: QAction) -> str:
    return action.text().rstrip("…")


def _written(keys: list[QKeySequence]) -> str:
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
