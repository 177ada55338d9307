"""The third page: a base text beside a compilation, and tracked changes on another base."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.app.guided.building import Fit
from editor.app.guided.in_hand import ImportInHand
from editor.app.tracked_layers import OtherBase
from editor.importers.tracked.base_match import Difference
from editor.negotiation.unread import Unread
from editor.ui.dialogs.file_field import FileField, documents_filter
from editor.ui.import_wizard.import_words import counted, suspicion_words, tr
from editor.ui.import_wizard.marked_text import Mark, MarkedText
from editor.ui.list_rows import choose_row, take_what_is_left
from editor.ui.proposals.kind_words import label_of
from editor.ui.trays.unread_words import unread_words

_HEIGHT = 76
_ROW = Qt.ItemDataRole.UserRole


class BasePage(QWidget):
    """Each way on says what would come of it."""

    changed = Signal()

    def __init__(self, in_hand: ImportInHand) -> None:
        super().__init__()
        self._in_hand = in_hand
        self.base = FileField(tr("Base text"), documents_filter())
        self.base_box = QWidget()
        self.file = QComboBox()
        self.ways = {way: QRadioButton() for way in OtherBase}
        self._group = QButtonGroup(self)
        self.said = QLabel()
        self.rows = QTreeWidget()
        self.ours = MarkedText(tr("Our base"), _HEIGHT)
        self.theirs = MarkedText(tr("The file"), _HEIGHT)
        self._ours_title, self._theirs_title = QLabel(tr("OUR BASE")), QLabel(tr("THE FILE"))
        self._differing = QWidget()
        self._lay_out()
        self.base.changed.connect(self._choose_base)
        self.file.activated.connect(self._show_file)
        self._group.buttonClicked.connect(self._choose_way)
        self.rows.currentItemChanged.connect(lambda *_: self._show_difference())

    @property
    def is_ready(self) -> bool:
        return bool(self._in_hand.plan.files)

    @property
    def complaint(self) -> str:
        return "" if self.is_ready else tr("Everything is left out: nothing would come in.")

    def show_files(self) -> None:
        """Ask about the files in hand."""
        self.base_box.setVisible(self._in_hand.asks_base)
        self._differing.setVisible(bool(self._in_hand.differing))
        self.file.clear()
        for plan in self._in_hand.differing:
            self.file.addItem(plan.path.name, plan.path)
        self.file.setVisible(self.file.count() > 1)
        self._show_file()

    def take_focus(self) -> None:
        if not self._in_hand.differing:
            self.base.setFocus()
            return
        button = self._group.checkedButton() or self.ways[OtherBase.REFUSE]
        button.setFocus()

    @property
    def _path(self) -> Path | None:
        path = self.file.currentData()
        return path if isinstance(path, Path) else None

    def _show_file(self) -> None:
        path = self._path
        if path is None:
            return
        plan, fit = self._in_hand.plan_of(path), self._in_hand.fits[path]
        self.said.setText(
            tr("Rejecting all changes of {name} does not give our base: {differences}.").format(
                name=path.name, differences=counted("%n difference(s)", len(fit.differences))
            )
        )
        self._word_ways(fit)
        is_one = self._in_hand.is_one(plan)
        self.ways[OtherBase.COMPARE].setEnabled(is_one)
        self.ways[plan.other_base].setChecked(True)
        self.rows.clear()
        self.rows.addTopLevelItems([self._difference_row(each) for each in fit.differences])
        self.rows.addTopLevelItems([self._left_row(each) for each in fit.left])
        choose_row(self.rows, 0)

    def _word_ways(self, fit: Fit) -> None:
        carry = tr("&Carry over what fits: {fitting}, and nothing is left")
        if fit.left:
            carry = tr("&Carry over what fits: {fitting}; what does not is set aside: {left}")
        self.ways[OtherBase.REFUSE].setText(tr("&Leave this file out"))
        self.ways[OtherBase.COMPARE].setText(tr("Compare its &final text with our base"))
        self.ways[OtherBase.COMPARE].setToolTip(
            tr("What was changed without tracking becomes a proposal too. Of one delegation only.")
        )
        self.ways[OtherBase.CARRY].setText(
            carry.format(
                fitting=counted("%n proposal(s)", fit.carried),
                left=counted("%n change(s)", len(fit.left)),
            )
        )

    def _difference_row(self, each: Difference) -> QTreeWidgetItem:
        session = self._in_hand.session
        where = label_of(session, each.provision) if each.provision in session.provisions else ""
        row = QTreeWidgetItem(
            [
                where or each.label or "—",
                each.ours or "—",
                each.theirs or "—",
                suspicion_words(each.suspicion),
            ]
        )
        row.setData(0, _ROW, each)
        return row

    def _left_row(self, each: Unread) -> QTreeWidgetItem:
        place = self._in_hand.session.provisions.get(each.provision)
        row = QTreeWidgetItem(
            [place.label if place else "—", "—", each.raw, unread_words(each.reason)]
        )
        row.setData(0, _ROW, each)
        return row

    def _show_difference(self) -> None:
        row = self.rows.currentItem()
        found = row.data(0, _ROW) if row is not None else None
        if isinstance(found, Difference):
            self.ours.show_words(_in_context(found.before, found.ours))
            self.theirs.show_words(_in_context(found.before, found.theirs))
        elif isinstance(found, Unread):
            place = self._in_hand.session.provisions.get(found.provision)
            self.ours.show_words([(place.text if place else "—", Mark.PLAIN)])
            self.theirs.show_words([(found.raw, Mark.PLAIN)])

    def _choose_way(self) -> None:
        path = self._path
        if path is None:
            return
        way = next(way for way, button in self.ways.items() if button.isChecked())
        fits = self._in_hand.fits
        self._in_hand.change(replace(self._in_hand.plan_of(path), other_base=way))
        self._in_hand.fits = fits
        self.changed.emit()

    def _choose_base(self) -> None:
        self._in_hand.base = self.base.path
        self._in_hand.fits = {}
        self.changed.emit()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self.base_box)
        box.setContentsMargins(0, 0, 0, 0)
        title = QLabel(tr("&Base text of the compilation, if you have it"))
        title.setBuddy(self.base.line)
        hint = QLabel(
            tr(
                "With it beside, words that the compilation prints unmarked are told from words "
                "of the base. Without it, the base is what stands when all marks are taken away."
            )
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        for widget in (title, self.base, hint):
            box.addWidget(widget)
        inner = QVBoxLayout(self._differing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        self.said.setWordWrap(True)
        self.file.setAccessibleName(tr("File"))
        inner.addWidget(self.file)
        inner.addWidget(self.said)
        for button in self.ways.values():
            self._group.addButton(button)
            inner.addWidget(button)
        self._lay_out_rows()
        inner.addWidget(self.rows, 1)
        inner.addLayout(self._sides())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.base_box)
        layout.addWidget(self._differing, 1)
        layout.addStretch()

    def _lay_out_rows(self) -> None:
        self.rows.setAccessibleName(tr("Differences"))
        self.rows.setHeaderLabels(
            [tr("Provision"), tr("Our base"), tr("The file"), tr("Looks like")]
        )
        for number, width in enumerate((80, 190, 190)):
            self.rows.setColumnWidth(number, width)
        self.rows.setRootIsDecorated(False)
        self.rows.setUniformRowHeights(True)
        self.rows.setMinimumHeight(90)
        take_what_is_left(self.rows)

    def _sides(self) -> QGridLayout:
        grid = QGridLayout()
        for column, (title, text) in enumerate(
            ((self._ours_title, self.ours), (self._theirs_title, self.theirs))
        ):
            title.setObjectName("panelTitle")
            grid.addWidget(title, 0, column)
            grid.addWidget(text, 1, column)
        return grid


def _in_context(before: str, words: str) -> list[tuple[str, Mark]]:
    return [(f"… {before} " if before else "", Mark.PLAIN), (words or "—", Mark.MEANT)]
