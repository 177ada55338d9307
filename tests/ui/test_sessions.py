"""Opening, making and closing sessions, with what can be in the way."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor.app import sample
from editor.cli.main import main
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.status import Entitle
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.session import Decision
from editor.storage.locking import LockNote, lock_path
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError
from editor.ui import sessions
from editor.ui.main_window import MainWindow
from editor.ui.trays.trays_window import TraysWindow
from tests.ui.negotiations import small_negotiation

SAMPLE = Path(__file__).parents[2] / "sample_sessions"


@pytest.fixture
def answer(application: QApplication) -> Callable[[str], list[str]]:
    """Presses the named button of the next message; what the message said."""

    def press_next(button: str) -> list[str]:
        said: list[str] = []

        def press() -> None:
            box = application.activeModalWidget()
            if not isinstance(box, QMessageBox):
                QTimer.singleShot(20, press)
                return
            said.append(f"{box.text()} | {box.informativeText()}")
            next(b for b in box.buttons() if b.text().replace("&", "") == button).click()

        QTimer.singleShot(20, press)
        return said

    return press_next


def test_a_file_that_is_no_session_is_said_plainly(
    empty_window: MainWindow, tmp_path: Path, answer: Callable[[str], list[str]]
) -> None:
    path = tmp_path / "letter.rolling"
    path.write_text("Dear Chair")
    said = answer("OK")

    empty_window.open(path)

    assert "was not opened" in said[0]
    assert "not a Rolling Text session" in said[0]
    assert empty_window.start_page.isVisible()


def test_a_session_that_is_open_elsewhere_can_be_read(
    empty_window: MainWindow, session_path: Path, answer: Callable[[str], list[str]]
) -> None:
    elsewhere = SessionFile.open(session_path, "B. Other")
    said = answer("Open for Reading Only")

    empty_window.open(session_path)
    elsewhere.close()

    side = empty_window.session_side
    assert "B. Other" in said[0]
    assert side.controller is not None
    assert side.controller.workspace.file.read_only
    assert side.desk.status_bar.saved_words == "open for reading only"

    told = answer("OK")
    side.controller.execute(SwitchLayers(("can",), True))
    assert "can only be read" in told[0]

    side.sessions.close()
    empty_window.open(session_path)
    assert side.desk.status_bar.saved_words == ""


@pytest.fixture
def reading(
    empty_window: MainWindow, session_path: Path, answer: Callable[[str], list[str]]
) -> MainWindow:
    """The window with a session open for reading only, which nobody works in any more."""
    elsewhere = SessionFile.open(session_path, "B. Other")
    answer("Open for Reading Only")
    empty_window.open(session_path)
    elsewhere.close()
    return empty_window


@pytest.mark.parametrize(
    "words", ["It Is a Proposal…", "It Is a Position…", "It Is a Note", "Nothing to Do"]
)
def test_a_session_that_is_only_read_says_so_before_it_asks_what_is_set_aside(
    reading: MainWindow, qtbot: QtBot, answer: Callable[[str], list[str]], words: str
) -> None:
    reading.actions_.show_trays.trigger()
    trays = reading.session_side.desk.findChild(TraysWindow)
    assert isinstance(trays, TraysWindow)
    button = next(each for each in trays.findChildren(QPushButton) if each.text() == words)
    told = answer("OK")

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert "can only be read" in told[0]


def test_nothing_that_changes_a_session_is_offered_where_it_is_only_read(
    reading: MainWindow, tmp_path: Path, answer: Callable[[str], list[str]]
) -> None:
    side, actions = reading.session_side, reading.actions_
    assert not any(each.isEnabled() for each in actions.that_change())
    assert all(
        each.isEnabled() for each in (actions.save_copy, actions.export_file, actions.show_log)
    )

    said = answer("OK")
    side.desk.layers.import_asked.emit("can", [tmp_path / "paper.txt"])

    assert "can only be read" in said[0]
    assert side.questions is not None
    assert side.questions.wizard is None


def test_what_was_only_read_is_opened_again_to_work_in_it(
    reading: MainWindow, session_path: Path
) -> None:
    reading.open(session_path)

    side = reading.session_side
    assert side.sessions.workspace is not None
    assert not side.sessions.workspace.file.read_only
    assert reading.actions_.import_file.isEnabled()
    assert side.desk.status_bar.saved_words == ""


def test_a_sample_that_is_open_elsewhere_is_not_taken_away(
    empty_window: MainWindow,
    session_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[str], list[str]],
) -> None:
    own = session_path.rename(session_path.with_name("sample.rolling"))
    monkeypatch.setattr(sample, "data_folder", lambda: own.parent)
    elsewhere = SessionFile.open(own, "B. Other")
    said = answer("OK")

    empty_window.session_side.sessions.open_fresh_sample()
    elsewhere.close()

    assert "The sample was not opened" in said[0]
    assert "B. Other" in said[0]
    assert empty_window.start_page.isVisible()


def test_what_is_open_already_is_not_opened_again(window: MainWindow, session_path: Path) -> None:
    before = window.session_side.sessions.workspace
    window.open(session_path)
    assert window.session_side.sessions.workspace is before


def test_a_writer_that_is_there_is_not_pushed_aside(
    empty_window: MainWindow, session_path: Path
) -> None:
    elsewhere = SessionFile.open(session_path, "B. Other")
    offered: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, look)
            return
        offered.extend(each.text().replace("&", "") for each in box.buttons())
        box.reject()

    QTimer.singleShot(20, look)
    empty_window.open(session_path)
    elsewhere.close()

    assert sorted(offered) == ["Cancel", "Open for Reading Only"]


def test_a_note_that_a_crash_left_on_another_computer_is_put_aside(
    empty_window: MainWindow, session_path: Path, answer: Callable[[str], list[str]]
) -> None:
    note = LockNote("Cy", "another-computer", 1, "2024-05-06T07:08:09+00:00")
    lock_path(session_path).write_bytes(msgspec.json.encode(note))
    said = answer("It Is Not Open There Any More")

    empty_window.open(session_path)

    assert "another-computer" in said[0]
    workspace = empty_window.session_side.sessions.workspace
    assert workspace is not None
    assert not workspace.file.read_only


def test_one_may_also_leave_it(
    empty_window: MainWindow, session_path: Path, answer: Callable[[str], list[str]]
) -> None:
    elsewhere = SessionFile.open(session_path, "B. Other")
    answer("Cancel")

    empty_window.open(session_path)
    elsewhere.close()

    assert empty_window.start_page.isVisible()


def test_a_session_that_lost_a_delegation_is_opened(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    session = small_negotiation()
    rest = {key: row for key, row in session.delegations.items() if key != "can"}
    decisions = {key: Decision(key, True) for key in session.amendments}
    path = tmp_path / "damaged.rolling"
    damaged = replace(session, delegations=rest, decisions=decisions)
    SessionFile.create(path, damaged, "A. Tester").close()

    empty_window.open(path)

    assert "filling" in empty_window.session_side.desk.page.shown_text()


def test_a_session_that_cannot_be_composed_is_let_go_and_the_open_one_stays(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.rolling"
    SessionFile.create(path, small_negotiation(), "A. Tester").close()
    before = window.session_side.sessions.workspace

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(sessions, "Workspace", fail)
    with pytest.raises(ZeroDivisionError):
        window.session_side.sessions.open(path)

    assert window.session_side.sessions.workspace is before
    SessionFile.open(path, "B. Other").close()


def test_a_session_is_made_from_pasted_text(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "new one.rolling"
    text = "1. States should act.\n2. States should report."

    empty_window.session_side.sessions.begin(path, text)
    qtbot.waitUntil(lambda: empty_window.session_side.controller is not None, timeout=10_000)

    side = empty_window.session_side
    assert side.controller is not None
    session = side.controller.workspace.session
    assert session.title == "new one"
    assert len(session.base_order) == 2
    assert "States should report." in side.desk.page.shown_text()


def test_a_session_is_never_made_over_another(
    empty_window: MainWindow, session_path: Path, answer: Callable[[str], list[str]]
) -> None:
    before = session_path.read_bytes()
    said = answer("OK")

    empty_window.session_side.sessions.begin(session_path, "1. A.")

    assert "exists already" in said[0]
    assert session_path.read_bytes() == before


def test_what_came_in_one_call_goes_in_one_undo(
    empty_window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "made.rolling"
    base = tmp_path / "base.txt"
    base.write_text("1. Parties should act.\n2. Parties should report.\n")
    layers = []
    for code, verb in (("CAN", "report soon"), ("NOR", "report in time")):
        layer = tmp_path / f"{code}.txt"
        layer.write_text(base.read_text().replace("report", verb))
        layers += ["--layer", f"{code}={layer}"]
    assert main(["import", str(path), "--base", str(base), *layers]) == 0
    empty_window.open(path)
    controller = empty_window.session_side.controller
    assert controller is not None
    assert len(controller.workspace.session.amendments) == 2

    controller.undo()

    assert not controller.workspace.session.base_order
    assert not controller.workspace.session.amendments
    assert not controller.workspace.can_undo


@pytest.mark.parametrize("command", [SwitchLayers(("can", "egy"), True), Entitle("Never written")])
def test_a_write_that_fails_is_taken_back_and_a_copy_offered(
    command: Command,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[str], list[str]],
) -> None:
    side = window.session_side
    assert side.controller is not None
    workspace = side.controller.workspace
    before = side.desk.page.shown_text()
    side.desk.layers.toggle_solo("nor")

    def full(*_: object) -> None:
        raise StorageError("disk_full", workspace.file.path)

    monkeypatch.setattr(workspace.file, "commit", full)
    said = answer("Cancel")
    side.controller.execute(command)
    qtbot.waitUntil(lambda: bool(said), timeout=5_000)

    assert "was taken back" in said[0]
    assert "is full" in said[0]
    assert side.desk.page.shown_text() == before
    assert window.windowTitle().startswith("Coasts")
    assert side.desk.page.page is not None
    assert side.desk.layers.solo == side.desk.page.page.solo
    assert not workspace.session.delegations["can"].layer_on
    assert not side.desk.layers.model.session.delegations["can"].layer_on  # type: ignore[union-attr]


def test_the_composition_leaves_as_a_word_file(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, answer: Callable[[str], list[str]]
) -> None:
    side = window.session_side
    assert side.controller is not None
    target = tmp_path / "redline.docx"
    said = answer("OK")

    side.export.export(side.controller.workspace, target, "redline")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    assert str(target) in said[0]
    assert target.read_bytes().startswith(b"PK")
