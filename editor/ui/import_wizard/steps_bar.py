"""The head of the guided import: its steps side by side."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from editor.ui.import_wizard.import_words import tr


def steps_bar(buttons: Sequence[QPushButton]) -> QHBoxLayout:
    """A row of the buttons, one for each step."""
    head = QHBoxLayout()
    head.setSpacing(0)
    names = (tr("What it is"), tr("Whose it is"), tr("Its base"), tr("Review"))
    for number, (button, name) in enumerate(zip(buttons, names, strict=True)):
        button.setText(f"&{number + 1}  {name}")
        button.setObjectName("segment")
        place = "first" if number == 0 else "last" if number == len(names) - 1 else "middle"
        button.setProperty("place", place)
        button.setCheckable(True)
        button.setAutoDefault(False)
        head.addWidget(button)
    head.addStretch()
    return head
