"""The foot of the guided import: how far it is, what is missing, and the buttons."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from editor.app.tasks import Progress
from editor.ui.import_wizard.import_words import tr
from editor.ui.wording import stage_words


class Foot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.words, self.bar = QLabel(), QProgressBar()
        self.cancel = QPushButton(tr("Cancel"))
        self.back = QPushButton(tr("&Back"))
        self.next = QPushButton(tr("&Next"))
        self.words.setObjectName("hint")
        self.words.setWordWrap(True)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName(tr("Progress"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.words, 1)
        for button in (self.cancel, self.back, self.next):
            button.setAutoDefault(False)
            layout.addWidget(button)
        self.next.setObjectName("primary")
        self.next.setDefault(True)
        self.next.setAutoDefault(True)

    def show_progress(self, progress: Progress) -> None:
        self.words.setText(stage_words(progress.stage))
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def show_busy(self) -> None:
        """Something is being read; the words of its stage stay."""
        self._show_buttons(is_busy=True)
        self._say(self.words.text() or stage_words(""))

    def show_ready(self, is_ready: bool, words: str) -> None:
        """Whether one can go on; `words` say why not, or what will happen."""
        self._show_buttons(is_busy=False)
        self.next.setEnabled(is_ready)
        self._say(words)

    def show_fault(self, words: str) -> None:
        """What went wrong, until something else is said."""
        self._say(words, "guess")

    def _show_buttons(self, is_busy: bool) -> None:
        self.bar.setVisible(is_busy)
        self.back.setEnabled(not is_busy)
        self.cancel.setText(tr("Stop") if is_busy else tr("Cancel"))
        if is_busy:
            self.next.setEnabled(False)

    def _say(self, words: str, look: str = "hint") -> None:
        self.words.setText(words)
        if self.words.objectName() != look:
            self.words.setObjectName(look)
            style = self.words.style()
            style.unpolish(self.words)
            style.polish(self.words)
