"""The reading behind the pages: one piece at a time, shown in the window it is for."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.app.tasks import Outcome, Progress, Report, Task, run_task
from editor.errors import KnownError
from editor.ui.post_to_window import PostToWindow

Result = TypeVar("Result")


class Work(QObject):
    """Stopping is at once: what a stopped piece still comes to is thrown away."""

    def __init__(
        self,
        window: QWidget,
        on_progress: Callable[[Progress], None],
        on_failed: Callable[[KnownError], None],
        on_stopped: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._on_progress = on_progress
        self._on_failed = on_failed
        self._on_stopped = on_stopped
        self._post = PostToWindow(window.parent() or window)  # work may outlive the window
        self._number = 0
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    def run(self, work: Callable[[Report], Result], on_done: Callable[[Result], None]) -> None:
        """Do `work` beside the window; its result goes to `on_done`."""
        self._number += 1
        number = self._number

        def told(call: Callable[[], None]) -> None:
            if self._task is not None and number == self._number:
                call()

        def done(result: Result) -> None:
            self._task = None
            on_done(result)

        def failed(error: KnownError) -> None:
            self._task = None
            self._on_failed(error)

        def ended() -> None:
            self._task = None
            self._on_stopped()

        self._task = run_task(
            work,
            self._post,
            lambda progress: told(lambda: self._on_progress(progress)),
            Outcome(
                lambda result: told(lambda: done(result)),
                lambda error: told(lambda: failed(error)),
                lambda: told(ended),
            ),
        )

    def stop(self) -> None:
        """Ask it to stop, and go on as if it had."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._on_stopped()
