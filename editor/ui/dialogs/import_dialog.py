"""Bringing a document into the open session."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from editor.app.import_request import ImportKind, ImportRequest
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.session import Session
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.file_field import FileField, documents_filter
from editor.ui.dialogs.form import Form


class ImportDialog(Form):
    """A session without a text takes a base text or a compilation; one that has its text takes
    the layer of a delegation, known or new."""

    def __init__(
        self,
        session: Session,
        delegation: str = "",
        source: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`delegation` is the id of whose layer it is, if that is known."""
        super().__init__(tr("Import"), parent)
        self._session = session
        self.kind = QComboBox()
        self.source = FileField(tr("Document"), documents_filter())
        self.base = FileField(tr("Base text"), documents_filter())
        self.delegation = QComboBox()
        self.delegation.setEditable(True)
        self._fill(delegation)
        if source is not None:
            self.source.set_path(source)
        self._show_fields()

    def request(self) -> ImportRequest:
        """What is to be read."""
        kind = ImportKind(self.kind.currentData())
        assert self.source.path is not None
        if kind in _OF_A_DELEGATION:
            return ImportRequest(kind, self.source.path, delegation=self._whose())
        return ImportRequest(kind, self.source.path, self.base.path)

    def _whose(self) -> str:
        """The code of a delegation that was chosen, or what was typed."""
        text = self.delegation.currentText().strip()
        number = self.delegation.findText(text)
        return str(self.delegation.itemData(number)) if number >= 0 else text

    def _fill(self, delegation: str) -> None:
        offered = (
            (ImportKind.LAYER, ImportKind.TABLE)
            if self._session.base_order
            else (ImportKind.COMPILATION, ImportKind.BASE)
        )
        for kind in offered:
            self.kind.addItem(_kind_words(kind), kind)
        rank = self._session.rank_of
        for each in sorted(self._session.delegations.values(), key=lambda d: rank[d.id]):
            if each.id != CHAIR_ID:
                self.delegation.addItem(f"{each.code}   {each.name}", each.code)
                if each.id == delegation:
                    self.delegation.setCurrentIndex(self.delegation.count() - 1)
        if not delegation:
            self.delegation.setCurrentIndex(-1)
        self.delegation.setAccessibleName(tr("Delegation"))
        self.kind.setAccessibleName(tr("What it is"))
        for words, field in (
            (tr("What it is"), self.kind),
            (tr("Document"), self.source),
            (tr("Whose text it is"), self.delegation),
            (tr("Base text, if you have it"), self.base),
        ):
            self.fields.addRow(QLabel(words), field)
        self._hint = self.say("")
        self.finish(tr("Import"))
        self.kind.currentIndexChanged.connect(self._show_fields)
        self.source.changed.connect(self._show_whether_ready)
        self.delegation.currentTextChanged.connect(self._show_whether_ready)

    def _show_fields(self) -> None:
        kind = ImportKind(self.kind.currentData())
        self.fields.setRowVisible(self.delegation, kind in _OF_A_DELEGATION)
        self.fields.setRowVisible(self.base, kind is ImportKind.COMPILATION)
        self._hint.setText(_hint(kind))
        self._show_whether_ready()

    def _show_whether_ready(self) -> None:
        whose = bool(self.delegation.currentText().strip())
        needs_whose = self.kind.currentData() == ImportKind.LAYER
        self.accept_button.setEnabled(self.source.path is not None and (whose or not needs_whose))


_OF_A_DELEGATION = frozenset({ImportKind.LAYER, ImportKind.TABLE})


def _hint(kind: ImportKind) -> str:
    if kind is ImportKind.LAYER:
        return tr(
            "The delegation’s tracked changes, or its whole text as it wants it, which is then "
            "compared by words. A later text of the same delegation replaces the one before, and "
            "what it no longer wants is kept as superseded."
        )
    if kind is ImportKind.TABLE:
        return tr(
            "A spreadsheet (.xlsx, .csv) or a Word file with a table: a column for the provision, "
            "one for the proposed wording, if there are any for the reason and the delegation. "
            "Name the delegation here if the table does not."
        )
    return tr("After an import all layers are off: the page is the base.")


def _kind_words(kind: ImportKind) -> str:
    return {
        ImportKind.BASE: tr("A base text"),
        ImportKind.COMPILATION: tr("A compilation of written comments"),
        ImportKind.LAYER: tr("A delegation’s text"),
        ImportKind.TABLE: tr("A table of proposals"),
    }[kind]
