"""One session file, one writer: who has it open is told, and a crash leaves no one outside."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from editor.negotiation.session import Session
from editor.storage.locking import LockNote, break_lock, lock_path
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError

HOLDER = """
import sys, time
from pathlib import Path
from editor.storage.session_file import SessionFile
file = SessionFile.open(Path(sys.argv[1]), "Ben")
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.rolling"
    SessionFile.create(path, Session(), "Ann").close()
    return path


@contextmanager
def opened_elsewhere(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that has the file open, until it is killed."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"open\n"
            yield process
        finally:
            process.kill()


def refusal(path: Path) -> StorageError:
    with pytest.raises(StorageError) as caught:
        SessionFile.open(path, "Ann")
    return caught.value


def leave_note(path: Path) -> LockNote:
    """As another computer does that crashed, or still has the file open."""
    note = LockNote("Cy", "another-computer", 1, "2024-05-06T07:08:09+00:00")
    lock_path(path).write_bytes(msgspec.json.encode(note))
    return note


def test_open_elsewhere_says_who_and_since_when(path: Path) -> None:
    with opened_elsewhere(path):
        error = refusal(path)
        reader = SessionFile.open_to_read(path)
        reader.close()
    assert error.code == "already_open"
    assert (error.facts["owner"], error.facts["host"]) == ("Ben", socket.gethostname())
    since = datetime.fromisoformat(str(error.facts["time"]))
    assert abs((datetime.now(since.tzinfo) - since).total_seconds()) < 60


def test_a_lock_left_by_a_crash_is_taken_over(path: Path) -> None:
    with opened_elsewhere(path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert lock_path(path).exists()
        SessionFile.open(path, "Ann").close()
    assert not lock_path(path).exists()


def test_the_same_program_cannot_open_a_file_twice(path: Path) -> None:
    file = SessionFile.open(path, "Ann")
    error = refusal(path)
    file.close()
    assert (error.code, error.facts["owner"]) == ("already_open", "Ann")
    SessionFile.open(path, "Ann").close()


def test_another_way_to_the_same_file_is_the_same_file(path: Path) -> None:
    link = path.with_name("link.rolling")
    link.symlink_to(path)
    file = SessionFile.open(link, "Ann")
    error = refusal(path)
    file.close()
    assert error.code == "already_open"
    assert path.is_file()
    assert link.is_symlink()


def test_a_note_from_another_computer_is_believed_until_the_user_knows_better(path: Path) -> None:
    note = leave_note(path)
    error = refusal(path)
    assert error.code == "already_open"
    assert (error.facts["owner"], error.facts["host"]) == ("Cy", "another-computer")
    assert error.facts["time"] == note.time
    assert msgspec.json.decode(lock_path(path).read_bytes(), type=LockNote) == note
    break_lock(path)
    SessionFile.open(path, "Ann").close()


def test_a_note_beside_the_file_is_forgotten_also_by_way_of_a_link(path: Path) -> None:
    link = path.with_name("link.rolling")
    link.symlink_to(path)
    leave_note(path)
    break_lock(link)
    SessionFile.open(link, "Ann").close()


def test_who_is_known_to_be_there_is_told_from_a_note(path: Path) -> None:
    leave_note(path)
    assert refusal(path).facts["is_alive"] is False
    break_lock(path)
    file = SessionFile.open(path, "Ann")
    assert refusal(path).facts["is_alive"] is True
    file.close()


def test_a_lock_that_is_held_is_not_broken(path: Path) -> None:
    file = SessionFile.open(path, "Ann")
    with pytest.raises(StorageError) as caught:
        break_lock(path)
    assert caught.value.code == "already_open"
    assert refusal(path).code == "already_open"
    file.close()


def test_only_the_own_lock_is_released(path: Path) -> None:
    first = SessionFile.open(path, "Ann")
    lock_path(path).unlink()
    second = SessionFile.open(path, "Ben")
    first.close()
    assert refusal(path).facts["owner"] == "Ben"
    second.close()
    assert not lock_path(path).exists()


@pytest.mark.parametrize("content", [b"", b"not a note", b"{}"])
def test_a_note_that_says_nothing_holds_nobody_up(path: Path, content: bytes) -> None:
    lock_path(path).write_bytes(content)
    SessionFile.open(path, "Ann").close()
    assert not lock_path(path).exists()


def test_a_file_that_cannot_be_opened_is_not_left_locked(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(len(content) - 100))
    assert refusal(path).code == "damaged"
    assert not lock_path(path).exists()
