"""A list of delegations to tick."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.negotiation.delegation import Delegation

_HEIGHT = 132
_ID = Qt.ItemDataRole.UserRole


class DelegationChecks(QListWidget):
    """`chosen` are the ids that are ticked, in the order of the list: those ticked from the
    beginning stand first, where they are seen."""

    changed = Signal()

    def __init__(
        self,
        delegations: Iterable[Delegation],
        chosen: Iterable[str],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(_HEIGHT)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ticked = set(chosen)
        for each in sorted(delegations, key=lambda delegation: delegation.id not in ticked):
            item = QListWidgetItem(f"{each.code}   {each.name}")
            item.setData(_ID, each.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Checked if each.id in ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self.addItem(item)
        self.itemChanged.connect(lambda _: self.changed.emit())

    @property
    def chosen(self) -> tuple[str, ...]:
        items = (self.item(number) for number in range(self.count()))
        return tuple(i.data(_ID) for i in items if i.checkState() is Qt.CheckState.Checked)

    def tick(self, delegation: str) -> None:
        for number in range(self.count()):
            if self.item(number).data(_ID) == delegation:
                self.item(number).setCheckState(Qt.CheckState.Checked)
