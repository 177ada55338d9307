"""The panel on the left: the text with filters."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.app.workspace import SessionChange
from editor.negotiation.composition import Composition
from editor.ui.colours import Theme
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.outline.outline_delegate import OutlineDelegate
from editor.ui.outline.outline_model import OutlineModel
from editor.ui.outline.rows import Filter
from editor.ui.uniform_list import UniformList


class OutlinePanel(QWidget):
    """Shows the provisions; choosing one asks the page to go there."""

    provision_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Text"))
        self.setMinimumWidth(180)
        self.model = OutlineModel(self)
        self._delegate = OutlineDelegate(self.model, self)
        self._number = QLabel()
        self._number.setObjectName("panelCount")
        self._buttons: dict[Filter, QToolButton] = {}
        self.list = self._make_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_head())
        layout.addLayout(self._make_filters())
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def show_session(self, composition: Composition, facts: ProvisionFacts) -> None:
        self.model.show(composition, facts)
        self._show_counts()

    def follow(self, composition: Composition, change: SessionChange) -> None:
        """Show what an action changed."""
        self.model.follow(composition, change)
        self._show_counts()
        self._select(self._delegate.in_hand)

    def set_in_hand(self, provision: str) -> None:
        """Light the provision in hand, and bring it into view."""
        self._delegate.in_hand = provision
        self._select(provision)
        self.list.viewport().update()

    def set_filter(self, chosen: Filter) -> None:
        self._buttons[chosen].setChecked(True)
        self.model.set_filter(chosen)
        self._select(self._delegate.in_hand)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.list.viewport().update()

    def _select(self, provision: str) -> None:
        index = self.model.index_of(provision)
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        provision = self.model.row(index).provision
        if provision != self._delegate.in_hand:
            self.provision_chosen.emit(provision)

    def _moved_by_keys(self, index: QModelIndex) -> None:
        if index.isValid() and self.list.hasFocus():
            self._choose(index)

    def _show_counts(self) -> None:
        counts = self.model.counts()
        self._number.setText(str(counts[Filter.ALL]))
        for each, button in self._buttons.items():
            words = self._filter_words(each)
            button.setText(words if each is Filter.ALL else f"{words} {counts[each]}")

    def _filter_words(self, chosen: Filter) -> str:
        return {
            Filter.ALL: self.tr("All"),
            Filter.OPEN: self.tr("Open"),
            Filter.CONFLICTS: self.tr("Conflicts"),
            Filter.AGREED: self.tr("Agreed"),
        }[chosen]

    def _filter_tip(self, chosen: Filter) -> str:
        return {
            Filter.ALL: self.tr("Show all provisions"),
            Filter.OPEN: self.tr("Show provisions that are not agreed"),
            Filter.CONFLICTS: self.tr("Show provisions with an open conflict"),
            Filter.AGREED: self.tr("Show provisions that are agreed"),
        }[chosen]

    def _make_head(self) -> QHBoxLayout:
        title = QLabel(self.tr("TEXT"))
        title.setObjectName("panelTitle")
        head = QHBoxLayout()
        head.setContentsMargins(15, 12, 15, 6)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self._number)
        return head

    def _make_filters(self) -> QHBoxLayout:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 4, 8)
        row.setSpacing(3)
        for each in Filter:
            button = QToolButton()
            button.setObjectName("filter")
            button.setCheckable(True)
            button.setChecked(each is Filter.ALL)
            button.setText(self._filter_words(each))
            button.setAccessibleName(self.tr("Show: {what}").format(what=self._filter_words(each)))
            button.setToolTip(self._filter_tip(each))
            button.clicked.connect(lambda _=False, chosen=each: self.set_filter(chosen))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[each] = button
        row.addStretch()
        return row

    def _make_list(self) -> UniformList:
        view = UniformList()
        view.setAccessibleName(self.tr("Provisions"))
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        view.selectionModel().currentChanged.connect(self._moved_by_keys)
        return view
