"""The bar at the bottom: where you are, how things stand, that it is saved, how large."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from editor.ui.action_tip import follow_tip
from editor.ui.actions import Actions
from editor.ui.colours import LIGHT, Theme
from editor.ui.facts.standing import Standing

_HEIGHT = 27
_MOST_LABELS = 12


class StatusBar(QWidget):
    """`conflicts`, `agreed_changed` and `aside` are buttons: the way to what still has to be
    looked at."""

    zoom_asked = Signal(int)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self._theme = LIGHT
        self._standing: Standing | None = None
        self._place = QLabel()
        self._proposals = QLabel()
        self.conflicts = QToolButton()
        follow_tip(self.conflicts, actions.next_conflict)
        self._agreed = QLabel()
        self.agreed_changed = QToolButton()
        self.agreed_changed.setObjectName("alert")
        self.agreed_changed.hide()
        self._pending = QLabel()
        self.aside = QToolButton()
        self.aside.setObjectName("alert")
        follow_tip(self.aside, actions.show_trays)
        self._saved = QLabel()
        self._saved.setObjectName("saved")
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._percent = QToolButton()
        follow_tip(self._percent, actions.zoom_reset)
        self._fill()

    def show_place(self, number: int, total: int) -> None:
        """The provision in hand is `number` of `total`."""
        words = (
            self.tr("Provision {number} of {total}") if number else self.tr("{total} provisions")
        )
        self._place.setText(words.format(number=number, total=total))

    def show_standing(self, standing: Standing) -> None:
        """How the negotiation stands; only what differs is written again."""
        if standing == self._standing:
            return
        self._standing = standing
        self._proposals.setText(
            self.tr("{included} of {all} proposals in").format(
                included=standing.included, all=standing.proposals
            )
        )
        self.conflicts.setText(self._conflict_words(standing))
        self._agreed.setText(self.tr("{number} agreed").format(number=standing.agreed))
        self._pending.setText(self.tr("{number} pending").format(number=standing.pending))
        self.aside.setVisible(standing.set_aside > 0)
        self.aside.setText(self.tr("{number} set aside").format(number=standing.set_aside))
        self._colour_conflicts()

    def _conflict_words(self, standing: Standing) -> str:
        """With the number that the outline counts, where it is another."""
        words = self.tr("%n conflict(s)", "", standing.conflicts)
        if standing.in_conflict in (0, standing.conflicts):
            return words
        return words + " " + self.tr("in %n provision(s)", "", standing.in_conflict)

    def show_agreed_changed(self, labels: Sequence[str]) -> None:
        """The provisions with `labels` are agreed, and do not read any more as they were."""
        self.agreed_changed.setVisible(bool(labels))
        if len(labels) == 1 and labels[0]:
            words = self.tr("Agreed “{label}” has changed").format(label=labels[0])
        else:
            words = self.tr("%n agreed text(s) changed", "", len(labels))
        more = ("…",) if len(labels) > _MOST_LABELS else ()
        tip = self.tr(
            "Not the words that were agreed: {labels}. Press to go there; take it back, or set the "
            "status anew"
        ).format(labels=", ".join((*filter(None, labels[:_MOST_LABELS]), *more)))
        self.agreed_changed.setText(words)
        self.agreed_changed.setToolTip(tip)
        self.agreed_changed.setAccessibleName(words)
        self.agreed_changed.setAccessibleDescription(tip)

    def show_saving(self) -> None:
        self._say_of_saving(self.tr("saving…"))

    def show_saved(self, time: datetime) -> None:
        self._say_of_saving(self.tr("Saved {time}").format(time=f"{time:%H:%M:%S}"))

    def show_unsaved(self) -> None:
        self._say_of_saving(self.tr("not saved"), alert=True)

    def show_read_only(self) -> None:
        self._say_of_saving(self.tr("open for reading only"), alert=True)

    def show_nothing_to_save(self) -> None:
        """A session was opened, and nothing was done in it yet."""
        self._say_of_saving("")

    def _say_of_saving(self, words: str, *, alert: bool = False) -> None:
        self._saved.setText(words)
        if alert is not bool(self._saved.property("alert")):
            self._saved.setProperty("alert", alert)
            self._saved.style().unpolish(self._saved)
            self._saved.style().polish(self._saved)

    @property
    def saved_words(self) -> str:
        """What is said about saving."""
        return self._saved.text()

    def show_zoom(self, percent: int) -> None:
        self._percent.setText(f"{percent} %")
        self._slider.blockSignals(True)
        self._slider.setValue(percent)
        self._slider.blockSignals(False)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._colour_conflicts()
        self._agreed.setStyleSheet(f"color: {theme.agreed}")
        self._pending.setStyleSheet(f"color: {theme.pending}")

    def _colour_conflicts(self) -> None:
        """A style sheet is set only where it differs: Qt reads it and lays out again."""
        conflicts = self._standing.conflicts if self._standing else 0
        colour = self._theme.conflict if conflicts else self._theme.faint
        sheet = f"color: {colour}"
        if sheet != self.conflicts.styleSheet():
            self.conflicts.setStyleSheet(sheet)

    def _fill(self) -> None:
        self._slider.setRange(50, 300)
        self._slider.setSingleStep(10)
        self._slider.setPageStep(10)
        self._slider.setFixedWidth(90)
        self._slider.setAccessibleName(self.tr("Zoom"))
        self._slider.valueChanged.connect(self.zoom_asked)
        self._percent.setAccessibleName(self.tr("Zoom; press for 100 %"))
        self._percent.clicked.connect(lambda: self.zoom_asked.emit(100))
        self.show_zoom(100)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(18)
        left = (self._place, self._proposals, self.conflicts, self._agreed, self.agreed_changed)
        for widget in (*left, self._pending, self.aside):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._saved)
        row.addWidget(self._slider)
        row.addWidget(self._percent)
