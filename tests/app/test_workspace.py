"""The road of every action: shown at once, on disk in order, taken back if it cannot be."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from editor.app.workspace import Cause, SessionChange, Workspace
from editor.errors import BugError, KnownError
from editor.negotiation.commands.status import Entitle
from editor.negotiation.commands.switching import Decide, SwitchLayers
from editor.negotiation.composition import compose
from editor.negotiation.patch import Patch
from editor.negotiation.session import Session
from editor.storage.kept_files import digest_of
from editor.storage.log import LogEntry
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError
from tests.cli.negotiation import SESSION

CANADA_OFF = SwitchLayers(("can",), on=False)
NORWAY_ON = SwitchLayers(("nor",), on=True)


class Desk:
    """A workspace as the window has it: what the writer posts waits for `settle`."""

    def __init__(self, file: SessionFile) -> None:
        self.posted: list[Callable[[], None]] = []
        self.told: list[str] = []
        self.changes: list[SessionChange] = []
        self.faults: list[KnownError | BugError] = []
        self.workspace = Workspace(file, "Ann", self.posted.append)
        self.workspace.listeners.changed.append(self._changed)
        self.workspace.listeners.saved.append(lambda _: self.told.append("saved"))
        self.workspace.listeners.failed.append(self._failed)

    def settle(self) -> None:
        """Everything is on disk, and everything posted was told."""
        self.workspace.flush()
        while self.posted:
            self.posted.pop(0)()

    def _changed(self, change: SessionChange) -> None:
        self.told.append(change.cause)
        self.changes.append(change)

    def _failed(self, error: KnownError | BugError) -> None:
        self.told.append("failed")
        self.faults.append(error)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.rolling"
    SessionFile.create(path, SESSION, "").close()
    return path


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    desk = Desk(SessionFile.open(path))
    yield desk
    desk.workspace.close()


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The disk is full for commands that are named here."""
    named: list[str] = []
    real = SessionFile.commit

    def commit(
        file: SessionFile,
        command: str,
        patch: Patch,
        detail: str,
        author: str,
        time: str,
        files: Sequence[bytes] = (),
    ) -> LogEntry:
        if command in named:
            raise StorageError("disk_full", file.path)
        return real(file, command, patch, detail, author, time, files)

    monkeypatch.setattr(SessionFile, "commit", commit)
    return named


def stored(desk: Desk) -> Session:
    return desk.workspace.file.session


def is_on(session: Session, delegation: str) -> bool:
    return session.delegations[delegation].layer_on


def test_a_command_is_shown_told_and_written(desk: Desk) -> None:
    change = desk.workspace.execute(NORWAY_ON, initiator="layers")
    assert change is not None
    assert (change.cause, change.name, change.initiator) == (
        Cause.COMMAND,
        "SwitchLayers",
        "layers",
    )
    assert change.touched == {"p1", "p3"}
    assert change.changes_table("delegations")
    assert not change.changes_table("amendments")
    assert is_on(desk.workspace.session, "nor")
    assert desk.told == ["command"]
    desk.settle()
    assert desk.told == ["command", "saved"]
    assert desk.workspace.saved_at is not None
    assert is_on(stored(desk), "nor")


def test_the_composition_is_that_of_the_session(desk: Desk) -> None:
    for command in (NORWAY_ON, CANADA_OFF, Decide(("a1",), True)):
        desk.workspace.execute(command)
        assert desk.workspace.composition.paragraphs == compose(desk.workspace.session).paragraphs


def test_places_change_only_with_provisions_that_come_or_go(desk: Desk) -> None:
    norway = desk.workspace.execute(NORWAY_ON)
    canada = desk.workspace.execute(CANADA_OFF)
    assert norway is not None
    assert canada is not None
    assert canada.places_changed


def test_what_changes_nothing_is_not_done(desk: Desk) -> None:
    assert desk.workspace.execute(SwitchLayers(("can",), on=True)) is None
    desk.settle()
    assert desk.told == []
    assert len(desk.workspace.history()) == 1


def test_a_command_that_does_not_fit_changes_nothing(desk: Desk) -> None:
    with pytest.raises(KnownError, match="unknown_delegation"):
        desk.workspace.execute(SwitchLayers(("zzz",), on=True))
    assert desk.told == []
    assert desk.workspace.session == SESSION


def test_commits_are_in_the_order_of_the_commands(desk: Desk) -> None:
    for number in range(20):
        desk.workspace.execute(Entitle(f"Talks {number}", ""))
    desk.settle()
    assert desk.workspace.session.title == "Talks 19"
    assert [each.command for each in desk.workspace.history()[1:]] == ["Entitle"] * 20
    assert {each.author for each in desk.workspace.history()[1:]} == {"Ann"}


def test_undo_and_redo_go_all_the_way(desk: Desk) -> None:
    start = desk.workspace.session
    assert not desk.workspace.can_undo
    desk.workspace.execute(NORWAY_ON)
    desk.workspace.execute(CANADA_OFF)
    end = desk.workspace.session
    desk.workspace.undo()
    change = desk.workspace.undo("menu")
    assert change is not None
    assert (change.cause, change.name, change.initiator) == (Cause.UNDO, "SwitchLayers", "menu")
    assert desk.workspace.session == start == stored(desk)
    assert (desk.workspace.can_undo, desk.workspace.can_redo) == (False, True)
    assert desk.workspace.undo() is None
    desk.workspace.redo()
    desk.workspace.redo()
    assert desk.workspace.session == end == stored(desk)
    assert desk.workspace.redo() is None
    assert desk.workspace.composition.paragraphs == compose(end).paragraphs


def test_a_new_command_takes_redo_away(desk: Desk) -> None:
    desk.workspace.execute(NORWAY_ON)
    desk.workspace.undo()
    desk.workspace.execute(CANADA_OFF)
    assert not desk.workspace.can_redo
    assert desk.workspace.redo() is None


def test_undo_reaches_what_was_done_on_an_earlier_day(path: Path) -> None:
    first = Desk(SessionFile.open(path))
    first.workspace.execute(NORWAY_ON)
    first.workspace.close()
    second = Desk(SessionFile.open(path))
    assert second.workspace.can_undo
    second.workspace.undo()
    assert second.workspace.session == SESSION
    second.workspace.close()


def test_a_write_that_fails_undoes_the_action_on_the_screen(desk: Desk, full: list[str]) -> None:
    full.append("SwitchLayers")
    desk.workspace.execute(NORWAY_ON)
    assert is_on(desk.workspace.session, "nor")
    desk.settle()
    assert desk.workspace.session == SESSION
    assert desk.told == ["command", "reverted", "failed"]
    assert [each.code for each in desk.faults if isinstance(each, KnownError)] == ["disk_full"]
    assert not desk.workspace.can_undo
    reverted = desk.changes[-1]
    assert reverted.places_changed
    assert reverted.touched >= {"p1", "p2", "p3"}


def test_what_followed_a_failed_write_did_not_happen_either(desk: Desk, full: list[str]) -> None:
    full.append("SwitchLayers")
    desk.workspace.execute(Entitle("Before", ""))
    desk.workspace.execute(NORWAY_ON)
    desk.workspace.execute(Decide(("a2",), True))
    desk.settle()
    assert desk.workspace.session == stored(desk)
    assert desk.workspace.session.title == "Before"
    assert not desk.workspace.session.decisions.get("a2")
    assert desk.told.count("failed") == 1


def test_after_a_failed_write_work_goes_on(desk: Desk, full: list[str]) -> None:
    full.append("SwitchLayers")
    desk.workspace.execute(NORWAY_ON)
    desk.workspace.flush()
    full.clear()
    desk.workspace.execute(CANADA_OFF)  # before anybody was told
    assert desk.told == ["command", "reverted", "failed", "command"]
    desk.settle()
    assert desk.told[-1] == "saved"
    assert desk.workspace.session == stored(desk)
    assert (is_on(stored(desk), "nor"), is_on(stored(desk), "can")) == (False, False)


def test_undo_after_a_failed_write_only_says_that_it_failed(desk: Desk, full: list[str]) -> None:
    desk.workspace.execute(Entitle("Kept", ""))
    full.append("SwitchLayers")
    desk.workspace.execute(NORWAY_ON)
    assert desk.workspace.undo() is None
    assert desk.told[-1] == "failed"
    assert desk.workspace.session.title == "Kept"


def test_an_undo_that_cannot_be_written_is_taken_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(file: SessionFile, *_: object) -> None:
        raise StorageError("medium_gone", file.path)

    desk.workspace.execute(NORWAY_ON)
    monkeypatch.setattr(SessionFile, "undo", gone)
    desk.workspace.undo()
    desk.settle()
    assert is_on(desk.workspace.session, "nor")
    assert desk.workspace.can_undo
    assert desk.told[-2:] == ["reverted", "failed"]


def test_commands_while_the_disk_is_slow_and_then_full(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()

    def slow(file: SessionFile, *_: object) -> None:
        goes_on.wait(10)
        raise StorageError("disk_full", file.path)

    monkeypatch.setattr(SessionFile, "commit", slow)
    for number in range(5):
        desk.workspace.execute(Entitle(f"Talks {number}", ""))
    goes_on.set()
    desk.settle()
    assert desk.workspace.session == SESSION == stored(desk)
    assert desk.told == ["command"] * 5 + ["reverted", "failed"]


def test_an_error_that_nobody_expects_is_not_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(SessionFile, "commit", wrong)
    desk.workspace.execute(NORWAY_ON)
    with pytest.raises(ZeroDivisionError):
        desk.settle()


def test_the_bytes_of_a_file_are_kept_with_the_command(desk: Desk) -> None:
    desk.workspace.execute(NORWAY_ON, files=[b"words"])
    desk.settle()
    assert desk.workspace.file.kept_file(digest_of(b"words")) == b"words"


def test_the_bytes_of_a_file_are_not_kept_without_the_command(desk: Desk, full: list[str]) -> None:
    with pytest.raises(KnownError):
        desk.workspace.execute(SwitchLayers(("nobody",), on=True), files=[b"words"])
    full.append("SwitchLayers")
    desk.workspace.execute(NORWAY_ON, files=[b"words"])
    desk.settle()
    assert desk.told == ["command", "reverted", "failed"]
    assert desk.workspace.file.kept_file(digest_of(b"words")) is None


def test_closing_writes_what_is_pending(path: Path) -> None:
    desk = Desk(SessionFile.open(path))
    desk.workspace.execute(NORWAY_ON)
    desk.workspace.close()
    file = SessionFile.open_to_read(path)
    assert is_on(file.session, "nor")
    file.close()


def test_closing_says_what_could_not_be_written(path: Path, full: list[str]) -> None:
    full.append("SwitchLayers")
    desk = Desk(SessionFile.open(path))
    desk.workspace.execute(NORWAY_ON)
    desk.workspace.close()
    assert desk.told[-1] == "failed"


def test_who_reads_only_changes_nothing(path: Path) -> None:
    writer = Desk(SessionFile.open(path))
    writer.workspace.execute(NORWAY_ON)
    writer.workspace.close()
    reader = Desk(SessionFile.open_to_read(path))
    assert not reader.workspace.can_undo
    assert reader.workspace.undo() is None
    with pytest.raises(KnownError, match="read_only"):
        reader.workspace.execute(CANADA_OFF)
    assert reader.told == []
    assert len(reader.workspace.history()) == 2
    reader.workspace.close()


def test_a_listener_that_leaves_while_it_is_told(desk: Desk) -> None:
    def once(_: SessionChange) -> None:
        desk.workspace.listeners.changed.remove(once)
        desk.told.append("once")

    desk.workspace.listeners.changed.insert(0, once)
    desk.workspace.execute(NORWAY_ON)
    desk.workspace.execute(CANADA_OFF)
    assert desk.told == ["once", "command", "command"]


def test_commands_of_one_run_are_one_step(desk: Desk, path: Path) -> None:
    start = desk.workspace.session
    for number in range(3):
        desk.workspace.execute(Entitle(f"Talks {number}", ""), run="typed")
    end = desk.workspace.session

    assert desk.workspace.undo() is not None
    assert desk.workspace.session == start == stored(desk)
    assert not desk.workspace.can_undo
    assert desk.workspace.redo() is not None
    assert desk.workspace.session == end == stored(desk)
    assert not desk.workspace.can_redo
