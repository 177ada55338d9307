"""Long work with a progress window before it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.app.tasks import Outcome, Report, Task, run_task
from editor.errors import KnownError
from editor.ui.collector import collecting_later
from editor.ui.dialogs.ask import tell
from editor.ui.dialogs.progress_dialog import ProgressDialog
from editor.ui.post_to_window import PostToWindow
from editor.ui.wording import worded

Result = TypeVar("Result")


def _with_collector_at_rest(work: Callable[[Report], Result]) -> Callable[[Report], Result]:
    """Large work makes what stays; to look through it all stops the window too."""

    def quietly(report: Report) -> Result:
        with collecting_later():
            return work(report)

    return quietly


class Background(QObject):
    """Runs one piece of work at a time for a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._post = PostToWindow(self)
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    def run(
        self,
        title: str,
        failed: str,
        work: Callable[[Report], Result],
        on_done: Callable[[Result], None],
    ) -> None:
        """Run `work`; its result goes to `on_done`. `failed` heads the message if it cannot."""
        if self._task is not None:
            return
        dialog = ProgressDialog(title, self._window)

        def end() -> None:
            self._task = None
            dialog.finish()
            dialog.deleteLater()

        def done(result: Result) -> None:
            end()
            on_done(result)

        def fail(error: KnownError) -> None:
            end()
            tell(self._window, failed, worded(error))

        self._task = run_task(
            _with_collector_at_rest(work),
            self._post,
            dialog.show_progress,
            Outcome(done, fail, on_cancelled=end),
        )
        dialog.cancel_asked.connect(self._task.cancel)
        dialog.open()
