"""A proposal on the provision in hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.commands.switching import Decide
from editor.ui.proposals.card_context import CardContext
from editor.ui.proposals.chips import Chips
from editor.ui.proposals.codes import codes_of
from editor.ui.proposals.kind_words import asleep_words, kind_words, state_words
from editor.ui.proposals.proposal_menu import (
    ProposalAsks,
    fill_proposal_menu,
    fill_recurring_menu,
)
from editor.ui.proposals.rank_words import ranks_told
from editor.ui.proposals.reading_words import guess_words, read_from
from editor.ui.proposals.sheet import ProposalCardFacts
from editor.ui.proposals.switch_button import SwitchButton
from editor.ui.proposals.words import plain
from editor.ui.proposals.words_label import WordsLabel

_MOST_REASONS = 3


class ProposalCard(QFrame):
    """Shows the facts it is given; used again for another proposal."""

    command_asked = Signal(object)
    position_asked = Signal(str)
    """The id of a proposal on which a position is to be recorded."""
    amendment_asked = Signal(str)
    """The id of a proposal whose words are to be amended."""
    correction_asked = Signal(str)
    """The id of a proposal that was misread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._facts: ProposalCardFacts | None = None
        self._context: CardContext | None = None
        self._who = QLabel()
        self._who.setTextFormat(Qt.TextFormat.RichText)
        self._who.setWordWrap(True)
        self.recurs = QPushButton()
        self.recurs.setObjectName("link")
        self.switch = SwitchButton()
        self.menu_button = QToolButton()
        self._kind = QLabel()
        self._kind.setObjectName("cardTitle")
        self._kind.setWordWrap(True)
        self._words = WordsLabel()
        self._chips = Chips()
        self._guess = QLabel()
        self._guess.setObjectName("guess")
        self._guess.setWordWrap(True)
        self._guess.setTextFormat(Qt.TextFormat.PlainText)
        self._state = QLabel()
        self._state.setObjectName("cardText")
        self._state.setWordWrap(True)
        self._reasons = QLabel()
        self._reasons.setObjectName("reason")
        self._reasons.setWordWrap(True)
        self._reasons.setTextFormat(Qt.TextFormat.PlainText)
        self._fill()

    @property
    def amendment(self) -> str:
        return self._facts.amendment.id if self._facts else ""

    @property
    def first_control(self) -> QWidget:
        """Where the focus goes."""
        return self.menu_button if self.switch.isHidden() else self.switch

    @property
    def guess_shown(self) -> str:
        """What the card says of a guess; "" for none."""
        return self._guess.text()

    @property
    def state_shown(self) -> str:
        """What the card says of how the proposal stands; "" for nothing."""
        return self._state.text()

    def show_facts(self, facts: ProposalCardFacts, context: CardContext) -> None:
        """Show a proposal; only what differs from what is shown is written again."""
        before, self._facts = self._facts, facts
        restyled = self._context is None or self._context.formats is not context.formats
        self._context = context
        self.switch.theme = context.theme
        self.switch.show_state(facts.included, facts.decided)
        if before == facts and not restyled:
            return
        self._words.show_words(facts.words, context.formats, context.theme)
        self._words.setVisible(bool(facts.words))
        self._words.setToolTip(read_from(facts.amendment))
        if restyled or before is None or before.amendment != facts.amendment:
            self._show_amendment(facts, context)
        self._chips.show_stances(facts.positions, context.session, context.theme)
        self._show_state(facts, context)

    def show_lit(self, lit: bool) -> None:
        """Let the card stand out, or not: it is the one somebody was led to."""
        if lit is not bool(self.property("lit")):
            self.setProperty("lit", lit)
            self.style().unpolish(self)
            self.style().polish(self)

    def _show_amendment(self, facts: ProposalCardFacts, context: CardContext) -> None:
        amendment = facts.amendment
        self._who.setText(context.codes(amendment.sponsors))
        self._who.setToolTip(context.names(amendment.sponsors))
        kind = kind_words(context.session, amendment)
        self._kind.setText(kind)
        self._kind.setVisible(bool(kind))
        self.recurs.setText(self.tr("also in %n other provision(s)", "", facts.recurs))
        self.recurs.setVisible(facts.recurs > 0)
        guess = guess_words(amendment)
        self._guess.setText(guess)
        self._guess.setVisible(bool(guess))
        reasons = facts.reasons[:_MOST_REASONS]
        if len(facts.reasons) > _MOST_REASONS:
            reasons = (
                *reasons,
                self.tr("and {n} more").format(n=len(facts.reasons) - len(reasons)),
            )
        self._reasons.setText("\n".join(reasons))
        self._reasons.setToolTip("\n\n".join(facts.reasons))
        self._reasons.setVisible(bool(reasons))
        words = self.tr("Proposal of {names}: {words}").format(
            names=context.names(amendment.sponsors), words=f"{kind} {plain(facts.words)}".strip()
        )
        self.setAccessibleName(words)
        self.switch.setAccessibleDescription(words)

    def _show_state(self, facts: ProposalCardFacts, context: CardContext) -> None:
        said = list(ranks_told(context.session, facts.amendment))
        if facts.is_set_aside:
            said.append(state_words(facts.amendment.state).capitalize())
        if facts.asleep:
            said.append(asleep_words(facts.asleep))
        if facts.amended_by:
            codes = codes_of(context.session, facts.amended_by, ", ")
            said.append(self.tr("Amended by {codes}").format(codes=codes))
        if facts.amendment.is_new:
            said.append(self.tr("New in the latest submission"))
        self._state.setText(" · ".join(said))
        self._state.setVisible(bool(said))
        self.switch.setVisible(facts.amendment.state is AmendmentState.PROPOSED)

    def _flip(self) -> None:
        """In if it is out, out if it is in: by following the layers if they say so anyway."""
        facts = self._facts
        if facts is None:
            return
        wanted = not facts.included
        follow = facts.decided is not None and facts.layers_say is wanted
        self.command_asked.emit(Decide((facts.amendment.id,), None if follow else wanted))

    def _fill_menu(self, menu: QMenu) -> None:
        if self._facts is not None and self._context is not None:
            fill_proposal_menu(
                menu,
                self._facts,
                self._context,
                ProposalAsks(
                    self.command_asked.emit,
                    self.position_asked.emit,
                    self.amendment_asked.emit,
                    self.correction_asked.emit,
                ),
            )

    def _fill_recurring(self, menu: QMenu) -> None:
        if self._facts is not None and self._context is not None:
            fill_recurring_menu(menu, self._facts, self._context.session, self.command_asked.emit)

    def _fill(self) -> None:
        self.switch.clicked.connect(self._flip)
        menu, everywhere = QMenu(self.menu_button), QMenu(self.recurs)
        menu.aboutToShow.connect(lambda: self._fill_menu(menu))
        everywhere.aboutToShow.connect(lambda: self._fill_recurring(everywhere))
        self.menu_button.setText("⋯")
        self.menu_button.setAccessibleName(self.tr("What else can be done with the proposal"))
        self.menu_button.setToolTip(
            self.tr("Positions, amendments, alternatives, split, park, withdraw")
        )
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(menu)
        self.recurs.setMenu(everywhere)
        self.recurs.setToolTip(self.tr("The same wish elsewhere: decide once"))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._who, 1)
        head.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 9)
        layout.setSpacing(3)
        layout.addLayout(head)
        for widget in (
            self.recurs,
            self._kind,
            self._words,
            self._chips,
            self._guess,
            self._state,
            self._reasons,
        ):
            layout.addWidget(widget)
