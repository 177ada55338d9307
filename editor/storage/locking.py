"""The lock beside an open session file: who has it open, where and since when.

The file `.NAME.lock` is held by a lock of the operating system, which a crash releases, so a
note left behind by a crash is known from one whose writer is alive. A note from another
computer is believed, for the file may lie in a folder that two computers share by copies.
"""

import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Self

import msgspec

from editor.storage.storage_error import StorageError, of_system


@dataclass(frozen=True, slots=True)
class LockNote:
    """What the holder of a lock says about itself. `time` is ISO 8601."""

    owner: str
    host: str
    pid: int
    time: str


class Lock:
    """Held from `acquire` to `release`, or to the end of a `with`."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self._path = path
        self._stream = stream

    @classmethod
    def acquire(cls, session_path: Path, owner: str) -> "Lock":
        """Raises StorageError: already_open (owner, host, time, is_alive), read_only, missing
        (there is no such folder), disk_full, medium_gone.

        `is_alive` says that the writer is known to be there; else there is only its note.
        """
        path = lock_path(session_path)
        stream = _held(path, session_path)
        try:
            left_behind = _note_in(stream)
            if left_behind is not None and left_behind.host != socket.gethostname():
                raise _already_open(session_path, left_behind, is_alive=False)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            note = LockNote(owner, socket.gethostname(), os.getpid(), now)
            stream.seek(0)
            stream.truncate()
            stream.write(msgspec.json.encode(note))
            stream.flush()
        except BaseException:
            stream.close()
            raise
        return cls(path, stream)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        with suppress(OSError):  # the medium may be gone
            if _is_at(self._stream, self._path):
                self._path.unlink(missing_ok=True)
        with suppress(OSError):
            self._stream.close()


def lock_path(session_path: Path) -> Path:
    return session_path.with_name(f".{session_path.name}.lock")


def break_lock(session_path: Path) -> None:
    """Forget a note from another computer, when the user knows that it is not true any more.

    Raises StorageError as `Lock.acquire`: a lock that is held is not broken.
    """
    session_path = session_path.resolve()
    path = lock_path(session_path)
    Lock(path, _held(path, session_path)).release()


def _held(path: Path, session_path: Path) -> BinaryIO:
    """The lock file, open and held by this process."""
    while True:
        try:
            stream = path.open("a+b")
        except OSError as error:
            raise of_system(error, session_path) from error
        try:
            _hold(stream)
        except OSError as error:
            note = _note_in(stream)
            stream.close()
            raise _already_open(session_path, note, is_alive=True) from error
        if _is_at(stream, path):
            return stream
        stream.close()  # released and removed by its holder since we opened it


def _is_at(stream: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(stream.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _note_in(stream: BinaryIO) -> LockNote | None:
    try:
        stream.seek(0)
        return msgspec.json.decode(stream.read(), type=LockNote)
    except (OSError, msgspec.DecodeError):
        return None


def _already_open(session_path: Path, note: LockNote | None, *, is_alive: bool) -> StorageError:
    said = note or LockNote("", "", 0, "")
    return StorageError(
        "already_open",
        session_path,
        owner=said.owner,
        host=said.host,
        time=said.time,
        is_alive=is_alive,
    )


if sys.platform == "win32":
    import msvcrt

    _FAR_AWAY = 1 << 30  # a locked byte cannot be read by others, and the note must be

    def _hold(stream: BinaryIO) -> None:
        stream.seek(_FAR_AWAY)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
