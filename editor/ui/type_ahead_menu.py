"""A menu in which typing finds an entry."""

from time import monotonic

from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu

_PAUSE = 1.0
"""Seconds after which typing begins anew."""


class TypeAheadMenu(QMenu):
    """What is typed lights the first entry that begins with it, else the first with a word
    that does; Enter chooses as in any menu."""

    _typed = ""
    _typed_at = 0.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        goes_on = monotonic() - self._typed_at < _PAUSE
        if not text.isprintable() or not (text.strip() or (text and goes_on and self._typed)):
            super().keyPressEvent(event)
            return
        self._typed = f"{self._typed if goes_on else ''}{text}"
        self._typed_at = monotonic()
        found = self._beginning_with(self._typed.casefold())
        if found is not None:
            self.setActiveAction(found)
        event.accept()

    def _beginning_with(self, typed: str) -> QAction | None:
        entries = [(each, _read(each)) for each in self.actions()]
        first = (each for each, words in entries if words.startswith(typed))
        inside = (each for each, words in entries if f" {typed}" in words)
        return next(first, None) or next(inside, None)


def _read(action: QAction) -> str:
    """The words as they are read, without the sign for a key."""
    return " ".join(action.text().replace("&&", "&").split()).casefold()
