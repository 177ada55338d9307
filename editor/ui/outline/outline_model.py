"""The outline as a list model: rows of the composition, filtered."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.app.workspace import SessionChange
from editor.negotiation.composition import Composition
from editor.negotiation.provision import ProvisionKind
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.outline.rows import Filter, OutlineRow, is_agreed, is_open, outline_rows
from editor.ui.page.decoration import status_words

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_MANY = 100
"""More rows than fit in the window are told as one stretch."""


class OutlineModel(QAbstractListModel):
    """Rows for the view; `row(index)` and `facts` give the delegate what it paints."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts: ProvisionFacts | None = None
        self._all: list[OutlineRow] = []
        self._shown: list[OutlineRow] = []
        self._row_of: dict[str, int] = {}
        self._filter = Filter.ALL
        self._numbers: dict[Filter, int] = dict.fromkeys(Filter, 0)
        self._provisions: frozenset[str] = frozenset()
        self._number_of: dict[str, int] = {}

    @property
    def filter(self) -> Filter:
        return self._filter

    def show(self, composition: Composition, facts: ProvisionFacts) -> None:
        """Show another session."""
        self.facts = facts
        self._read(composition)
        self._refilter()

    def follow(self, composition: Composition, change: SessionChange) -> None:
        """Show what an action changed; `facts` have followed already."""
        if change.places_changed or change.changes_table("provisions"):
            self._read(composition)
            self._refilter()
        elif self._filter is Filter.CONFLICTS:
            self._refilter()
        else:
            changed = self.facts.changed if self.facts else ()
            self._repaint(sorted(self._row_of[each] for each in changed if each in self._row_of))

    def set_filter(self, chosen: Filter) -> None:
        self._filter = chosen
        self._refilter()

    def counts(self) -> dict[Filter, int]:
        """How many provisions each filter would show."""
        in_conflict = self.facts.provisions_in_conflict if self.facts else frozenset()
        return {**self._numbers, Filter.CONFLICTS: len(in_conflict & self._provisions)}

    def row(self, index: Index) -> OutlineRow:
        return self._shown[index.row()]

    def index_of(self, provision: str) -> QModelIndex:
        """The index of a provision, invalid if it is not shown."""
        number = self._row_of.get(provision)
        return self.index(number) if number is not None else QModelIndex()

    def place_of(self, provision: str) -> tuple[int, int]:
        """Which of how many provisions it is; 0 if it is none."""
        return self._number_of.get(provision, 0), self._numbers[Filter.ALL]

    def in_conflict(self, row: OutlineRow) -> bool:
        return self.facts is not None and self.facts.is_in_conflict(row.provision)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.label} {row.words}".strip()
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._in_words(row)
        return None

    def _in_words(self, row: OutlineRow) -> str:
        if row.folded:
            return self.tr("%n paragraph(s) without a number: {words}", "", row.folded).format(
                words=row.words
            )
        if row.kind is ProvisionKind.HEADING or self.facts is None:
            return row.words
        number = self.facts.number_at(row.provision)
        parts = [
            f"{row.label} {row.beginning}".strip(),
            self.tr("%n proposal(s)", "", number),
            status_words(row.status),
        ]
        if self.in_conflict(row):
            parts.append(self.tr("in conflict"))
        return " · ".join(parts)

    def _repaint(self, numbers: Sequence[int]) -> None:
        if len(numbers) > _MANY:
            numbers = [numbers[0], numbers[-1]]
            self.dataChanged.emit(*(self.createIndex(number, 0) for number in numbers))
            return
        for number in numbers:
            self.dataChanged.emit(self.createIndex(number, 0), self.createIndex(number, 0))

    def _read(self, composition: Composition) -> None:
        self._all = outline_rows(composition)
        provisions = [row for row in self._all if row.kind is ProvisionKind.PROVISION]
        self._provisions = frozenset(row.provision for row in provisions)
        self._number_of = {row.provision: n for n, row in enumerate(provisions, start=1)}
        for each in (Filter.ALL, Filter.OPEN, Filter.AGREED):
            self._numbers[each] = sum(self._passes(row, each) for row in provisions)

    def _refilter(self) -> None:
        self.beginResetModel()
        if self._filter is Filter.ALL:
            self._shown = self._all
        else:
            self._shown = [
                row
                for row in self._all
                if row.kind is ProvisionKind.PROVISION and self._passes(row, self._filter)
            ]
        self._row_of = {row.provision: number for number, row in enumerate(self._shown)}
        self.endResetModel()

    def _passes(self, row: OutlineRow, chosen: Filter) -> bool:
        match chosen:
            case Filter.ALL:
                return True
            case Filter.OPEN:
                return is_open(row)
            case Filter.AGREED:
                return is_agreed(row)
            case Filter.CONFLICTS:
                return self.in_conflict(row)
