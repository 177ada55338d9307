"""Who is working here: asked once."""

from PySide6.QtWidgets import QLineEdit, QWidget

from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.form import Form


class AuthorDialog(Form):
    """The name stands beside each action in the history of a session."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        """`name` is the one used so far."""
        super().__init__(tr("Your name"), parent)
        self.name = QLineEdit(name)
        self.name.setPlaceholderText(self.tr("For example: A. Diallo, secretariat"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.fields.addRow(self.tr("Your name"), self.name)
        self.say(
            self.tr(
                "It stands in the log of the session beside what you do, so that two people at "
                "one file are told apart. It is never exported. You are asked only once; the "
                "menu changes it."
            )
        )
        self.finish(self.tr("Continue"))
