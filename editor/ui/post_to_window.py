"""Calls from other threads, run on the window's own."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class PostToWindow(QObject):
    """Call it from any thread: what it is given runs when the window's thread is free."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def __call__(self, call: Callable[[], None]) -> None:
        self._posted.emit(call)

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        call()
