"""The notice that agreed texts have changed: whatever changed them, nobody shall miss it."""

from PySide6.QtCore import QObject, QTimer

from editor.app.workspace import SessionChange
from editor.negotiation.composition import Composition
from editor.ui.facts.agreed_texts import AgreedTexts
from editor.ui.status_bar import StatusBar


class AgreedNotice(QObject):
    """Stands in the status bar until the text is as it was, or its status is set anew."""

    def __init__(self, bar: StatusBar, composition: Composition, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._show)
        self.begin(composition)

    def begin(self, composition: Composition) -> None:
        """What is agreed now is what was agreed."""
        self._composition = composition
        self._texts = AgreedTexts(composition)
        self._show()

    def follow(self, composition: Composition, change: SessionChange) -> None:
        """Look at what `change` did, after the page has shown it."""
        self._composition = composition
        self._texts.follow(composition, change)
        self._idle.start()

    def let_go(self) -> None:
        """Say nothing more: another session will be shown."""
        self._idle.stop()

    def next_after(self, provision: str) -> str | None:
        """The next agreed provision that has changed, seen from `provision`; round at the end."""
        changed = self._texts.changed()
        at = changed.index(provision) + 1 if provision in changed else 0
        return changed[at % len(changed)] if changed else None

    def _show(self) -> None:
        provisions = self._composition.session.provisions
        self._bar.show_agreed_changed([provisions[each].label for each in self._texts.changed()])
