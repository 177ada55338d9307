"""Work beside the window: whatever comes of it, the window is there again."""

import pytest
from pytestqt.qtbot import QtBot

from editor.app.tasks import Report
from editor.ui.main_window import MainWindow


def test_a_fault_in_the_work_does_not_hold_the_window(window: MainWindow, qtbot: QtBot) -> None:
    def work(_report: Report) -> None:
        raise ZeroDivisionError("a fault of ours")

    with qtbot.capture_exceptions() as faults:
        window.background.run("Reading", "Not read", work, lambda _: pytest.fail("no result"))
        qtbot.waitUntil(lambda: not window.background.is_busy)

    assert [str(each[1]) for each in faults] == ["a fault of ours"]
    assert window.isEnabled()
