"""Long work under way: what it is doing, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor.app.tasks import Progress
from editor.ui.wording import stage_words


class ProgressDialog(QDialog):
    """Closes when `finish` is called. Esc, closing and the button ask to cancel."""

    cancel_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(380)
        heading = QLabel(title)
        heading.setObjectName("subheading")
        self._stage = QLabel(stage_words(""))
        self._stage.setObjectName("hint")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self._ask_to_cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        for widget in (heading, self._stage, self._bar):
            layout.addWidget(widget)
        layout.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)

    def show_progress(self, progress: Progress) -> None:
        self._stage.setText(stage_words(progress.stage))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def finish(self) -> None:
        """The work has ended, one way or the other."""
        super().reject()

    def reject(self) -> None:
        self._ask_to_cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._ask_to_cancel()

    def _ask_to_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._stage.setText(self.tr("Stopping; nothing will be changed…"))
        self.cancel_asked.emit()
