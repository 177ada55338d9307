"""The last page: what comes in, what was guessed, what was left, with the source beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.app.guided.review import Review
from editor.app.guided.review_item import ItemKind, ReviewItem
from editor.app.guided.said import Repair
from editor.errors import KnownError
from editor.importers.house_styles.mark_corrections import MarkCorrection
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.confirming import ConfirmReading
from editor.negotiation.commands.tray import ProposalToNote, TrayToNote
from editor.ui.import_wizard.import_words import counted, tr
from editor.ui.import_wizard.kind_filter import KindFilter
from editor.ui.import_wizard.mark_buttons import MarkButtons
from editor.ui.import_wizard.marked_text import MarkedText, found_in
from editor.ui.import_wizard.read_as import reading
from editor.ui.import_wizard.review_list import ReviewList
from editor.ui.import_wizard.shown_source import Sources
from editor.ui.import_wizard.source_field import SourceField
from editor.ui.import_wizard.summary import summary
from editor.ui.reading_corrections import (
    asked_item_as_position,
    asked_item_as_proposal,
    asked_proposal,
)
from editor.ui.wording import worded

_HEIGHT = 112


class ReviewPage(QWidget):
    """What is said of an item is done in memory; Take Back undoes it. For a repair the file has
    to be read again, which is not done here."""

    changed = Signal()
    repaired = Signal(object)
    """A Repair that is wanted."""
    repair_taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.review: Review | None = None
        self.said, self.fault = QLabel(), QLabel()
        self.items = ReviewList()
        self.source = MarkedText(tr("The source"), _HEIGHT)
        self.reading = MarkedText(tr("Read as"), _HEIGHT)
        self.paper = SourceField(tr("The source; its brackets can be changed"), _HEIGHT)
        self.marks = MarkButtons(self.paper)
        self.filter = KindFilter()
        self._beside = QStackedWidget()
        self._sources: Sources = {}
        self._source_title = QLabel()
        self._reading_title = QLabel(tr("READ AS"))
        self.right = QPushButton(tr("It Is &Right"))
        self.correct = QPushButton(tr("Corre&ct…"))
        self.position = QPushButton(tr("It Is a &Position…"))
        self.note = QPushButton(tr("Leave as a &Note"))
        self.take_back = QPushButton(tr("&Take Back"))
        self._list = QWidget()
        self._lay_out()
        self._connect()

    def show_review(
        self, review: Review, sources: Sources, chosen: ReviewItem | None = None
    ) -> None:
        """Show what an import would bring, an item in hand."""
        self.review, self._sources = review, sources
        self.said.setText(summary(review))
        self._list.setVisible(bool(review.items))
        self.filter.show_counts(each.kind for each in review.items)
        self._show_rows(chosen)

    def tell_lost(self, number: int) -> None:
        """Say how many answers did not fit any more when the file was read again."""
        words = counted("%n answer(s) did not fit any more and have to be given again.", number)
        self.fault.setText(words)
        self.fault.setVisible(number > 0)

    @property
    def open_items(self) -> int:
        """Guesses, unread words and brackets of which nothing was said yet."""
        if self.review is None:
            return 0
        asked = (each for each in self.review.items if each.kind is not ItemKind.REMARK)
        return sum(not self.review.is_done(each) for each in asked)

    def take_focus(self) -> None:
        if self.review is not None and self.review.items:
            self.items.setFocus()

    def _show_rows(self, chosen: ReviewItem | None) -> None:
        if self.review is not None:
            self.take_back.setEnabled(self.review.last_said is not None)
            self.items.show_items(self.review, self.filter.shows, chosen)

    def _show_item(self) -> None:
        self.fault.hide()
        item, review = self.items.item, self.review
        is_open = item is not None and review is not None and not review.is_done(item)
        kind = item.kind if item and is_open else None
        self._show_buttons(item)
        self.right.setEnabled(kind in (ItemKind.GUESS, ItemKind.BRACKET))
        self.correct.setEnabled(kind in (ItemKind.GUESS, ItemKind.LEFT))
        self.position.setEnabled(kind is ItemKind.LEFT)
        self.note.setEnabled(kind in (ItemKind.GUESS, ItemKind.LEFT))
        left = item is not None and item.kind is ItemKind.LEFT
        self.correct.setText(tr("It Is a Proposal…") if left else tr("Corre&ct…"))
        if item is None or review is None:
            return
        title = tr("THE SOURCE, LINE {line} OF {file}") if item.line else tr("THE SOURCE, {file}")
        self._source_title.setText(title.format(line=item.line, file=item.file))
        shown = self._sources.get(item.file)
        if item.kind is ItemKind.BRACKET and shown is not None:
            self.paper.show_source(shown, review.lines_of(item), item.line)
            self.marks.show_marks(shown.marks)
        printed = shown.text_at(item.line) if shown else ""
        is_quoted = item.kind in (ItemKind.GUESS, ItemKind.LEFT) or not printed
        self.source.show_words(found_in(printed, item.raw if is_quoted else ""))
        self.reading.show_words(reading(review, item))

    def _show_buttons(self, item: ReviewItem | None) -> None:
        """A bracket is put in or taken away where others are corrected."""
        is_bracket = item is not None and item.kind is ItemKind.BRACKET
        self._beside.setCurrentWidget(self.paper if is_bracket else self.source)
        self.marks.setVisible(is_bracket)
        self.right.setText(tr("It Is &Right So") if is_bracket else tr("It Is &Right"))
        for each in (self.correct, self.position, self.note):
            each.setVisible(not is_bracket)

    def _say(self, command: Command | None) -> None:
        """Do what was said of the item in hand, and go to the next open one."""
        item, review = self.items.item, self.review
        if command is None or item is None or review is None:
            return
        try:
            review.do(item, command)
        except KnownError as error:
            self.fault.setText(worded(error))
            self.fault.show()
            return
        self._after_saying()

    def _after_saying(self) -> None:
        self._show_done()
        self.items.take_next_open()
        self.changed.emit()

    def _show_done(self) -> None:
        """What is settled now, and what the import would bring with it."""
        assert self.review is not None
        self.items.tick()
        self.take_back.setEnabled(self.review.last_said is not None)
        self.said.setText(summary(self.review))

    def _mend(self, correction: MarkCorrection) -> None:
        item = self.items.item
        shown = self._sources.get(item.file) if item else None
        if item is not None and item.kind is ItemKind.BRACKET and shown is not None:
            self.repaired.emit(Repair(item, shown.path, correction))

    def _accept(self) -> None:
        """All that is selected, if they are guesses or brackets."""
        review = self.review
        if review is None:
            return
        chosen = self.items.selected
        brackets = [e for e in chosen if e.kind is ItemKind.BRACKET and not review.is_done(e)]
        for bracket in brackets:
            review.leave(bracket)
        if brackets:
            self._after_saying()
        guesses = [each for each in chosen if each.kind is ItemKind.GUESS]
        rows = dict.fromkeys(each.row for each in guesses if not review.is_done(each))
        if rows:
            self._say(ConfirmReading(tuple(rows)))

    def _correct(self) -> None:
        item, review = self.items.item, self.review
        if item is None or review is None or not self.correct.isEnabled():
            return
        if item.kind is ItemKind.GUESS:
            self._say(asked_proposal(review.session, item.row, self))
        else:
            place = next(iter(review.session.base_order), "")
            self._say(asked_item_as_proposal(review.session, item.row, place, self))

    def _position(self) -> None:
        item, review = self.items.item, self.review
        if item is not None and review is not None and self.position.isEnabled():
            self._say(asked_item_as_position(review.session, item.row, item.provision, self))

    def _note(self) -> None:
        item = self.items.item
        if item is not None and self.note.isEnabled():
            is_guess = item.kind is ItemKind.GUESS
            self._say(ProposalToNote(item.row) if is_guess else TrayToNote((item.row,)))

    def _take_back(self) -> None:
        if self.review is None:
            return
        last = self.review.last_said
        if isinstance(last, Repair):
            self.repair_taken_back.emit(last)
            return
        item = self.review.take_back()
        if item is not None:
            if not self.filter.shows(item.kind):
                self.filter.show_all()
                self._show_rows(item)
            self._show_done()
            self.items.take(item)
            self.changed.emit()

    def _connect(self) -> None:
        self.items.item_taken.connect(self._show_item)
        self.filter.changed.connect(lambda: self._show_rows(self.items.item))
        self.paper.wanted.connect(self._mend)
        taking = QShortcut(QKeySequence("Delete"), self.items)
        taking.setContext(Qt.ShortcutContext.WidgetShortcut)
        taking.activated.connect(self.marks.take_away)
        actions: tuple[tuple[QPushButton, Callable[[], None], str], ...] = (
            (self.right, self._accept, "R"),
            (self.correct, self._correct, "C"),
            (self.position, self._position, "P"),
            (self.note, self._note, "N"),
            (self.take_back, self._take_back, "Ctrl+Z"),
        )
        for button, slot, key in actions:
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            button.setToolTip(tr("In the list: {key}").format(key=key))
            shortcut = QShortcut(QKeySequence(key), self.items)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        back = QShortcut(QKeySequence("Ctrl+Z"), self.paper)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self._take_back)

    def _lay_out(self) -> None:
        self.said.setWordWrap(True)
        self.fault.setObjectName("guess")
        self.fault.setWordWrap(True)
        self.fault.hide()
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.filter)
        inner.addWidget(self.items, 1)
        inner.addLayout(self._sides())
        inner.addWidget(self.fault)
        buttons = QHBoxLayout()
        for button in (self.right, self.correct, self.position, self.note):
            buttons.addWidget(button)
        buttons.addWidget(self.marks)
        buttons.addStretch()
        buttons.addWidget(self.take_back)
        inner.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.said)
        layout.addWidget(self._list, 1)
        layout.addStretch()

    def _sides(self) -> QGridLayout:
        for field in (self.source, self.paper):
            self._beside.addWidget(field)
        self._beside.setFixedHeight(_HEIGHT)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for column, (title, text) in enumerate(
            (
                (self._source_title, self._beside),
                (self._reading_title, self.reading),
            )
        ):
            title.setObjectName("panelTitle")
            grid.addWidget(title, 0, column)
            grid.addWidget(text, 1, column)
            grid.setColumnStretch(column, 1)
        return grid
