"""The layers as a list model: check states, names, counts."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from editor.app.workspace import SessionChange
from editor.negotiation.delegation import Delegation
from editor.negotiation.session import Session
from editor.ui.facts.layer_facts import LayerFacts
from editor.ui.layers.rows import LayerRow, Section, layer_rows

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_Role = Qt.ItemDataRole


class LayersModel(QAbstractListModel):
    """Setting a check state changes nothing here: it asks for it (`switch_asked`), and the
    session's change comes back through `follow`."""

    switch_asked = Signal(tuple, bool)
    """Ids of delegations, and whether their layers are to be on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts: LayerFacts | None = None
        self.session: Session | None = None
        self._rows: list[LayerRow] = []
        self._folded: frozenset[str] = frozenset()

    def show(self, session: Session, facts: LayerFacts) -> None:
        """Show another session."""
        self.session, self.facts, self._folded = session, facts, frozenset()
        self._rearrange()

    def follow(self, session: Session, change: SessionChange) -> None:
        """Show what an action changed; `facts` have followed already."""
        before, self.session = self.session, session
        if before is not None and _arrangement(before) != _arrangement(session):
            self._rearrange()
        else:
            for number in self._rows_touched(change):
                self.dataChanged.emit(self.index(number), self.index(number))

    def row(self, index: Index) -> LayerRow:
        return self._rows[index.row()]

    def delegation(self, row: LayerRow) -> Delegation | None:
        """The delegation of a row, or the group of a header; None for a section."""
        return self.session.delegations.get(row.delegation) if self.session else None

    def title(self, row: LayerRow) -> str:
        """The words of a header."""
        delegation = self.delegation(row)
        if delegation is not None:
            return delegation.name
        words = {
            Section.STATES: self.tr("States"),
            Section.GROUPS: self.tr("Groups"),
            Section.OBSERVERS: self.tr("Observers"),
            Section.CHAIR: self.tr("Chair"),
        }
        return words[row.section] if row.section else ""

    def state(self, row: LayerRow) -> Qt.CheckState:
        """On, off, or partial: some members differ, or the Chair decided against the layer."""
        members = row.members or (row.delegation,)
        states = {self._state_of(each) for each in members}
        return states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked

    def is_folded(self, row: LayerRow) -> bool:
        return row.key in self._folded

    def fold(self, row: LayerRow) -> None:
        """Hide the rows below a header, or show them again."""
        self._folded = self._folded ^ {row.key}
        self._rearrange()

    def index_of(self, delegation: str) -> QModelIndex:
        for number, row in enumerate(self._rows):
            if row.delegation == delegation and not row.is_header:
                return self.index(number)
        return QModelIndex()

    def index_like(self, row: LayerRow, number: int) -> QModelIndex:
        """Where a row stands now; if it is gone, the row that has its number, or the last."""
        same = (n for n, each in enumerate(self._rows) if each.is_same(row))
        return self.index(next(same, min(number, len(self._rows) - 1)))

    def toggle(self, index: Index) -> None:
        """Ask for the layers of a row to be on if they are off, else off."""
        row = self.row(index)
        members = row.members or (row.delegation,)
        assert self.session is not None
        on = not all(self.session.delegations[each].layer_on for each in members)
        self.switch_asked.emit(members, on)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsDropEnabled
        )

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case _Role.DisplayRole:
                delegation = self.delegation(row)
                return self.title(row) if row.is_header or not delegation else delegation.code
            case _Role.CheckStateRole:
                return self.state(row)
            case _Role.AccessibleTextRole | _Role.ToolTipRole:
                return self._in_words(row)
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole:
            return False
        self.toggle(index)
        return True

    def _state_of(self, delegation: str) -> Qt.CheckState:
        assert self.session is not None
        assert self.facts is not None
        on = self.session.delegations[delegation].layer_on
        if self.facts.deviates(delegation, on):
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

    def _in_words(self, row: LayerRow) -> str:
        delegation = self.delegation(row)
        if row.is_header or delegation is None or self.facts is None:
            return self.tr("{name}, %n layer(s)", "", len(row.members)).format(name=self.title(row))
        state = {
            Qt.CheckState.Checked: self.tr("on"),
            Qt.CheckState.Unchecked: self.tr("off"),
            Qt.CheckState.PartiallyChecked: self.tr("in part, by the Chair's decisions"),
        }[self.state(row)]
        words = self.tr(
            "{code} {name}: {state}; {proposals} proposals, supports {supports}, opposes {opposes}"
        )
        return words.format(
            code=delegation.code,
            name=delegation.name,
            state=state,
            proposals=self.facts.proposals[delegation.id],
            supports=self.facts.supports[delegation.id],
            opposes=self.facts.objections[delegation.id],
        )

    def _rows_touched(self, change: SessionChange) -> Iterator[int]:
        """The rows that may look different now: proposals are counted in many of them."""
        every = not change.patch or any(map(change.changes_table, ("decisions", "amendments")))
        delegations = {each.key for each in change.patch.changes if each.table == "delegations"}
        for number, row in enumerate(self._rows):
            if every or not delegations.isdisjoint((row.delegation, *row.members)):
                yield number

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._rows = layer_rows(self.session, self._folded) if self.session else []
        self.endResetModel()


def _arrangement(session: Session) -> list[tuple[object, ...]]:
    """What the order and the grouping of the rows depend on."""
    return [
        (each.id, each.code, each.kind, each.rank, each.members)
        for each in session.delegations.values()
    ]
