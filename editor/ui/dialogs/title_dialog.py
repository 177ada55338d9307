"""Naming the negotiation and its reading, and what stands at the top of its papers."""

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
        self.symbol = QLineEdit(session.symbol)
        self.symbol.setPlaceholderText(self.tr("Symbol at the top of papers; may be empty"))
        self.date = QLineEdit(session.date)
        self.date.setPlaceholderText(self.tr("Date of papers; else the day they are written"))
        self.fields.addRow(self.tr("Title"), self.title)
        self.fields.addRow(self.tr("Reading"), self.reading)
        self.fields.addRow(self.tr("Document symbol"), self.symbol)
        self.fields.addRow(self.tr("Date"), self.date)
        self.finish(self.tr("Keep"))

    def command(self) -> Entitle:
        """What was asked for."""
        fields = (self.title, self.reading, self.symbol, self.date)
        return Entitle(*(each.text().strip() for each in fields))
