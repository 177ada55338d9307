"""Go to a provision by its label."""

from PySide6.QtWidgets import QLineEdit, QWidget

from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.form import Form
from editor.ui.navigation import Navigation


class GoToDialog(Form):
    """`found` is the provision that the label names, while it is typed."""

    def __init__(self, navigation: Navigation, parent: QWidget | None = None) -> None:
        super().__init__(tr("Go to provision"), parent)
        self._navigation = navigation
        self.found: str | None = None
        self.label = QLineEdit()
        self.label.setPlaceholderText(self.tr("Label, for example 11 bis or PP3"))
        self.label.setAccessibleName(self.tr("Label"))
        self.label.textChanged.connect(self._look)
        self.fields.addRow(self.tr("Label"), self.label)
        self._answer = self.say("")
        self.finish(self.tr("Go"))
        self.accept_button.setEnabled(False)

    def _look(self, label: str) -> None:
        self.found = self._navigation.labelled(label)
        self.accept_button.setEnabled(self.found is not None)
        if self.found is None:
            self._answer.setText(self.tr("There is no such provision.") if label.strip() else "")
        else:
            self._answer.setText(self._navigation.first_words(self.found))
