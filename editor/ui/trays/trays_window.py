"""The trays: what was not understood, what is asleep, what is parked."""

from collections.abc import Callable
from math import inf

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.commands.proposing import SetState
from editor.negotiation.composition import Composition
from editor.negotiation.session import Session
from editor.ui.list_rows import show_rows
from editor.ui.proposals.kind_words import asleep_words, label_of
from editor.ui.trays.contents import Tray, TrayItem, tray_items
from editor.ui.trays.unread_words import unread_words

_ITEM = Qt.ItemDataRole.UserRole


class TraysWindow(QDialog):
    """Beside the desk, not in its way: choosing an item goes to its provision."""

    provision_chosen = Signal(str)
    command_asked = Signal(object)
    proposal_asked = Signal(str)
    position_asked = Signal(str)
    """The id of an item that is to become a proposal or a position."""
    notes_asked = Signal(object)
    dismissal_asked = Signal(object)
    """The ids of items that are to become notes, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set aside"))
        self.setModal(False)
        self.resize(860, 460)
        self._composition: Composition | None = None
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self.lists: dict[Tray, QTreeWidget] = {}
        self._empty: dict[Tray, QLabel] = {}
        self._buttons: dict[Tray, list[tuple[QPushButton, float]]] = {tray: [] for tray in Tray}
        """With how many rows, at most, each can be pressed."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._tabs)
        for tray in Tray:
            self._tabs.addTab(self._make_tab(tray), self._title(tray, 0))

    def show_contents(self, composition: Composition) -> None:
        """Show what is in the trays now."""
        self._composition = composition
        for number, (tray, items) in enumerate(tray_items(composition).items()):
            self._tabs.setTabText(number, self._title(tray, len(items)))
            view = self.lists[tray]
            show_rows(view, [self._row(tray, each, composition.session) for each in items])
            view.setVisible(bool(items))
            self._show_ready(tray)
            self._empty[tray].setVisible(not items)

    def _row(self, tray: Tray, item: TrayItem, session: Session) -> QTreeWidgetItem:
        where = label_of(session, item.provision) if item.provision else "—"
        why = {
            Tray.UNREAD: unread_words(item.why),
            Tray.ASLEEP: asleep_words(item.why),
            Tray.PARKED: "",
        }[tray]
        if item.line:
            why = self.tr("{why} (line {line})").format(why=why, line=item.line)
        row = QTreeWidgetItem([where, item.words, why])
        row.setData(0, _ITEM, (item.id, item.provision))
        if not item.provision:
            row.setToolTip(
                0, self.tr("It names no provision; what is said of it goes to the one in hand")
            )
        row.setToolTip(1, item.words)
        row.setToolTip(2, why)
        return row

    def _go(self, row: QTreeWidgetItem) -> None:
        _, provision = row.data(0, _ITEM)
        if provision:
            self.provision_chosen.emit(provision)

    def _bring_back(self) -> None:
        self.command_asked.emit(SetState(self._chosen(Tray.PARKED), AmendmentState.PROPOSED))

    def _chosen(self, tray: Tray) -> tuple[str, ...]:
        """The ids of the selected items, in the order of the list."""
        view = self.lists[tray]
        rows = sorted(view.selectedItems(), key=view.indexOfTopLevelItem)
        return tuple(row.data(0, _ITEM)[0] for row in rows)

    def _show_ready(self, tray: Tray) -> None:
        number = len(self.lists[tray].selectedItems())
        for button, most in self._buttons[tray]:
            button.setEnabled(0 < number <= most)

    def _title(self, tray: Tray, number: int) -> str:
        words = {
            Tray.UNREAD: self.tr("Not understood"),
            Tray.ASLEEP: self.tr("Asleep"),
            Tray.PARKED: self.tr("Parked"),
        }[tray]
        return f"{words} {number}" if number else words

    def _make_tab(self, tray: Tray) -> QWidget:
        tab = QWidget()
        layout = QVBoxLayout(tab)
        layout.setContentsMargins(0, 10, 0, 0)
        about = QLabel(
            {
                Tray.UNREAD: self.tr(
                    "Words of an imported document that could not be read as a proposal, a "
                    "position or a note. Nothing of a document is thrown away."
                ),
                Tray.ASLEEP: self.tr(
                    "Proposals that are included but have nothing to work on at present."
                ),
                Tray.PARKED: self.tr("Proposals that were set aside for later."),
            }[tray]
        )
        about.setObjectName("hint")
        about.setWordWrap(True)
        layout.addWidget(about)
        view = QTreeWidget()
        view.setHeaderLabels([self.tr("Provision"), self.tr("Words"), self.tr("Why")])
        view.setRootIsDecorated(False)
        view.setAccessibleName(self._title(tray, 0))
        view.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        view.setColumnWidth(0, 90)
        view.setColumnWidth(1, 330)
        view.itemSelectionChanged.connect(lambda: self._show_ready(tray))
        view.itemClicked.connect(self._go)
        view.itemActivated.connect(self._go)
        self.lists[tray] = view
        layout.addWidget(view, 1)
        self._empty[tray] = QLabel(self.tr("Nothing is here."))
        self._empty[tray].setObjectName("hint")
        layout.addWidget(self._empty[tray], 1)
        layout.addLayout(self._make_foot(tray))
        return tab

    def _make_foot(self, tray: Tray) -> QHBoxLayout:
        """What can be done with the items of a tray."""
        offered: dict[Tray, list[tuple[str, Callable[[], None], float]]] = {
            Tray.UNREAD: [
                (self.tr("It Is a Proposal…"), lambda: self._ask_one(self.proposal_asked), 1),
                (self.tr("It Is a Position…"), lambda: self._ask_one(self.position_asked), 1),
                (self.tr("It Is a Note"), lambda: self._ask_all(self.notes_asked), inf),
                (self.tr("Nothing to Do"), lambda: self._ask_all(self.dismissal_asked), inf),
            ],
            Tray.ASLEEP: [],
            Tray.PARKED: [(self.tr("Bring Back"), self._bring_back, inf)],
        }
        foot = QHBoxLayout()
        foot.addStretch()
        for words, act, most in offered[tray]:
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            foot.addWidget(button)
            self._buttons[tray].append((button, most))
        return foot

    def _ask_one(self, signal: SignalInstance) -> None:
        """Of the only selected item: a dialog is about one."""
        [item] = self._chosen(Tray.UNREAD)
        signal.emit(item)

    def _ask_all(self, signal: SignalInstance) -> None:
        signal.emit(self._chosen(Tray.UNREAD))
