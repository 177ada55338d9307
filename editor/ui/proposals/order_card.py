"""An order question: what stands first of several insertions in one place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.negotiation.commands.proposing import DeclareAlternatives
from editor.negotiation.commands.ruling_on import Rule, Unrule
from editor.negotiation.ruling import RulingKind
from editor.ui.colours import LIGHT
from editor.ui.page.spans import Look, Span
from editor.ui.proposals.card_context import CardContext
from editor.ui.proposals.codes import codes_of, first_of
from editor.ui.proposals.focus_ring import draw_focus_ring
from editor.ui.proposals.sheet import OrderCardFacts
from editor.ui.proposals.words import plain
from editor.ui.proposals.words_label import WordsLabel


class _Row(QWidget):
    """One of the insertions, with a button to either side."""

    move_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = LIGHT
        self._words = WordsLabel()
        self.up, self.down = QToolButton(), QToolButton()
        for button, text, step in ((self.up, "↑", -1), (self.down, "↓", 1)):
            button.setText(text)
            button.clicked.connect(lambda _=False, by=step: self.move_asked.emit(by))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)

    def show_words(self, spans: tuple[Span, ...], context: CardContext) -> None:
        self._theme = context.theme
        self._words.show_words(spans, context.formats, context.theme)
        words = plain(spans).strip()
        self.setAccessibleName(words)
        self.up.setAccessibleName(self.tr("Earlier: {words}").format(words=words))
        self.down.setAccessibleName(self.tr("Later: {words}").format(words=words))
        self.up.setToolTip(self.tr("Earlier (Alt+Shift+Up)"))
        self.down.setToolTip(self.tr("Later (Alt+Shift+Down)"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            draw_focus_ring(self, self._theme)


class OrderCard(QFrame):
    """Nothing clashes here; only the order is open, and the rank of the sponsors decides it
    until the Chair does."""

    command_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._facts: OrderCardFacts | None = None
        self._context: CardContext | None = None
        title = QLabel(self.tr("Order of what stands in one place"))
        title.setObjectName("cardTitle")
        self._why = QLabel()
        self._why.setObjectName("cardText")
        self._rows: list[_Row] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.undo = QPushButton(self.tr("Undo order"))
        self.undo.setObjectName("link")
        self.undo.clicked.connect(self._unrule)
        self.rivals = QPushButton(self.tr("They exclude each other"))
        self.rivals.setObjectName("link")
        self.rivals.setToolTip(self.tr("Declare them alternatives: the Chair then picks one"))
        self.rivals.clicked.connect(self._declare)
        foot = QHBoxLayout()
        foot.addWidget(self.rivals)
        foot.addStretch()
        foot.addWidget(self.undo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 8, 9)
        layout.setSpacing(3)
        layout.addWidget(title)
        layout.addWidget(self._why)
        layout.addLayout(self._list)
        layout.addLayout(foot)

    @property
    def rows(self) -> list[_Row]:
        return [row for row in self._rows if not row.isHidden()]

    @property
    def first_control(self) -> QWidget:
        """Where the focus goes."""
        return self._rows[0]

    def show_facts(self, facts: OrderCardFacts, context: CardContext) -> None:
        """Show a question; nothing is done if it looks as before."""
        if self._facts == facts and self._context and self._context.formats is context.formats:
            return
        self._facts, self._context = facts, context
        while len(self._rows) < len(facts.words):
            row = _Row()
            number = len(self._rows)
            row.move_asked.connect(lambda step, at=number: self.reorder(at, step))
            self._rows.append(row)
            self._list.addWidget(row)
        members = facts.question.members
        for number, (row, spans) in enumerate(zip(self._rows, facts.words, strict=False)):
            row.show_words(self._tagged(members[number], spans, context), context)
            row.up.setEnabled(number > 0)
            row.down.setEnabled(number + 1 < len(facts.words))
            row.show()
        for row in self._rows[len(facts.words) :]:
            row.hide()
        decided = facts.question.ruling is not None
        self._why.setText(
            self.tr("Decided by the Chair") if decided else self.tr("By the rank of the sponsors")
        )
        self.undo.setVisible(decided)

    def step(self, by: int) -> bool:
        """Move the row that has the focus; whether there is one."""
        focus = QApplication.focusWidget()
        for number, row in enumerate(self.rows):
            if focus is not None and (row is focus or row.isAncestorOf(focus)):
                self.reorder(number, by)
                return True
        return False

    def reorder(self, number: int, by: int) -> None:
        """Ask for the insertion at `number` to change places with its neighbour."""
        facts = self._facts
        if facts is None or not 0 <= number + by < len(facts.question.members):
            return
        order = list(facts.question.members)
        order[number], order[number + by] = order[number + by], order[number]
        self.command_asked.emit(Rule(frozenset(order), RulingKind.ORDER, tuple(order)))

    def _tagged(
        self, amendment: str, spans: tuple[Span, ...], context: CardContext
    ) -> tuple[Span, ...]:
        """The words with the codes of who wants them."""
        sponsors = context.session.amendments[amendment].sponsors
        first = first_of(context.session, sponsors)
        return (*spans, Span(f" {codes_of(context.session, sponsors)}", Look.TAG, first))

    def _unrule(self) -> None:
        if self._facts is not None and self._facts.question.ruling is not None:
            self.command_asked.emit(Unrule(self._facts.question.ruling))

    def _declare(self) -> None:
        if self._facts is not None:
            self.command_asked.emit(DeclareAlternatives(self._facts.question.members))
