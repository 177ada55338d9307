from collections.abc import Callable
from queue import Queue
from threading import Event, current_thread

import pytest

from editor.app.tasks import Outcome, Progress, Report, run_task
from editor.errors import KnownError


class _Owner:
    """The thread that started the tasks: runs what is posted to it."""

    def __init__(self) -> None:
        self.calls: Queue[Callable[[], None]] = Queue()
        self.heard: list[object] = []

    def outcome(self) -> Outcome[int]:
        return Outcome(
            lambda result: self.heard.append(result),
            lambda error: self.heard.append(error.code),
            lambda: self.heard.append("cancelled"),
        )

    def run(self, number: int) -> None:
        for _ in range(number):
            self.calls.get(timeout=5)()


def test_progress_and_the_result_come_to_the_thread_that_asked() -> None:
    owner = _Owner()
    worked_on: list[object] = []

    def work(report: Report) -> int:
        worked_on.append(current_thread())
        report("reading", 1, 2)
        return 7

    run_task(work, owner.calls.put, owner.heard.append, owner.outcome())
    owner.run(2)

    assert owner.heard == [Progress("reading", 1, 2), 7]
    assert worked_on != [current_thread()]


def test_what_is_wrong_outside_is_told() -> None:
    owner = _Owner()

    def work(report: Report) -> int:
        raise KnownError("file_missing", name="x")

    run_task(work, owner.calls.put, owner.heard.append, owner.outcome())
    owner.run(1)

    assert owner.heard == ["file_missing"]


def test_a_fault_of_ours_is_raised_where_it_was_asked() -> None:
    owner = _Owner()

    def work(report: Report) -> int:
        raise ZeroDivisionError

    run_task(work, owner.calls.put, owner.heard.append, owner.outcome())

    with pytest.raises(ZeroDivisionError):
        owner.run(1)
    assert owner.heard == ["cancelled"]


def test_cancelling_stops_at_the_next_step() -> None:
    owner = _Owner()
    started, cancelled = Event(), Event()
    steps: list[int] = []

    def work(report: Report) -> int:
        report("reading")
        started.set()
        cancelled.wait(5)
        report("writing")
        steps.append(1)
        return 7

    task = run_task(work, owner.calls.put, owner.heard.append, owner.outcome())
    started.wait(5)
    task.cancel()
    cancelled.set()
    owner.run(2)

    assert owner.heard == [Progress("reading"), "cancelled"]
    assert steps == []


def test_a_result_that_comes_too_late_is_thrown_away() -> None:
    owner = _Owner()
    go_on = Event()

    def work(report: Report) -> int:
        go_on.wait(5)
        return 7

    task = run_task(work, owner.calls.put, owner.heard.append, owner.outcome())
    task.cancel()
    go_on.set()
    task.wait()
    owner.run(1)

    assert owner.heard == ["cancelled"]
