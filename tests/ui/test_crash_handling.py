import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from editor.errors import KnownError
from editor.ui.crash_handling import CrashDialog, CrashHandling


@pytest.fixture
def handling(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashHandling]:
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    made = CrashHandling(application)
    yield made
    made.end()


def _raise_to_hook(error: Exception) -> None:
    sys.excepthook(type(error), error, None)


@pytest.mark.usefixtures("handling")
def test_a_fault_of_ours_shows_no_traceback_unless_asked(application: QApplication) -> None:
    seen: list[bool] = []

    def look() -> None:
        dialog = application.activeModalWidget()
        assert isinstance(dialog, CrashDialog)
        seen.append(dialog.details.isVisible())
        dialog.show_details.click()
        seen.append(dialog.details.isVisible())
        assert "ZeroDivisionError" in dialog.details.toPlainText()
        dialog.accept()

    QTimer.singleShot(0, look)
    _raise_to_hook(ZeroDivisionError("1/0"))

    assert seen == [False, True]


@pytest.mark.usefixtures("handling")
def test_what_is_known_is_said_in_a_sentence(application: QApplication) -> None:
    said: list[str] = []

    def look() -> None:
        box = application.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.informativeText())
        box.accept()

    QTimer.singleShot(0, look)
    _raise_to_hook(KnownError("cannot_split"))

    assert said == ["This proposal is one change and cannot be split."]


def test_the_hook_before_comes_back(application: QApplication) -> None:
    before = sys.excepthook
    CrashHandling(application).end()

    assert sys.excepthook is before
