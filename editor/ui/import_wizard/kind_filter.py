"""Which kind of things the review lists, with how many there are of each."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from editor.app.guided.review_item import ItemKind
from editor.ui.import_wizard.import_words import kind_plural, tr

_Kind = ItemKind | None
"""None: all of them."""


class KindFilter(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[_Kind, QPushButton] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        kinds: tuple[_Kind, ...] = (None, *ItemKind)
        for kind in kinds:
            button = QPushButton()
            button.setObjectName("segment")
            place = "first" if kind is None else "last" if kind is kinds[-1] else "middle"
            button.setProperty("place", place)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(self.changed)
            self._group.addButton(button)
            self.buttons[kind] = button
            layout.addWidget(button)
        layout.addStretch()
        self.buttons[None].setChecked(True)

    @property
    def kind(self) -> _Kind:
        return next(kind for kind, button in self.buttons.items() if button.isChecked())

    def shows(self, kind: ItemKind) -> bool:
        return self.kind in (None, kind)

    def show_all(self) -> None:
        self.buttons[None].setChecked(True)

    def show_counts(self, kinds: Iterable[ItemKind]) -> None:
        """Say how many there are of each kind; a kind without any cannot be chosen."""
        found = list(kinds)
        for kind, button in self.buttons.items():
            number = len(found) if kind is None else found.count(kind)
            name = tr("All") if kind is None else kind_plural(kind)
            button.setText(f"{name}  {number:,}")
            button.setEnabled(number > 0)
        if not self.buttons[self.kind].isEnabled():
            self.show_all()
