"""What this program is, and what it is made of."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Rolling Text"))
        self.setMinimumWidth(420)
        heading = QLabel("Rolling Text")
        heading.setObjectName("heading")
        words = QLabel(
            self.tr(
                "Version {version}. A desktop editor for the Chair of a negotiation.\n\n"
                "Licensed under the Apache License 2.0. The fonts Tinos and Inter are licensed "
                "under the SIL Open Font License. Made with Qt for Python, used under the LGPL."
            ).format(version=_version())
        )
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for widget in (heading, words, buttons):
            layout.addWidget(widget)


def _version() -> str:
    try:
        return version("rolling-text")
    except PackageNotFoundError:
        return "—"
