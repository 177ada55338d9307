"""Naming the negotiation and its reading."""

from PySide6.QtWidgets import QLineEdit, QWidget

from editor.negotiation.commands.status import Entitle
from editor.negotiation.session import Session
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.form import Form


class TitleDialog(Form):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Title and reading"), parent)
        self.title = QLineEdit(session.title)
        self.reading = QLineEdit(session.reading)
        self.reading.setPlaceholderText(self.tr("For example: second reading, Rev.1"))
        self.fields.addRow(self.tr("Title"), self.title)
        self.fields.addRow(self.tr("Reading"), self.reading)
        self.finish(self.tr("Keep"))

    def command(self) -> Entitle:
        """What was asked for."""
        return Entitle(self.title.text().strip(), self.reading.text().strip())
