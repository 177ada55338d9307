"""Beginning a negotiation from pasted text, with the session file to be made."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.file_endings import SESSION_ENDING, with_ending
from editor.ui.dialogs.file_field import FileField, session_filter
from editor.ui.dialogs.form import Form


class NewSessionDialog(Form):
    """`pasted` holds the text, `path` is where the session is to be. `folder` is where it goes
    if the user says nothing."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("New from pasted text"), parent)
        self.pasted = QPlainTextEdit()
        self.target = FileField(tr("Session file"), session_filter(), saves=True)
        self.pasted.setPlaceholderText(tr("Paste the base text here, a paragraph to a line"))
        self.pasted.setAccessibleName(tr("Base text"))
        self.pasted.setMinimumHeight(220)
        self.pasted.setTabChangesFocus(True)
        self.body.addWidget(self.pasted)
        self.target.set_path(folder / tr("New negotiation.rolling"))
        self.fields.addRow(tr("Session file"), self.target)
        self.pasted.textChanged.connect(self._show_whether_ready)
        self.target.changed.connect(self._show_whether_ready)
        self.finish(tr("Begin"))
        self._show_whether_ready()

    @property
    def path(self) -> Path:
        """The session file to be made."""
        assert self.target.path is not None
        return with_ending(self.target.path, SESSION_ENDING)

    def _show_whether_ready(self) -> None:
        given = bool(self.pasted.toPlainText().strip())
        self.accept_button.setEnabled(given and self.target.path is not None)
