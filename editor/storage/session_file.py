"""The session file: one negotiation on disk, every command committed as it happens."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

import msgspec
from sqlalchemy import Connection

from editor.errors import BugError
from editor.negotiation.patch import Patch, combined, patched
from editor.negotiation.session import Session
from editor.storage import kept_files, log
from editor.storage.copying import CopyKind, save_copy
from editor.storage.creation import write_new
from editor.storage.locking import Lock
from editor.storage.log import LogEntry, LogState, Step
from editor.storage.opening import connect_for_reading, connect_for_writing, recognise
from editor.storage.rows import apply_patch, load_session
from editor.storage.sqlite import merge_journal, plainly
from editor.storage.storage_error import StorageError


class SessionFile:
    """An open session file.

    Any thread may call any method: calls wait for each other. One worker thread that commits
    in the order of the commands keeps the disk off the thread that paints.
    """

    def __init__(self, path: Path, connection: Connection, lock: Lock | None) -> None:
        """Use `create`, `open` or `open_to_read`."""
        self.path = path
        self._connection = connection
        self._lock = lock
        self._turn = RLock()
        self._identity = path.stat()
        with readable(path), connection.begin():
            self._session = load_session(connection)
            entries = log.entries(connection)
        self._last = entries[-1].id if entries else 0
        self._done = [(each.id, each.run) for each in entries if each.state is LogState.DONE]
        undone = [(each.id, each.run) for each in entries if each.state is LogState.UNDONE]
        self._undone = undone[::-1]

    @classmethod
    def create(cls, path: Path, session: Session, author: str, time: str = "") -> "SessionFile":
        """A new file holding `session`, open.

        Raises StorageError: exists, missing (there is no such folder), already_open,
        disk_full, read_only, medium_gone.
        """
        path = path.resolve()
        if path.exists():
            raise StorageError("exists", path)
        lock = Lock.acquire(path, author)
        try:
            write_new(path, session, author, time)
            return cls._opened(path, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, owner: str = "") -> "SessionFile":
        """Open the file to work in it; `owner` is who others are told has it open. A file of
        an older version is migrated, after a backup copy.

        Raises StorageError: missing, not_a_session, not_readable, newer_version, damaged,
        read_only, already_open (owner, host, time, is_alive), locked, disk_full, medium_gone.
        """
        path = path.resolve()  # two ways to one file are one file
        recognise(path)
        lock = Lock.acquire(path, owner)
        try:
            return cls._opened(path, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open_to_read(cls, path: Path) -> "SessionFile":
        """Open the file without a lock; whatever would change it raises read_only.

        Raises StorageError: missing, not_a_session, not_readable, newer_version,
        older_version, damaged, locked, medium_gone.
        """
        path = path.resolve()
        recognise(path)
        return cls._with(path, connect_for_reading(path), None)

    @classmethod
    def _opened(cls, path: Path, lock: Lock) -> "SessionFile":
        return cls._with(path, connect_for_writing(path), lock)

    @classmethod
    def _with(cls, path: Path, connection: Connection, lock: Lock | None) -> "SessionFile":
        try:
            return cls(path, connection, lock)
        except BaseException:
            connection.close()
            raise

    @property
    def session(self) -> Session:
        """The session as of the last commit."""
        return self._session

    @property
    def read_only(self) -> bool:
        return self._lock is None

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def commit(
        self,
        command: str,
        patch: Patch,
        detail: Mapping[str, object] | str,
        author: str,
        time: str,
        files: Iterable[bytes] = (),
    ) -> LogEntry:
        """Write what `command` changed, its entry in the log, and the bytes of the `files` that
        it brought in, in one transaction. Their names belong to the session's own table.

        What was undone before goes out of the reach of `redo`, and stays in the history.
        Raises StorageError (disk_full, medium_gone, locked, read_only) and leaves file and
        session as they were; BugError when `patch` was not made from this session.
        """
        with self._turn:
            self._check_writable()
            session = _after(self._session, patch)
            entry = LogEntry(self._last + 1, command, detail, author, time, LogState.DONE)
            with self._writing() as connection:
                apply_patch(connection, patch)
                if self._undone:
                    log.abandon_undone(connection)
                log.append(connection, entry, patch)
                for content in files:
                    kept_files.keep(connection, content)
            self._session, self._last = session, entry.id
            self._done.append((entry.id, entry.run))
            self._undone.clear()
            return entry

    def next_undo(self) -> Step | None:
        """What `undo` would do: the last entry, or all of its run, and the patch that takes
        them back."""
        with self._turn:
            read = [self._read(number) for number in _last_run(self._done)]
            return self._step((entry, patch.reverse) for entry, patch in read)

    def next_redo(self) -> Step | None:
        """What `redo` would do: the entries, and the patch that does them again."""
        with self._turn:
            return self._step(self._read(number) for number in _last_run(self._undone))

    def undo(self, author: str = "", time: str = "") -> Step | None:
        """Take back the last command that is not taken back, with the whole run that it belongs
        to, in one transaction; None if there is none.

        The patch of the step is what was applied to the session. Raises as `commit`.
        """
        with self._turn:
            self._check_writable()
            step = self.next_undo()
            if step is not None:
                self._go(step, log.UNDO, LogState.UNDONE, author, time)
                self._undone += [self._done.pop() for _ in step.entries]
            return step

    def redo(self, author: str = "", time: str = "") -> Step | None:
        """Do again what `undo` took back last; None if there is nothing. As `undo`."""
        with self._turn:
            self._check_writable()
            step = self.next_redo()
            if step is not None:
                self._go(step, log.REDO, LogState.DONE, author, time)
                self._done += [self._undone.pop() for _ in step.entries]
            return step

    def history(self) -> tuple[LogEntry, ...]:
        """Who did what and when, oldest first, undos and abandoned commands included."""
        with self._turn, readable(self.path), self._connection.begin():
            return log.entries(self._connection)

    def kept_file(self, digest: str) -> bytes | None:
        """The bytes of an imported file by their digest (SHA-256, hexadecimal); None if they are
        not here."""
        with self._turn, readable(self.path), self._connection.begin():
            return kept_files.find(self._connection, digest)

    def save_copy(self, target: Path, author: str = "", time: str = "") -> CopyKind:
        """Write the file, as of the last commit, to `target` as well, which is replaced.

        If this file cannot be read any more (medium removed), the copy holds the session in
        memory without its history. Raises StorageError about `target`: already_open where
        somebody works in it.
        """
        target = target.resolve()
        if target == self.path:
            raise StorageError("exists", target)
        with self._turn, Lock.acquire(target, author):
            return save_copy(self._connection, self._session, target, author, time)

    def close(self) -> None:
        """Let go of the file, complete in itself: a copy of it needs no other file."""
        with self._turn:
            if self._connection.closed:
                return
            if self._lock is None:
                self._connection.close()
                return
            try:
                with suppress(StorageError), plainly(self.path):
                    merge_journal(self._connection)  # else what is committed stays in the journal
            finally:
                self._connection.close()
                self._lock.release()

    def _step(self, read: Iterable[tuple[LogEntry, Patch]]) -> Step | None:
        entries, patches = [], []
        session = self._session
        for entry, patch in read:
            session = _after(session, patch)
            entries.append(entry)
            patches.append(patch)
        return Step(tuple(entries), combined(self._session, patches)) if entries else None

    def _go(self, step: Step, move: str, state: LogState, author: str, time: str) -> None:
        session, last = _after(self._session, step.patch), self._last
        with self._writing() as connection:
            apply_patch(connection, step.patch)
            for entry in step.entries:
                last += 1
                log.set_state(connection, entry.id, state)
                kept = LogEntry(last, move, "", author, time, LogState.KEPT, of=entry.id)
                log.append(connection, kept, None)
        self._session, self._last = session, last

    def _read(self, entry: int) -> tuple[LogEntry, Patch]:
        with readable(self.path), self._connection.begin():
            return log.entry(self._connection, entry), log.patch_of(self._connection, entry)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._check_writable()
        try:
            with plainly(self.path), self._connection.begin():
                yield self._connection
        except (UnicodeEncodeError, OverflowError) as error:
            raise BugError(f"a value that no file can hold: {error}") from error

    def _check_writable(self) -> None:
        """A file deleted or replaced under us would swallow commits without a word."""
        if self.read_only:
            raise StorageError("read_only", self.path)
        try:
            there = os.path.samestat(self.path.stat(), self._identity)
        except OSError as error:
            raise StorageError("medium_gone", self.path, said=str(error)) from error
        if not there:
            raise StorageError("medium_gone", self.path)


def _after(session: Session, patch: Patch) -> Session:
    for change in patch.changes:
        if getattr(session, change.table).get(change.key) != change.before:
            raise BugError(f"{change.table} {change.key} is not as the patch expects")
    return patched(session, patch)


def _last_run(marks: Sequence[tuple[int, str]]) -> Iterator[int]:
    """The last entry, and those right before it that share its run; the last one first."""
    for number, run in reversed(marks):
        if number != marks[-1][0] and (not run or run != marks[-1][1]):
            return
        yield number


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Says "damaged" for what is not of our schema."""
    try:
        with plainly(path):
            yield
    except (msgspec.DecodeError, KeyError, TypeError, ValueError) as error:
        raise StorageError("damaged", path, said=str(error)) from error
