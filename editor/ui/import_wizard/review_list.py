"""What there is to look at in a review, as a list; what is settled is ticked."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from editor.app.guided.review import Review
from editor.app.guided.review_item import ItemKind, ReviewItem
from editor.ui.import_wizard.import_words import item_words, tr
from editor.ui.import_wizard.read_as import why
from editor.ui.list_rows import take_what_is_left
from editor.ui.proposals.kind_words import label_of

_NUMBER = Qt.ItemDataRole.UserRole
_WIDTHS = (26, 118, 76, 50, 100, 200)
_WORDS, _WHY = 4, 5


class ReviewList(QTreeWidget):
    item_taken = Signal()
    """Another item, or none, is in hand."""

    def __init__(self) -> None:
        super().__init__()
        self._review: Review | None = None
        self.setAccessibleName(tr("What to look at"))
        self.setHeaderLabels(
            ["", tr("What"), tr("Provision"), tr("Line"), tr("Words of the source"), tr("Why")]
        )
        for number, width in enumerate(_WIDTHS):
            self.setColumnWidth(number, width)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        take_what_is_left(self)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setMinimumHeight(90)
        self.currentItemChanged.connect(lambda *_: self.item_taken.emit())

    def show_items(
        self, review: Review, shows: Callable[[ItemKind], bool], chosen: ReviewItem | None
    ) -> None:
        """List the items of the kinds wanted; `chosen` in hand, or else the first open one."""
        self._review = review
        shown = [number for number, each in enumerate(review.items) if shows(each.kind)]
        with QSignalBlocker(self):  # clearing takes one row after the other in hand
            self.clear()
            self.addTopLevelItems([_row(review, number) for number in shown])
        self.tick()
        still_open = [n for n in shown if not review.is_done(review.items[n])]
        first = next(iter([*still_open, *shown]), 0)
        number = review.items.index(chosen) if chosen in review.items else first
        self._take(number if number in shown else first)
        self.item_taken.emit()

    def tick(self) -> None:
        """Show anew which items are settled."""
        if self._review is not None:
            for row in self._rows():
                row.setText(0, "✓" if self._review.is_done(self._item_in(row)) else "")

    def take(self, item: ReviewItem) -> None:
        """Take an item in hand, if it is listed."""
        if self._review is not None:
            self._take(self._review.items.index(item))
            self.item_taken.emit()

    def take_next_open(self) -> None:
        """Go to the next item of which something is to be said; stay, if there is none."""
        if self._review is None:
            return
        rows, row = list(self._rows()), self.currentItem()
        start = 0 if row is None else self.indexOfTopLevelItem(row) + 1
        for each in [*rows[start:], *rows[:start]]:
            item = self._item_in(each)
            if item.kind is not ItemKind.REMARK and not self._review.is_done(item):
                self.setCurrentItem(each)
                break
        self.item_taken.emit()

    @property
    def item(self) -> ReviewItem | None:
        """What is in hand."""
        row = self.currentItem()
        return None if row is None or self._review is None else self._item_in(row)

    @property
    def selected(self) -> list[ReviewItem]:
        return [self._item_in(row) for row in self.selectedItems()]

    def _item_in(self, row: QTreeWidgetItem) -> ReviewItem:
        assert self._review is not None
        return self._review.items[int(row.data(0, _NUMBER))]

    def _take(self, number: int) -> None:
        for row in self._rows():
            if row.data(0, _NUMBER) == number:
                self.setCurrentItem(row)
                self.scrollToItem(row)

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.topLevelItemCount()):
            row = self.topLevelItem(number)
            assert row is not None
            yield row


def _row(review: Review, number: int) -> QTreeWidgetItem:
    item = review.items[number]
    label = label_of(review.session, item.provision) if item.provision else "—"
    words = " ".join(item.raw.split())
    row = QTreeWidgetItem(
        ["", item_words(item.kind), label, str(item.line or "—"), words, why(item)]
    )
    row.setData(0, _NUMBER, number)
    row.setToolTip(_WORDS, item.raw)
    row.setToolTip(_WHY, row.text(_WHY))
    return row
