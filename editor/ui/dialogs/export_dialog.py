"""Writing something to hand out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.file_endings import with_ending
from editor.ui.dialogs.file_field import FileField
from editor.ui.dialogs.form import Form

CLEAN, REDLINE, BRACKETED, DUMP = "clean", "redline", "bracketed", "json"
COMPILATION, TABLE, MATRIX, FATE = "compilation", "table", "matrix", "fate"
_TEXT_ENDINGS = (".docx", ".pdf", ".html", ".txt")
_ENDINGS = {
    DUMP: (".json",),
    MATRIX: (".xlsx",),
    TABLE: (".docx", ".xlsx"),
    COMPILATION: (".docx", ".md", ".pdf", ".html"),
    FATE: (".docx",),
}
_ALL_ENDINGS = frozenset(_TEXT_ENDINGS).union(*_ENDINGS.values())
SHOWN, LEFT_OUT = "shown", "left out"
_NEEDS_NAMES = frozenset({MATRIX, FATE})
_COLUMN = 280


class ExportDialog(Form):
    """`form` is what to write, `path` where, `names` whether they are shown, and
    `delegation` (an id) whose proposals it is about; of everybody's, `path` is a folder."""

    def __init__(
        self,
        folder: Path,
        name: str,
        open_conflicts: int,
        parent: QWidget | None = None,
        delegations: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`delegations` are ids and names of those that propose something."""
        super().__init__(tr("Export"), parent)
        self._folder, self._name = folder, name
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        self.about = QComboBox()
        self.ending = QComboBox()
        self.anonymous = QCheckBox(tr("Without names"))
        self.target = FileField(tr("File"), "", saves=True)
        self.fields.addRow(self._offered())
        self.about.addItem(tr("Every delegation, one file each in a folder"), "")
        for key, shown in delegations:
            self.about.addItem(shown, key)
        self.about.currentIndexChanged.connect(self._propose)
        self.ending.currentIndexChanged.connect(self._propose)
        self.target.changed.connect(self._follow_name)
        self.target.line.editingFinished.connect(self._show_name)
        self.fields.addRow(tr("About"), self.about)
        self.fields.addRow(tr("Format"), self.ending)
        self.fields.addRow("", self.anonymous)
        self.fields.addRow(tr("File"), self.target)
        if open_conflicts:
            self.say(
                tr(
                    "Open conflicts: {n}. They are written as alternatives in square brackets."
                ).format(n=open_conflicts)
            )
        self.finish(tr("Export"))
        self.choices[REDLINE].setChecked(True)
        self._follow_form()

    @property
    def form(self) -> str:
        return next(form for form, choice in self.choices.items() if choice.isChecked())

    @property
    def delegation(self) -> str:
        return str(self.about.currentData() or "") if self.form == FATE else ""

    @property
    def names(self) -> str:
        is_anonymous = self.anonymous.isEnabled() and self.anonymous.isChecked()
        return LEFT_OUT if is_anonymous else SHOWN

    @property
    def is_folder(self) -> bool:
        """Whether `path` is a folder for several files."""
        return self.form == FATE and not self.delegation

    @property
    def path(self) -> Path:
        assert self.target.path is not None
        return with_ending(self.target.path, self._ending, _ALL_ENDINGS)

    @property
    def _ending(self) -> str:
        return "" if self.is_folder else self.ending.currentText()

    def _offered(self) -> QGridLayout:
        """The choices in two columns: one below the other they are too high for a small screen."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        offers = _offers()
        rows = (len(offers) + 1) // 2
        for number, (form, title, words) in enumerate(offers):
            place = Qt.AlignmentFlag.AlignTop
            grid.addLayout(self._offer(form, title, words), number % rows, number // rows, place)
            grid.setColumnMinimumWidth(number // rows, _COLUMN)
        return grid

    def _offer(self, form: str, title: str, words: str) -> QVBoxLayout:
        choice = QRadioButton(title)
        choice.setAccessibleDescription(words)
        choice.toggled.connect(self._follow_form)
        self._group.addButton(choice)
        self.choices[form] = choice
        explained = QLabel(words)
        explained.setObjectName("cardText")
        explained.setWordWrap(True)
        explained.setContentsMargins(22, 0, 0, 0)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(choice)
        both.addWidget(explained)
        return both

    def _follow_form(self) -> None:
        """Show what the form can be asked for."""
        if self._group.checkedButton() is None:
            return
        endings = _ENDINGS.get(self.form, _TEXT_ENDINGS)
        blocked = QSignalBlocker(self.ending)
        self.ending.clear()
        self.ending.addItems(list(endings))
        self._take_typed_ending()
        blocked.unblock()
        self.ending.setEnabled(len(endings) > 1)
        self.about.setEnabled(self.form == FATE)
        self.anonymous.setEnabled(self.form not in _NEEDS_NAMES)
        self._propose()

    def _follow_name(self) -> None:
        """What was typed says the format, where it is one of the form."""
        self._take_typed_ending()
        self.accept_button.setEnabled(self.target.path is not None)

    def _show_name(self) -> None:
        """What was typed, as it will be written."""
        if self.target.was_typed and self.target.path is not None:
            self.target.set_path(self.path)

    def _take_typed_ending(self) -> None:
        path = self.target.path
        number = self.ending.findText(path.suffix.lower()) if path is not None else -1
        if self.target.was_typed and number >= 0:
            with QSignalBlocker(self.ending):
                self.ending.setCurrentIndex(number)

    def _propose(self) -> None:
        """A name with the ending chosen: our own, or the one that was typed."""
        if not self.target.was_typed:
            self.target.set_path(self._folder / f"{self._name} {self.form}{self._ending}")
        else:
            self._show_name()


def _offers() -> tuple[tuple[str, str, str], ...]:
    """What there is, each with a sentence."""
    return (
        (
            REDLINE,
            tr("Redline"),
            tr("Tracked changes by each delegation; co-sponsors and reasons as comments"),
        ),
        (CLEAN, tr("Clean text"), tr("The composed text as it would be read")),
        (
            BRACKETED,
            tr("Bracketed text"),
            tr("The composed text with what is not agreed in square brackets"),
        ),
        (
            COMPILATION,
            tr("Compilation"),
            tr("Everybody's proposals in one text, who wants what, reasons as footnotes"),
        ),
        (
            TABLE,
            tr("Comparison table"),
            tr("The base, what each delegation wants and the compromise, side by side"),
        ),
        (MATRIX, tr("Positions"), tr("Who proposes, supports and opposes what, in a sheet")),
        (
            FATE,
            tr("What became of proposals"),
            tr("For one delegation or for each: adopted, left out, open, and the final words"),
        ),
        (
            DUMP,
            tr("Everything"),
            tr("The whole session for other programs, also what is private; can be restored"),
        ),
    )
