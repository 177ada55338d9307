"""The log beside the desk: opened, searched, followed, copied."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from editor.app.log_detail import LogDetail
from editor.negotiation.commands.switching import Decide, SwitchLayers
from editor.storage.log import LogEntry, LogState, append
from editor.storage.opening import connect_for_writing
from editor.storage.session_file import SessionFile
from editor.ui.log.log_window import LogWindow
from editor.ui.main_window import MainWindow
from tests.ui.in_window import controller_of
from tests.ui.negotiations import small_negotiation

MANY = 5_000


@pytest.fixture
def log(window: MainWindow) -> LogWindow:
    """The log, open, after a layer was switched on, a proposal left out, and that undone."""
    controller = controller_of(window)
    controller.execute(SwitchLayers(("can",), True))
    controller.execute(Decide(("a5",), False))
    controller.undo()
    window.actions_.show_log.trigger()
    assert window.session_side.questions is not None
    return window.session_side.questions.companions.log


def words(log: LogWindow) -> list[str]:
    return [log.model.line(row).words for row in range(log.model.rowCount())]


def test_it_says_who_did_what_and_marks_what_was_undone(log: LogWindow) -> None:
    assert log.isVisible()
    assert words(log) == [
        "Undone: Left out of the text: add “and volunteers”",
        "Left out of the text: add “and volunteers” (undone)",
        "Layer on",
        "Session made",
    ]
    assert log.model.line(1).cells[1:4] == ("A. Tester", "3", "CAN")
    index = log.model.index(1, 4)
    assert log.model.data(index, Qt.ItemDataRole.FontRole).strikeOut()  # type: ignore[attr-defined]


def test_typing_into_the_field_finds(log: LogWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(log.search, "layer can")
    assert words(log) == ["Layer on"]

    qtbot.keyClicks(log.search, "ada")
    assert words(log) == []


def test_a_double_click_goes_to_the_provision(
    window: MainWindow, log: LogWindow, qtbot: QtBot
) -> None:
    where = log.lines.visualRect(log.model.index(1, 0)).center()
    qtbot.mouseClick(log.lines.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(log.lines.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert window.session_side.desk.page.provision_in_hand == "p3"


def test_lines_are_copied_as_text(log: LogWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(log.copy, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 4
    assert lines[2].split("\t")[1:] == ["A. Tester", "", "CAN", "Layer on"]

    log.lines.setFocus()
    for row in (0, 2):
        where = log.lines.visualRect(log.model.index(row, 0)).center()
        control = Qt.KeyboardModifier.ControlModifier
        qtbot.mouseClick(log.lines.viewport(), Qt.MouseButton.LeftButton, control, where)
    qtbot.keyClick(log.lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 2


def test_it_follows_what_is_done(window: MainWindow, log: LogWindow, qtbot: QtBot) -> None:
    controller_of(window).execute(SwitchLayers(("nor",), True))

    qtbot.waitUntil(lambda: log.model.rowCount() == 5, timeout=5_000)
    assert log.model.line(0).codes == "NOR"


@pytest.fixture
def long_log(tmp_path: Path) -> Path:
    """A session in which a layer went on and off thousands of times."""
    path = tmp_path / "long.rolling"
    SessionFile.create(path, small_negotiation(), "A. Tester").close()
    start = datetime(2026, 3, 9, tzinfo=UTC)
    with closing(connect_for_writing(path)) as connection, connection.begin():
        for number in range(2, MANY + 2):
            detail = LogDetail(whose=("CAN",), how=("off", "on")[number % 2]).to_json()
            time = (start + timedelta(seconds=number)).isoformat()
            kept = LogState.KEPT  # nobody undoes these
            entry = LogEntry(number, "SwitchLayers", detail, "A. Tester", time, kept)
            append(connection, entry, None)
    return path


def test_thousands_of_actions_open_at_once(
    empty_window: MainWindow, long_log: Path, qtbot: QtBot
) -> None:
    empty_window.open(long_log)
    empty_window.actions_.show_log.trigger()
    assert empty_window.session_side.questions is not None
    log = empty_window.session_side.questions.companions.log

    assert log.model.rowCount() == MANY + 1
    assert log.model.lines_written < 200

    log.search.setText("layer off")
    assert log.model.rowCount() == MANY // 2


def test_an_old_entry_without_details_is_worded(empty_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "old.rolling"
    file = SessionFile.create(path, small_negotiation(), "")
    patch = SwitchLayers(("can",), True).plan(file.session)
    file.commit("SwitchLayers", patch, "", "", "")
    file.close()
    empty_window.open(path)
    empty_window.actions_.show_log.trigger()

    assert empty_window.session_side.questions is not None
    assert words(empty_window.session_side.questions.companions.log)[0] == "Layers switched"


def test_the_session_is_let_go_of(window: MainWindow, log: LogWindow) -> None:
    window.actions_.close_session.trigger()

    assert not log.isVisible()
    assert window.session_side.questions is None
