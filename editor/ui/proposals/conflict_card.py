"""A conflict on the provision in hand, with the ways to settle it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from editor.negotiation.commands.ruling_on import Rule, Unrule
from editor.negotiation.conflict import Choice, ConflictKind
from editor.negotiation.ruling import Ruling, RulingKind
from editor.ui.page.spans import Look, Span
from editor.ui.proposals.bridge_editor import BridgeEditor
from editor.ui.proposals.bridge_words import in_place_of, replaced_words
from editor.ui.proposals.card_context import CardContext
from editor.ui.proposals.codes import codes_of, first_of
from editor.ui.proposals.decision_words import kept_words, sleeping_words
from editor.ui.proposals.drafts import Drafts
from editor.ui.proposals.kind_words import conflict_title
from editor.ui.proposals.option_row import OptionRow
from editor.ui.proposals.option_words import contested_labels, option_words, who_wants
from editor.ui.proposals.sheet import ConflictCardFacts, OptionFacts
from editor.ui.proposals.sleeping_list import SleepingList
from editor.ui.proposals.words import plain

_LONGEST_TITLE = 40


class ConflictCard(QFrame):
    """Options as radio buttons: each proposal, the base, all in brackets, the Chair's text.
    Choosing one settles the conflict; until then none is chosen."""

    command_asked = Signal(object)
    writing_begun = Signal()
    """The place for the Chair's text has opened."""

    def __init__(self, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._draft: str | None = None
        self._facts: ConflictCardFacts | None = None
        self._context: CardContext | None = None
        self._title = QLabel()
        self._title.setWordWrap(True)
        self._number = QLabel()
        self._number.setObjectName("cardText")
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._choose)
        self._truncated = QLabel()
        self.sleeping = SleepingList("cardText")
        self.sleeping.command_asked.connect(self.command_asked)
        self._rows: list[OptionRow] = []
        self._options = QVBoxLayout()
        self._options.setSpacing(2)
        self.bracket = QRadioButton()
        self.bridge = QRadioButton()
        self.editor = BridgeEditor()
        self.undo = QPushButton(self.tr("Undo ruling"))
        self._fill()

    @property
    def conflict(self) -> str:
        return self._facts.conflict.id if self._facts else ""

    @property
    def is_open(self) -> bool:
        return self._facts is not None and self._facts.conflict.is_open

    @property
    def radios(self) -> list[QRadioButton]:
        """Those of the options, then of the brackets and of the Chair's text."""
        return [*(row.radio for row in self._rows), self.bracket, self.bridge]

    @property
    def first_control(self) -> QRadioButton:
        """Where the focus goes: what is chosen, else the first option."""
        chosen = (each for each in self.radios if each.isChecked())
        return next(chosen, None) or self._rows[0].radio

    def option(self, number: int) -> QRadioButton:
        """The radio button of an option; the base is the last one."""
        return self._rows[number].radio

    def words_shown(self, number: int) -> str:
        """The words of an option, with the codes of who wants them."""
        return self._rows[number].words

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the card says about the conflict beside its options."""
        truncated = () if self._truncated.isHidden() else (self._truncated.text(),)
        return (*truncated, *self.sleeping.words)

    def show_facts(self, facts: ConflictCardFacts, context: CardContext) -> None:
        """Show a conflict; nothing is done if it looks as before."""
        draft = self._drafts.text_of(facts.conflict)
        same = self._facts == facts and self._draft == draft
        if same and self._context is not None and self._context.formats is context.formats:
            self._context = context
            return
        before = self._facts
        self._facts, self._context, self._draft = facts, context, draft
        is_open = facts.conflict.is_open
        name = "conflictCard" if is_open else "settledCard"
        if name != self.objectName():
            self.setObjectName(name)
            self._title.setObjectName("conflictTitle" if is_open else "cardTitle")
            for widget in (self, self._title):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self._show_title(facts, context)
        self._show_options(facts, context)
        self._show_remarks(facts, context)
        self._show_ruling(facts, keep_editor=before is not None and _same(before, facts))

    def _show_title(self, facts: ConflictCardFacts, context: CardContext) -> None:
        words = facts.base.strip(" ,;")
        if len(words) > _LONGEST_TITLE:
            words = f"{words[:_LONGEST_TITLE].rstrip()}…"
        words = f"“{words}”" if words else ""
        if facts.conflict.kind is ConflictKind.PROVISION:
            words = contested_labels(context.session, facts.conflict) or words
        title = conflict_title(facts.conflict.kind, facts.conflict.is_open)
        self._title.setText(f"{title} — {words}" if words else title)
        self.setAccessibleName(self._title.text())
        number = len(facts.options)
        if facts.conflict.kind is ConflictKind.ORDER:
            self._number.setText(self.tr("%n order(s)", "", number))
        else:
            self._number.setText(self.tr("%n text(s)", "", number))

    def _show_options(self, facts: ConflictCardFacts, context: CardContext) -> None:
        while len(self._rows) < len(facts.options):
            row = OptionRow(self._group)
            self._group.setId(row.radio, len(self._rows))
            self._options.addWidget(row)
            self._put_in_tab_order(row)
            self._rows.append(row)
        for row, option in zip(self._rows, facts.options, strict=False):
            spans = self._words_of(option, context)
            row.show_words(spans, self._spoken(option, spans, context), context)
            row.offer(True)
        for row in self._rows[len(facts.options) :]:
            row.offer(False)
        self.bridge.setVisible(facts.bridged is not None)
        self.bracket.setVisible(facts.conflict.kind is not ConflictKind.ORDER)

    def _show_remarks(self, facts: ConflictCardFacts, context: CardContext) -> None:
        self._truncated.setVisible(facts.is_truncated)
        members = frozenset(facts.conflict.members)
        self.sleeping.show_rulings(
            [
                (
                    each.ruling.id,
                    kept_words(context, each)
                    if each.ruling.members == members
                    else sleeping_words(context, each),
                )
                for each in facts.sleeping
            ]
        )
        self.editor.set_hint(replaced_words(context.session, facts))

    def _put_in_tab_order(self, row: OptionRow) -> None:
        """After the last option; the first one before what is there already."""
        if self._rows:
            self.setTabOrder(self._rows[-1].radio, row.radio)
        else:
            self.setTabOrder(self.bracket, row.radio)
        self.setTabOrder(row.radio, self.bracket)

    def _words_of(self, option: OptionFacts, context: CardContext) -> tuple[Span, ...]:
        """The words of an option with the codes of who wants them."""
        assert self._facts is not None
        words = option_words(context.session, self._facts, option)
        delegations = who_wants(context.session, self._facts, option)
        if not delegations:
            return words
        codes = codes_of(context.session, delegations)
        first = first_of(context.session, delegations)
        return (*words, Span(" ", Look.PLAIN), Span(f" {codes}", Look.TAG, first))

    def _spoken(self, option: OptionFacts, spans: tuple[Span, ...], context: CardContext) -> str:
        assert self._facts is not None
        names = context.names(who_wants(context.session, self._facts, option))
        words = plain(tuple(each for each in spans if each.look is not Look.TAG)).strip()
        return f"{words} ({names})" if names else words

    def _show_ruling(self, facts: ConflictCardFacts, keep_editor: bool) -> None:
        ruling = facts.ruling
        self.undo.setVisible(ruling is not None)
        chosen: QRadioButton | None = None
        if ruling is not None:
            match ruling.how:
                case RulingKind.BRACKET:
                    chosen = self.bracket
                case RulingKind.BRIDGE:
                    chosen = self.bridge
                case _:
                    rows = zip(self._rows, facts.options, strict=False)
                    taken = (row.radio for row, each in rows if _takes(ruling, facts, each.choice))
                    chosen = next(taken, None)
        elif self._draft is not None:
            chosen = self.bridge
        elif keep_editor and self.bridge.isChecked():
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(button is chosen)
        self._group.setExclusive(True)
        self.editor.setVisible(chosen is self.bridge)
        if chosen is self.bridge:
            self.editor.set_text(self._text_to_begin_with(facts))

    def _text_to_begin_with(self, facts: ConflictCardFacts) -> str:
        """What was being written, else what the Chair wrote before, else the base."""
        if self._draft is not None:
            return self._draft
        earlier = (facts.ruling, *(each.ruling for each in facts.sleeping))
        written = (each.text for each in earlier if each and each.how is RulingKind.BRIDGE)
        return next(written, facts.bridged or "").strip()

    def _choose(self, number: int) -> None:
        facts = self._facts
        if facts is None:
            return
        button = self._group.button(number)
        members = frozenset(facts.conflict.members)
        if button is self.bridge:
            self.editor.set_text(self._text_to_begin_with(facts))
            self.editor.show()
            self.editor.start()
            self.writing_begun.emit()
            return
        self.editor.hide()
        self._forget_draft(facts)
        if button is self.bracket:
            self.command_asked.emit(Rule(members, RulingKind.BRACKET))
            return
        choice = facts.options[number].choice.amendments
        if choice:
            is_order = facts.conflict.kind is ConflictKind.ORDER
            how = RulingKind.ORDER if is_order else RulingKind.OPTION
            self.command_asked.emit(Rule(members, how, choice))
        else:
            self.command_asked.emit(Rule(members, RulingKind.BASE))

    def _give_up(self) -> None:
        """Leave the conflict as it was before writing."""
        if self._facts is not None:
            self._forget_draft(self._facts)
            self._show_ruling(self._facts, keep_editor=False)
            self.bridge.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle_with(self, text: str) -> None:
        if self._facts is not None:
            self._forget_draft(self._facts)
            members = frozenset(self._facts.conflict.members)
            spaced = in_place_of(self._facts, text)
            self.command_asked.emit(Rule(members, RulingKind.BRIDGE, text=spaced))

    def _keep_draft(self, text: str) -> None:
        if self._facts is not None:
            self._draft = text
            self._drafts.keep(self._facts.conflict, text)

    def _forget_draft(self, facts: ConflictCardFacts) -> None:
        self._draft = None
        self._drafts.drop(facts.conflict)

    def _unrule(self) -> None:
        if self._facts is not None and self._facts.ruling is not None:
            self.command_asked.emit(Unrule(self._facts.ruling.id))

    def _fill(self) -> None:
        self.bracket.setText(self.tr("All, in square brackets"))
        self.bridge.setText(self.tr("Chair’s text…"))
        self._group.addButton(self.bracket, 1000)
        self._group.addButton(self.bridge, 1001)
        self.editor.text_written.connect(self._keep_draft)
        self.editor.text_settled.connect(self._settle_with)
        self.editor.given_up.connect(self._give_up)
        self.editor.hide()
        self._truncated.setText(
            self.tr("Too many ways to combine them: one text for each proposal is listed.")
        )
        self._truncated.setObjectName("cardText")
        self._truncated.setWordWrap(True)
        self.undo.setObjectName("link")
        self.undo.clicked.connect(self._unrule)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 9)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self._truncated)
        layout.addLayout(self._options)
        layout.addWidget(self.bracket)
        layout.addWidget(self.bridge)
        layout.addWidget(self.sleeping)
        layout.addWidget(self.editor)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.undo)
        layout.addLayout(foot)


def _takes(ruling: Ruling, facts: ConflictCardFacts, choice: Choice) -> bool:
    """Whether a ruling in force settles the conflict by `choice`. It may have been made when
    more was switched on."""
    live = [each for each in ruling.choice if each in facts.conflict.members]
    if ruling.how is RulingKind.ORDER:
        return [each for each in choice.amendments if each in live] == live
    return set(choice.amendments) == set(live)


def _same(before: ConflictCardFacts, now: ConflictCardFacts) -> bool:
    return before.conflict.id == now.conflict.id
