"""Long work beside the window: with progress, can be cancelled, leaves nothing half done."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import Generic, TypeVar

from editor.errors import KnownError

Result = TypeVar("Result")
Post = Callable[[Callable[[], None]], None]
"""Runs a call on the thread that started the task."""


class CancelledError(Exception):
    """The user does not want the result any more."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps (0: not known how many); `stage` is a code that the interface
    words."""

    stage: str
    done: int = 0
    total: int = 0


class Report:
    """Given to the work. Call it at every step: it tells the window, and stops the work by
    raising `CancelledError` once the user has cancelled."""

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._cancelled = Event()

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        if self._cancelled.is_set():
            raise CancelledError
        self._tell(Progress(stage, done, total))

    def cancel(self) -> None:
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """What is told at the end: one of the three is called, on the thread of `post`. A fault of
    ours has no result either, as if the work had been cancelled."""

    on_done: Callable[[Result], None]
    on_failed: Callable[[KnownError], None]
    on_cancelled: Callable[[], None] = lambda: None


class Task:
    """Work under way."""

    def __init__(self, report: Report, until_ended: Callable[[], object]) -> None:
        self._report = report
        self._until_ended = until_ended

    def cancel(self) -> None:
        """Ask it to stop. Its result, if it still comes to one, is thrown away."""
        self._report.cancel()

    def wait(self) -> None:
        """Wait until the work itself has ended; its outcome is told later."""
        self._until_ended()


def run_task(
    function: Callable[[Report], Result],
    post: Post,
    on_progress: Callable[[Progress], None],
    outcome: Outcome[Result],
) -> Task:
    """Run `function` on a thread of its own.

    An error that is no KnownError is raised again on the thread of `post`: a fault of ours.
    """
    report = Report(lambda progress: post(lambda: on_progress(progress)))
    executor = ThreadPoolExecutor(1, thread_name_prefix="task")
    future: Future[Result] = executor.submit(function, report)

    def ended(finished: "Future[Result]") -> None:
        post(lambda: _tell(finished, report, outcome))

    future.add_done_callback(ended)
    executor.shutdown(wait=False)
    return Task(report, future.exception)


def _tell(finished: "Future[Result]", report: Report, outcome: Outcome[Result]) -> None:
    if report.is_cancelled:
        outcome.on_cancelled()
        return
    try:
        result = finished.result()
    except CancelledError:
        outcome.on_cancelled()
    except KnownError as error:
        outcome.on_failed(error)
    except BaseException:
        outcome.on_cancelled()
        raise
    else:
        outcome.on_done(result)
