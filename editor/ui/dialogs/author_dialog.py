"""Who is working here: asked once."""

from PySide6.QtWidgets import QLineEdit, QWidget

from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.form import Form


class AuthorDialog(Form):
    """The name stands beside each action in the history of a session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Your name"), parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("For example: A. Diallo, secretariat"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.fields.addRow(self.tr("Your name"), self.name)
        self.say(
            self.tr(
                "It stands in the history of the session beside what you do, so that two people "
                "at one file are told apart. It is never exported, and asked only once."
            )
        )
        self.finish(self.tr("Continue"))
