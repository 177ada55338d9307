"""The panel on the right, below: what is proposed on the provision in hand."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.app.workspace import SessionChange, Workspace
from editor.ui.colours import LIGHT, Theme
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.page.decoration import status_words
from editor.ui.page.formats import Formats
from editor.ui.proposals.card_context import CardContext
from editor.ui.proposals.conflict_card import ConflictCard
from editor.ui.proposals.order_card import OrderCard
from editor.ui.proposals.proposal_card import ProposalCard
from editor.ui.proposals.sheet import Sheet, sheet_of

_MOST_CARDS = 40
_Card = TypeVar("_Card", bound=QWidget)


class ProposalsPanel(QWidget):
    """Cards are used again from provision to provision, and written only where they differ."""

    command_asked = Signal(object)
    position_asked = Signal(str)
    correction_asked = Signal(str)
    status_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Proposals on the provision in hand"))
        self._workspace: Workspace | None = None
        self._facts: ProvisionFacts | None = None
        self._theme = LIGHT
        self._formats: Formats | None = None
        self._provision = ""
        self._most = _MOST_CARDS
        self._asides_shown = False
        self._title = QLabel()
        self._title.setObjectName("panelTitle")
        self._number = QLabel()
        self._number.setObjectName("panelCount")
        self.status = QToolButton()
        self.status.setObjectName("pill")
        self.status.clicked.connect(self.status_asked)
        self.conflicts: list[ConflictCard] = []
        self.orders: list[OrderCard] = []
        self.proposals: list[ProposalCard] = []
        self.asides: list[ProposalCard] = []
        self._conflict_place, self._order_place = _column(), _column()
        self._proposal_place, self._aside_place = _column(), _column()
        self._remarks = QLabel()
        self._remarks.setObjectName("reason")
        self._remarks.setWordWrap(True)
        self._remarks.setTextFormat(Qt.TextFormat.PlainText)
        self._empty = QLabel()
        self._empty.setObjectName("hint")
        self._empty.setWordWrap(True)
        self.more, self.show_asides = QPushButton(), QPushButton()
        self.cards = QScrollArea()
        self._lay_out()

    def show_session(self, workspace: Workspace, facts: ProvisionFacts) -> None:
        """Show another session; the provision follows."""
        self._workspace, self._facts, self._formats = workspace, facts, None
        self._refresh()

    def show_provision(self, provision: str) -> None:
        """Show what is proposed on `provision`."""
        self._provision = provision
        self._most, self._asides_shown = _MOST_CARDS, False
        self._refresh()
        self.cards.verticalScrollBar().setValue(0)

    def follow(self, change: SessionChange) -> None:
        """Show what an action changed, if it touched the provision in hand."""
        if change.changes_table("delegations") and self._colours_changed():
            self._formats = None
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme, self._formats = theme, None
        self._refresh()

    def take_focus(self) -> None:
        """Put the focus on the first card, or on the status where there is none."""
        cards = [c for c in (*self.conflicts, *self.proposals) if not c.isHidden()]
        first = cards[0].nextInFocusChain() if cards else None
        (first or self.status).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Move the insertion in hand earlier or later."""
        any(card.step(by) for card in self.orders if not card.isHidden())

    def _colours_changed(self) -> bool:
        assert self._workspace is not None
        return self._colours != _colours(self._workspace)

    def _refresh(self) -> None:
        if self._workspace is None or self._facts is None:
            return
        session = self._workspace.session
        if self._formats is None:
            self._formats = Formats(self._theme, session.delegations)
            self._colours = _colours(self._workspace)
        context = CardContext(session, self._theme, self._formats)
        sheet = sheet_of(self._workspace.composition, self._facts, self._provision)
        self._show_head(sheet)
        show = self._show_cards
        show(self.conflicts, self._conflict_place, ConflictCard, sheet.conflicts, context)
        show(self.orders, self._order_place, OrderCard, sheet.orders, context)
        proposals = sheet.proposals[: self._most]
        show(self.proposals, self._proposal_place, self._proposal_card, proposals, context)
        asides = sheet.set_aside if self._asides_shown else ()
        show(self.asides, self._aside_place, self._proposal_card, asides, context)
        self._show_foot(sheet)

    def _show_cards(
        self,
        cards: list[_Card],
        place: QVBoxLayout,
        make: Callable[[], _Card],
        facts: Sequence[object],
        context: CardContext,
    ) -> None:
        """As many cards as there are facts; the rest are kept for later."""
        while len(cards) < len(facts):
            card = make()
            card.command_asked.connect(self.command_asked)  # type: ignore[attr-defined]
            cards.append(card)
            place.addWidget(card)
        for card, each in zip(cards, facts, strict=False):
            card.show_facts(each, context)  # type: ignore[attr-defined]
            if card.isHidden():
                card.show()
        for card in cards[len(facts) :]:
            if not card.isHidden():
                card.hide()

    def _proposal_card(self) -> ProposalCard:
        card = ProposalCard()
        card.position_asked.connect(self.position_asked)
        card.correction_asked.connect(self.correction_asked)
        return card

    def _show_head(self, sheet: Sheet) -> None:
        assert self._workspace is not None
        row = self._workspace.session.provisions.get(sheet.provision)
        label = row.label if row else ""
        self._title.setText(
            self.tr("PROPOSALS ON {label}").format(label=label) if label else self.tr("PROPOSALS")
        )
        words = str(len(sheet.proposals))
        if sheet.open_conflicts:
            words += " · " + self.tr("%n CONFLICT(S)", "", sheet.open_conflicts)
        self._number.setText(words)
        self.status.setVisible(row is not None)
        if row is not None:
            pending = self._codes(row.pending_on)
            status = status_words(row.status) + (f": {pending}" if pending else "")
            self.status.setText(f"{status} ▾")
            words = self.tr("Status: {status}; press to change (Ctrl+Shift+A)")
            self.status.setToolTip(words.format(status=status))
            self.status.setAccessibleName(words.format(status=status))

    def _codes(self, delegations: tuple[str, ...]) -> str:
        assert self._workspace is not None
        known = self._workspace.session.delegations
        return ", ".join(known[each].code for each in delegations if each in known)

    def _show_foot(self, sheet: Sheet) -> None:
        hidden = len(sheet.proposals) - min(len(sheet.proposals), self._most)
        self.more.setVisible(hidden > 0)
        self.more.setText(self.tr("Show {n} more").format(n=hidden))
        self.show_asides.setVisible(bool(sheet.set_aside))
        words = self.tr("Hide {n} set aside") if self._asides_shown else self.tr("{n} set aside")
        self.show_asides.setText(words.format(n=len(sheet.set_aside)))
        self._remarks.setText("\n".join(sheet.remarks))
        self._remarks.setVisible(bool(sheet.remarks))
        self._empty.setVisible(not (sheet.proposals or sheet.set_aside or sheet.remarks))
        self._empty.setText(
            self.tr(
                "Nobody has proposed anything here. Choose who is speaking and type on the page."
            )
        )

    def _show_all(self) -> None:
        self._most = 1_000_000
        self._refresh()

    def _flip_asides(self) -> None:
        self._asides_shown = not self._asides_shown
        self._refresh()

    def _lay_out(self) -> None:
        for button, slot in ((self.more, self._show_all), (self.show_asides, self._flip_asides)):
            button.setObjectName("link")
            button.clicked.connect(slot)
        head = QHBoxLayout()
        head.setContentsMargins(15, 10, 15, 4)
        head.addWidget(self._title)
        head.addWidget(self.status)
        head.addStretch()
        head.addWidget(self._number)
        cards = QWidget()
        cards.setObjectName("cards")
        column = QVBoxLayout(cards)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(9)
        for place in (self._conflict_place, self._order_place, self._proposal_place):
            column.addLayout(place)
        column.addWidget(self.more)
        column.addWidget(self._remarks)
        column.addWidget(self.show_asides)
        column.addLayout(self._aside_place)
        column.addWidget(self._empty)
        column.addStretch()
        self.cards.setWidget(cards)
        self.cards.setWidgetResizable(True)
        self.cards.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards.setAccessibleName(self.tr("Cards"))
        self.cards.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.cards, 1)
        self.setFocusProxy(self.cards)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(9)
    return column


def _colours(workspace: Workspace) -> list[tuple[str, int | None, str]]:
    return [(d.id, d.colour, d.code) for d in workspace.session.delegations.values()]
