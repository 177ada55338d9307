"""Writing the composed text to a file."""

from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.file_field import FileField
from editor.ui.dialogs.form import Form

CLEAN, REDLINE, BRACKETED, DUMP = "clean", "redline", "bracketed", "json"
_ENDING = {DUMP: ".json"}


class ExportDialog(Form):
    """`form` is what to write, `path` where."""

    def __init__(
        self, folder: Path, name: str, open_conflicts: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Export"), parent)
        self._folder, self._name = folder, name
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        for form, title, words in (
            (
                REDLINE,
                tr("Redline (Word)"),
                tr("Tracked changes by each delegation; co-sponsors and reasons as comments"),
            ),
            (CLEAN, tr("Clean text (Word)"), tr("The composed text as it would be read")),
            (
                BRACKETED,
                tr("Bracketed text (Word)"),
                tr("The composed text with what is not agreed in square brackets"),
            ),
            (
                DUMP,
                tr("Everything (JSON)"),
                tr("The whole session for other programs; can be restored"),
            ),
        ):
            self._add(form, title, words)
        self.target = FileField(tr("File"), "", saves=True)
        self.fields.addRow(tr("File"), self.target)
        if open_conflicts:
            self.say(
                tr(
                    "Open conflicts: {n}. They are written as alternatives in square brackets."
                ).format(n=open_conflicts)
            )
        self.finish(tr("Export"))
        self.choices[REDLINE].setChecked(True)
        self._propose()

    @property
    def form(self) -> str:
        return next(form for form, choice in self.choices.items() if choice.isChecked())

    @property
    def path(self) -> Path:
        assert self.target.path is not None
        path = self.target.path
        return path if path.suffix else path.with_suffix(_ENDING.get(self.form, ".docx"))

    def _add(self, form: str, title: str, words: str) -> None:
        choice = QRadioButton(title)
        choice.setAccessibleDescription(words)
        choice.toggled.connect(self._propose)
        self._group.addButton(choice)
        self.choices[form] = choice
        explained = QLabel(words)
        explained.setObjectName("cardText")
        explained.setWordWrap(True)
        explained.setContentsMargins(22, 0, 0, 4)
        self.fields.addRow(choice)
        self.fields.addRow(explained)

    def _propose(self) -> None:
        if self.target.was_typed:
            return
        self.target.set_path(
            self._folder / f"{self._name} {self.form}{_ENDING.get(self.form, '.docx')}"
        )
