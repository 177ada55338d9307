"""What the dialogs have in common: a title, fields, and two buttons."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget


class Form(QDialog):
    """Fill `fields` and call `finish`; `accept_button` is what Enter presses."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """`title` is in the user's language already."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 18, 20, 16)
        self.body.setSpacing(12)
        heading = QLabel(title)
        heading.setObjectName("subheading")
        self.body.addWidget(heading)
        self.fields = QFormLayout()
        self.fields.setSpacing(10)
        self.body.addLayout(self.fields)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.rejected.connect(self.reject)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._make_room()
        return handled

    def _make_room(self) -> None:
        """Grow to what the fields need. Qt does not see to it: combo boxes say how wide they are
        only when shown, and wrapped lines need height for the width they get."""
        width = max(self.width(), self.body.totalMinimumSize().width())
        height = max(self.height(), self.body.totalHeightForWidth(width))
        if (width, height) != (self.width(), self.height()):
            self.resize(width, height)

    def add_field(self, words: str, field: QWidget) -> None:
        """A field below those there are; an ampersand in `words` marks the key that leads to it."""
        label = QLabel(words)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        self.fields.addRow(label, field)

    def say(self, words: str) -> QLabel:
        """A line of explanation below the fields."""
        label = QLabel(words)
        label.setObjectName("hint")
        label.setWordWrap(True)
        self.body.addWidget(label)
        return label

    def finish(self, accept: str) -> None:
        """Put the buttons below everything else."""
        self.accept_button = self._buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setObjectName("primary")
        self.accept_button.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self.body.addStretch()
        self.body.addWidget(self._buttons)
