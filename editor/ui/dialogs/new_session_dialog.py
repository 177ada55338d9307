"""Beginning a negotiation: from a file or pasted text, with the session file to be made."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from editor.app.import_request import ImportKind, ImportRequest
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.file_field import FileField, documents_filter, session_filter
from editor.ui.dialogs.form import Form

_SUFFIX = ".rolling"


class NewSessionDialog(Form):
    """`request` says what to read, `path` where the session is to be. `folder` is where new
    sessions go if the user says nothing."""

    def __init__(
        self, way: str, folder: Path, source: Path | None = None, parent: QWidget | None = None
    ) -> None:
        """`way` is `base`, `pasted` or `compilation`."""
        titles = {
            "base": tr("New from a file"),
            "pasted": tr("New from pasted text"),
            "compilation": tr("Import a compilation"),
        }
        super().__init__(titles[way], parent)
        self._way = way
        self._folder = folder
        self._named = False
        self.source = FileField(tr("Document"), documents_filter())
        self.pasted = QPlainTextEdit()
        self.base = FileField(tr("Base text"), documents_filter())
        self.target = FileField(tr("Session file"), session_filter(), saves=True)
        self._fill(way)
        if source is not None:
            self.source.set_path(source)
        self._show_whether_ready()

    def request(self) -> ImportRequest:
        """What is to be read."""
        kind = ImportKind.COMPILATION if self._way == "compilation" else ImportKind.BASE
        if self._way == "pasted":
            return ImportRequest(kind, self.pasted.toPlainText())
        assert self.source.path is not None
        return ImportRequest(kind, self.source.path, self.base.path)

    @property
    def path(self) -> Path:
        """The session file to be made."""
        assert self.target.path is not None
        path = self.target.path
        return path if path.suffix else path.with_suffix(_SUFFIX)

    def _fill(self, way: str) -> None:
        if way == "pasted":
            self.pasted.setPlaceholderText(tr("Paste the base text here, a paragraph to a line"))
            self.pasted.setAccessibleName(tr("Base text"))
            self.pasted.setMinimumHeight(220)
            self.pasted.setTabChangesFocus(True)
            self.pasted.textChanged.connect(self._show_whether_ready)
            self.body.addWidget(self.pasted)
            self.target.set_path(self._folder / tr("New negotiation.rolling"))
        else:
            self.fields.addRow(tr("Document"), self.source)
            self.source.changed.connect(self._propose_target)
        if way == "compilation":
            self.fields.addRow(tr("Base text, if you have it"), self.base)
            self.base.changed.connect(self._show_whether_ready)
        self.fields.addRow(tr("Session file"), self.target)
        self.target.changed.connect(self._target_named)
        self.say(
            tr(
                "Word (.docx), LibreOffice (.odt), Markdown and plain text are read. The document "
                "stays as it is."
            )
        )
        self.finish(tr("Begin"))

    def _propose_target(self) -> None:
        source = self.source.path
        if source is not None and not self._named:
            self.target.set_path(self._folder / f"{source.stem}{_SUFFIX}")
        self._show_whether_ready()

    def _target_named(self) -> None:
        self._named = self.target.was_typed
        self._show_whether_ready()

    def _show_whether_ready(self) -> None:
        if self._way == "pasted":
            given = bool(self.pasted.toPlainText().strip())
        else:
            given = self.source.path is not None
        self.accept_button.setEnabled(given and self.target.path is not None)
