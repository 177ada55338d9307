"""The panel on the right, below: what is proposed on the provision in hand."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.app.workspace import SessionChange, Workspace
from editor.negotiation.provision import ProvisionKind
from editor.ui.action_tip import with_key
from editor.ui.actions import Actions
from editor.ui.colours import LIGHT, Theme
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.page.decoration import status_words
from editor.ui.page.formats import Formats, colours_of
from editor.ui.proposals.card_column import CardColumn
from editor.ui.proposals.card_context import CardContext
from editor.ui.proposals.conflict_card import ConflictCard
from editor.ui.proposals.decision_words import sleeping_words
from editor.ui.proposals.drafts import Drafts
from editor.ui.proposals.hint_list import HintList
from editor.ui.proposals.order_card import OrderCard
from editor.ui.proposals.proposal_card import ProposalCard
from editor.ui.proposals.sheet import Sheet, sheet_of
from editor.ui.proposals.sleeping_list import SleepingList

_MOST_CARDS, _ALL = 40, 1_000_000


class ProposalsPanel(QWidget):
    """Cards are used again from provision to provision, and written only where they differ."""

    command_asked = Signal(object)
    position_asked = Signal(str)
    amendment_asked = Signal(str)
    correction_asked = Signal(str)
    status_asked = Signal()
    words_asked = Signal(str, int, int)
    """A provision, and a stretch of its composed text."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
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
        self._title.setWordWrap(True)
        self._number = QLabel()
        self._number.setObjectName("panelCount")
        self._set_status = actions.set_status
        self._set_status.changed.connect(self._show_status_tip)
        self.status = QToolButton()
        self.status.setObjectName("pill")
        self.status.clicked.connect(self.status_asked)
        self._pending = QLabel()
        self._pending.setObjectName("cardText")
        self._pending.setWordWrap(True)
        self._drafts = Drafts()
        self._conflicts = CardColumn(self._conflict_card, ConflictCard.show_facts)
        self._orders = CardColumn(self._order_card, OrderCard.show_facts)
        self._proposals = CardColumn(self._proposal_card, ProposalCard.show_facts)
        self._asides = CardColumn(self._proposal_card, ProposalCard.show_facts)
        self.conflicts, self.orders = self._conflicts.cards, self._orders.cards
        self.proposals, self.asides = self._proposals.cards, self._asides.cards
        self.hints = HintList(actions.next_hint)
        self.hints.place_asked.connect(
            lambda start, end: self.words_asked.emit(self._provision, start, end)
        )
        self._remarks = QLabel()
        self._remarks.setObjectName("reason")
        self._remarks.setWordWrap(True)
        self._remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.sleeping = SleepingList("reason")
        self.sleeping.command_asked.connect(self.command_asked)
        self._empty = QLabel()
        self._empty.setObjectName("hint")
        self._empty.setWordWrap(True)
        self.more, self.show_asides = QPushButton(), QPushButton()
        self.cards = QScrollArea()
        self._lay_out()

    def show_session(self, workspace: Workspace, facts: ProvisionFacts) -> None:
        """Show another session; the provision follows."""
        if workspace is not self._workspace:
            self._drafts.clear()
        self._workspace, self._facts, self._formats = workspace, facts, None
        self._refresh()

    def show_provision(self, provision: str) -> None:
        """Show what is proposed on `provision`."""
        self._provision = provision
        self._most, self._asides_shown = _MOST_CARDS, False
        self._light(None)
        self._refresh()
        self.cards.verticalScrollBar().setValue(0)
        shown = [each for each in self.conflicts if not each.isHidden()]
        first_open = next((each for each in shown if each.is_open), None)
        if first_open is not None and first_open is not shown[0]:
            self._bring_into_sight(first_open)

    def show_proposal(self, amendment: str) -> None:
        """Bring the card of a proposal on the provision in hand into sight."""
        if self._card_of(amendment) is None:
            self._most, self._asides_shown = _ALL, True
            self._refresh()
        card = self._card_of(amendment)
        if card is not None:
            self._light(card)
            self._bring_into_sight(card)

    def follow(self, change: SessionChange) -> None:
        """Show what an action changed, if it touched the provision in hand."""
        if change.changes_table("delegations") and self._colours_changed():
            self._formats = None
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme, self._formats = theme, None
        self._refresh()

    def take_focus(self) -> None:
        """Put the focus on the first card, that of an open conflict if there is one, or on the
        status where there is no card; headings have none."""
        conflicts = [each for each in self.conflicts if not each.isHidden()]
        conflicts.sort(key=lambda each: not each.is_open)
        orders = [each for each in self.orders if not each.isHidden()]
        proposals = [each for each in self.proposals if not each.isHidden()]
        cards: list[ConflictCard | OrderCard | ProposalCard] = [*conflicts, *orders, *proposals]
        fallback = self.cards if self.status.isHidden() else self.status
        control: QWidget = cards[0].first_control if cards else fallback
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bring_into_sight(control)

    def step(self, by: int) -> None:
        """Move the insertion in hand earlier or later."""
        any(card.step(by) for card in self.orders if not card.isHidden())

    def _bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a card, or to a part of one; nothing has a place before it is laid out."""
        QTimer.singleShot(0, widget, lambda: self.cards.ensureWidgetVisible(widget))

    def _card_of(self, amendment: str) -> ProposalCard | None:
        cards = (c for c in (*self.proposals, *self.asides) if not c.isHidden())
        return next((each for each in cards if each.amendment == amendment), None)

    def _light(self, lit: ProposalCard | None) -> None:
        for card in (*self.proposals, *self.asides):
            card.show_lit(card is lit)

    def _colours_changed(self) -> bool:
        assert self._workspace is not None
        return self._colours != _colours(self._workspace)

    def _refresh(self) -> None:
        if self._workspace is None or self._facts is None:
            return
        session = self._workspace.session
        if self._formats is None:
            self._formats = Formats(self._theme, colours_of(session.delegations))
            self._colours = _colours(self._workspace)
        context = CardContext(
            session, self._theme, self._formats, self._workspace.composition.index
        )
        sheet = sheet_of(self._workspace.composition, self._facts, self._provision)
        self._drafts.show([each.conflict for each in sheet.conflicts])
        self._show_head(sheet)
        self._conflicts.show(sheet.conflicts, context)
        self._orders.show(sheet.orders, context)
        self._proposals.show(sheet.proposals[: self._most], context)
        self._asides.show(sheet.set_aside if self._asides_shown else (), context)
        self._show_foot(sheet)
        self._show_sleeping(sheet, context)

    def _conflict_card(self) -> ConflictCard:
        card = ConflictCard(self._drafts)
        card.command_asked.connect(self.command_asked)
        card.writing_begun.connect(lambda: self._bring_into_sight(card.editor))
        return card

    def _order_card(self) -> OrderCard:
        card = OrderCard()
        card.command_asked.connect(self.command_asked)
        return card

    def _proposal_card(self) -> ProposalCard:
        card = ProposalCard()
        card.command_asked.connect(self.command_asked)
        card.position_asked.connect(self.position_asked)
        card.amendment_asked.connect(self.amendment_asked)
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
        if sheet.hints:
            words += " · " + self.tr("%n HINT(S)", "", len(sheet.hints))
        self._number.setText(words)
        has_status = row is not None and row.kind is ProvisionKind.PROVISION
        self.status.setVisible(has_status)
        pending = self._codes(row.pending_on) if row and has_status else ""
        self._pending.setText(pending)
        if row is not None and has_status:
            status = status_words(row.status)
            self.status.setText(f"{status}: ▾" if pending else f"{status} ▾")
            words = self.tr("Status: {status}; press to change").format(
                status=f"{status}: {pending}" if pending else status
            )
            self.status.setAccessibleName(words)
            self._show_status_tip()

    def _show_status_tip(self) -> None:
        self.status.setToolTip(with_key(self.status.accessibleName(), self._set_status))

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
        self.hints.show_hints(sheet.hints)
        self._remarks.setText("\n".join(sheet.remarks))
        self._remarks.setVisible(bool(sheet.remarks))
        self._empty.setVisible(not (sheet.proposals or sheet.set_aside or sheet.remarks))
        self._empty.setText(
            self.tr(
                "Nobody has proposed anything here. Choose who is speaking and type on the page."
            )
        )

    def _show_sleeping(self, sheet: Sheet, context: CardContext) -> None:
        self.sleeping.show_rulings(
            [(each.ruling.id, sleeping_words(context, each)) for each in sheet.sleeping]
        )

    def _show_all(self) -> None:
        self._most = _ALL
        self._refresh()

    def _flip_asides(self) -> None:
        self._asides_shown = not self._asides_shown
        self._refresh()

    def _lay_out(self) -> None:
        for button, slot in ((self.more, self._show_all), (self.show_asides, self._flip_asides)):
            button.setObjectName("link")
            button.clicked.connect(slot)
        head = QGridLayout()
        head.setContentsMargins(15, 10, 15, 4)
        head.setHorizontalSpacing(10)
        head.setVerticalSpacing(5)
        head.setColumnStretch(1, 1)
        head.addWidget(self._title, 0, 0, 1, 2)
        head.addWidget(self._number, 0, 2, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.status, 1, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._pending, 1, 1, 1, 2)
        cards = QWidget()
        cards.setObjectName("cards")
        column = QVBoxLayout(cards)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(9)
        column.addWidget(self.sleeping)
        for cards_of_a_kind in (self._conflicts, self._orders, self._proposals):
            column.addLayout(cards_of_a_kind.layout)
        column.addWidget(self.more)
        column.addWidget(self.hints)
        column.addWidget(self._remarks)
        column.addWidget(self.show_asides)
        column.addLayout(self._asides.layout)
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


def _colours(workspace: Workspace) -> list[tuple[str, int | None, str]]:
    return [(d.id, d.colour, d.code) for d in workspace.session.delegations.values()]
