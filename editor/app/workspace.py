"""The workspace: one open session, its composition, and the road every action takes.

A command is planned, the composition renewed, the screen told, and the patch committed on a
writer thread in the order of the commands. `saved` is told when it is on disk; if it cannot be
written, the session goes back to what is on disk and `failed` is told.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from editor.app.log_telling import detail_of
from editor.app.tasks import Post
from editor.errors import BugError, KnownError
from editor.negotiation.commands.command import Command, name_of
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.patch import Patch, patched
from editor.negotiation.session import Session
from editor.storage.log import LogEntry, detail_of_run
from editor.storage.session_file import SessionFile


class Cause(StrEnum):
    COMMAND = "command"
    UNDO = "undo"
    REDO = "redo"
    REVERTED = "reverted"
    """Writing failed: the session is again what is on disk."""


@dataclass(frozen=True, slots=True)
class SessionChange:
    """What an action changed: the tables, the base provisions whose composition was renewed,
    and whether provisions came, went or changed places. `initiator` is whoever asked."""

    cause: Cause
    name: str
    patch: Patch
    touched: frozenset[str]
    places_changed: bool
    initiator: object = None

    def changes_table(self, table: str) -> bool:
        return any(each.table == table for each in self.patch.changes)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a command comes to: its patch, and the composition before and after it."""

    patch: Patch
    before: Composition
    after: Composition


@dataclass
class Listeners:
    """Who is told. All are called on the thread that owns the workspace."""

    changed: list[Callable[[SessionChange], None]] = field(default_factory=list)
    saved: list[Callable[[datetime], None]] = field(default_factory=list)
    failed: list[Callable[[KnownError | BugError], None]] = field(default_factory=list)


class Workspace:
    """An open session file and the composition of its session."""

    def __init__(self, file: SessionFile, author: str, post: Post) -> None:
        self.file = file
        self.author = author
        self.listeners = Listeners()
        self.saved_at: datetime | None = None
        self._post = post
        self._composition = compose(file.session)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._last: Future[object] | None = None
        self._generation = 0
        self._fault: KnownError | BugError | None = None
        self._undoable = file.can_undo
        self._redoable = file.can_redo

    @property
    def session(self) -> Session:
        return self._composition.session

    @property
    def composition(self) -> Composition:
        return self._composition

    @property
    def can_undo(self) -> bool:
        return not self.file.read_only and self._undoable

    @property
    def can_redo(self) -> bool:
        return not self.file.read_only and self._redoable

    def check_writable(self) -> None:
        """Raises KnownError("read_only") where the session is open for reading only."""
        if self.file.read_only:
            raise KnownError("read_only", path=str(self.file.path))

    def prepared(self, command: Command) -> Prepared:
        """What `command` would come to now. For large ones, on a thread beside the window.

        Raises KnownError as `execute` does.
        """
        before = self._composition
        patch = command.plan(before.session)
        return Prepared(patch, before, recompose(before, patched(before.session, patch), patch))

    def execute(
        self,
        command: Command,
        initiator: object = None,
        run: str = "",
        prepared: Prepared | None = None,
        files: Sequence[bytes] = (),
    ) -> SessionChange | None:
        """Do what `command` says and have it written, with the bytes of the `files` that it
        brings in. None if it would change nothing.

        What was `prepared` of it is used unless the session has changed since. Commands right
        after one another that name the same `run` are one step of undo.

        Raises KnownError when the session does not allow it, or is open for reading only.
        """
        self.check_writable()
        self._settle()
        if prepared is None or prepared.before is not self._composition:
            prepared = self.prepared(command)
        patch = prepared.patch
        if not patch:
            return None
        name = name_of(command)
        detail = detail_of(command, self.session, patch).to_json() | detail_of_run(run)
        change = self._apply(Cause.COMMAND, name, prepared, initiator)
        now = _now()
        self._write(lambda: self.file.commit(name, patch, detail, self.author, now, files))
        self._undoable, self._redoable = True, False
        self._tell(change)
        return change

    def undo(self, initiator: object = None) -> SessionChange | None:
        """Take back the last action, also one of an earlier day. None if there is none."""
        return self._step(Cause.UNDO, initiator)

    def redo(self, initiator: object = None) -> SessionChange | None:
        """Do again what was taken back last. None if there is nothing."""
        return self._step(Cause.REDO, initiator)

    def history(self) -> tuple[LogEntry, ...]:
        """Who did what and when."""
        self.flush()
        return self.file.history()

    def flush(self) -> None:
        """Wait until everything asked for is on disk, or has failed."""
        if self._last is not None:
            self._last.exception()

    def close(self) -> None:
        """Write what is pending and let go of the file."""
        self.flush()
        self._settle()
        self._writer.shutdown(wait=True)
        self.file.close()

    def _step(self, cause: Cause, initiator: object) -> SessionChange | None:
        self.flush()
        if self._fault is not None:
            self._settle()
            return None
        undoing = cause is Cause.UNDO
        step = self.file.next_undo() if undoing else self.file.next_redo()
        if step is None or self.file.read_only:
            return None
        after = recompose(self._composition, patched(self.session, step.patch), step.patch)
        found = Prepared(step.patch, self._composition, after)
        change = self._apply(cause, step.entries[0].command, found, initiator)
        now = _now()
        act = self.file.undo if undoing else self.file.redo
        self._write(lambda: act(self.author, now))
        self.flush()
        self._undoable, self._redoable = self.file.can_undo, self.file.can_redo
        self._tell(change)
        return change

    def _apply(self, cause: Cause, name: str, found: Prepared, initiator: object) -> SessionChange:
        self._composition = found.after
        return SessionChange(
            cause,
            name,
            found.patch,
            found.after.touched,
            found.after.structure is not found.before.structure,
            initiator,
        )

    def _tell(self, change: SessionChange) -> None:
        for listener in list(self.listeners.changed):
            listener(change)

    def _write(self, act: Callable[[], object]) -> None:
        generation = self._generation

        def job() -> None:
            if self._fault is not None or generation != self._generation:
                return
            try:
                act()
            except (KnownError, BugError) as error:
                self._fault = error
                self._post(self._settle)
            else:
                self._post(self._saved)

        self._last = self._writer.submit(job)
        self._last.add_done_callback(self._pass_on)

    def _pass_on(self, written: "Future[object]") -> None:
        """An error that nobody expects is not lost on the writer's thread."""
        if written.exception() is not None:
            self._post(lambda: _raise(written))

    def _saved(self) -> None:
        self.saved_at = datetime.now().astimezone()
        for listener in list(self.listeners.saved):
            listener(self.saved_at)

    def _settle(self) -> None:
        """If writing failed, show again what is on disk: an action that could not be written
        did not happen, and nor did what came after it."""
        if self._fault is None:
            return
        self._generation += 1
        self.flush()
        error, self._fault = self._fault, None
        before = self._composition
        self._composition = compose(self.file.session)
        self._undoable, self._redoable = self.file.can_undo, self.file.can_redo
        touched = before.touched | self._composition.touched
        self._tell(SessionChange(Cause.REVERTED, "", Patch(), touched, True))
        for listener in list(self.listeners.failed):
            listener(error)


def _raise(written: "Future[object]") -> None:
    written.result()


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
