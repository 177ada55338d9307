"""The panel on the right, above: layers under their groups."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor.app.workspace import SessionChange
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.session import Session
from editor.ui.colours import Theme
from editor.ui.facts.layer_facts import LayerFacts
from editor.ui.layers.layers_delegate import LayersDelegate
from editor.ui.layers.layers_list import LayersList
from editor.ui.layers.layers_model import LayersModel


class LayersPanel(QWidget):
    """Shows who is switched on; asks for changes and follows them."""

    switch_asked = Signal(tuple, bool)
    solo_changed = Signal(str)
    menu_asked = Signal(str, QPoint)
    import_asked = Signal(str, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Layers"))
        self.model = LayersModel(self)
        self._delegate = LayersDelegate(self.model, self)
        self.list = LayersList(self.model)
        self.list.setItemDelegate(self._delegate)
        self._number = QLabel()
        self._number.setObjectName("panelCount")
        self._empty = QLabel(
            self.tr("No delegation yet. Import a compilation, or add a delegation in the menu.")
        )
        self._empty.setObjectName("hint")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(15, 10, 15, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_head())
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.model.switch_asked.connect(self.switch_asked)
        self.list.solo_asked.connect(self.toggle_solo)
        self.list.menu_asked.connect(self.menu_asked)
        self.list.import_asked.connect(self.import_asked)

    @property
    def solo(self) -> str:
        return self._delegate.solo

    def show_session(self, session: Session, facts: LayerFacts) -> None:
        self.model.show(session, facts)
        if self.solo:
            self.toggle_solo(self.solo)
        self._show_number(session)

    def follow(self, session: Session, change: SessionChange) -> None:
        """Show what an action changed, keeping the row in hand."""
        number = self.list.currentIndex().row()
        row = self.model.row(self.list.currentIndex()) if number >= 0 else None
        self.model.follow(session, change)
        if row is not None and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index_like(row, number))
        if self.solo and self.solo not in session.delegations:
            self.toggle_solo(self.solo)
        if change.changes_table("delegations") or not change.patch:
            self._show_number(session)

    def toggle_solo(self, delegation: str) -> None:
        """Let one delegation stand out, or all again."""
        self._delegate.solo = "" if self._delegate.solo == delegation else delegation
        self.list.viewport().update()
        self.solo_changed.emit(self._delegate.solo)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.list.viewport().update()

    def _switch_all(self, on: bool) -> None:
        session = self.model.session
        if session is not None:
            self.switch_asked.emit(tuple(d for d in session.delegations if d != CHAIR_ID), on)

    def _show_number(self, session: Session) -> None:
        number = sum(each != CHAIR_ID for each in session.delegations)
        self._number.setText(self.tr("%n DELEGATION(S)", "", number))
        self._empty.setVisible(number == 0)

    def _make_head(self) -> QHBoxLayout:
        title = QLabel(self.tr("LAYERS"))
        title.setObjectName("panelTitle")
        head = QHBoxLayout()
        head.setContentsMargins(15, 10, 12, 6)
        head.setSpacing(4)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self._number)
        for text, words, on in (
            (self.tr("All on"), self.tr("Switch all layers on"), True),
            (self.tr("All off"), self.tr("Switch all layers off: the page is the base"), False),
        ):
            button = QToolButton()
            button.setObjectName("pill")
            button.setText(text)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, wanted=on: self._switch_all(wanted))
            head.addWidget(button)
        return head
