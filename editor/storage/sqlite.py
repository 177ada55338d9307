"""All that is SQLite's own: connections, pragmas, the write-ahead log, copies, error codes."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Table, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from editor.errors import BugError, KnownError
from editor.storage.storage_error import StorageError, of_system

APPLICATION_ID = 0x526F6C54
"""The letters "RolT" in the file's header: this database is a session file."""

HEADER = b"SQLite format 3\x00"
_APPLICATION_ID_AT = slice(68, 72)
_HEADER_LENGTH = 100

_BUSY_SECONDS = 0.5

_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "medium_gone",
    sqlite3.SQLITE_CANTOPEN: "medium_gone",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_PROTOCOL: "locked",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_ERROR: "damaged",  # a table or a column is missing
}


class Access(StrEnum):
    """How a file is opened, in the words of SQLite's URIs."""

    CREATE = "rwc"
    WRITE = "rw"
    READ = "ro"


def connect(path: Path, access: Access) -> Connection:
    """A connection that any thread may use, one at a time.

    Transactions take the write lock when they begin, so that nothing can fail between the
    first row and the last for want of it. Raises StorageError.
    """
    reading = access is Access.READ
    with plainly(path):
        engine = create_engine(
            "sqlite://",
            creator=lambda: _opened_to_read(path) if reading else _opened_to_write(path, access),
            poolclass=NullPool,
            json_serializer=_as_it_is,
            json_deserializer=_as_it_is,
        )
        begin = "BEGIN" if reading else "BEGIN IMMEDIATE"
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine.connect()


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turns the errors of the database and of the system into StorageErrors about `path`, or
    BugErrors where the file is not at fault."""
    try:
        yield
    except DBAPIError as error:
        raise _translated(error.orig or error, path) from error
    except sqlite3.Error as error:
        raise _translated(error, path) from error
    except OSError as error:
        raise of_system(error, path) from error


def application_id_of(header: bytes) -> int | None:
    """The application id in the first hundred bytes of a file; None if it is no database."""
    if len(header) < _HEADER_LENGTH or not header.startswith(HEADER):
        return None
    return int.from_bytes(header[_APPLICATION_ID_AT], "big")


def mark_as_session(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def merge_journal(connection: Connection) -> None:
    """Write everything into the file itself, so that a copy of it is complete and it can be
    read from a medium that cannot be written."""
    raw = _raw(connection)
    try:
        raw.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:  # somebody else is reading
        raw.execute("PRAGMA wal_checkpoint(PASSIVE)")


def copy_to(connection: Connection, target: Path) -> None:
    """Copy the whole database, journal included, into the file `target`."""
    with closing(sqlite3.connect(target)) as copy:
        _raw(connection).backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def put_in_place(database: Path, target: Path) -> None:
    """Rename a database that is complete in itself to `target`, where another may be.

    A journal that lies there would be played back into it: it goes with what it belonged to.
    """
    for each in (*_journals_of(target), _with_ending(target, "-shm")):
        each.unlink(missing_ok=True)
    database.replace(target)


def put_aside(database: Path, aside: Path) -> None:
    """Rename a database to the free name `aside`, with the journal that a crash left beside it."""
    for journal, beside in zip(_journals_of(database), _journals_of(aside), strict=True):
        if journal.exists():
            journal.replace(beside)
    database.replace(aside)


def integrity_problems(connection: Connection) -> tuple[str, ...]:
    """What SQLite's own check finds wrong; empty for a sound file."""
    try:
        found = [str(row[0]) for row in _raw(connection).execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as error:
        return (str(error),)
    return () if found == ["ok"] else tuple(found)


def salvaged_rows(connection: Connection, table: Table) -> tuple[list[tuple[Any, ...]], bool]:
    """The rows of `table` that can be reached, from either end of it, and whether that is all.

    Columns that the file lacks are None.
    """
    try:
        there = {row[1] for row in _raw(connection).execute(f"PRAGMA table_info({table.name})")}
    except sqlite3.Error:
        return [], False
    names = [f'"{each.name}"' if each.name in there else "NULL" for each in table.columns]
    query = f'SELECT rowid, {", ".join(names)} FROM "{table.name}" NOT INDEXED ORDER BY rowid '
    found: dict[int, tuple[Any, ...]] = {}
    whole = _walk(connection, query + "ASC", found)
    if not whole:
        _walk(connection, query + "DESC", found)
    return [found[place] for place in sorted(found)], whole


def _walk(connection: Connection, query: str, found: dict[int, tuple[Any, ...]]) -> bool:
    """Add rows to `found` until the end, a fault, or a row that is there already."""
    try:
        for place, *row in _raw(connection).execute(query):
            if place in found:
                break
            found[place] = tuple(row)
    except sqlite3.Error:
        return False
    return True


def _opened_to_write(path: Path, access: Access) -> sqlite3.Connection:
    raw = _opened(path, access)
    try:
        _use_best_journal(raw)
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        raw.close()
        raise
    return raw


def _opened_to_read(path: Path) -> sqlite3.Connection:
    raw = _opened(path, Access.READ)
    try:
        raw.execute("PRAGMA schema_version")
    except sqlite3.Error as error:
        raw.close()
        if _primary(error) in _WOULD_WRITE and any(each.exists() for each in _journals_of(path)):
            return _read_into_memory(path)
        raise
    return raw


_WOULD_WRITE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
"""What SQLite says when it would have to write in order to read: a crash left a journal."""


def _opened(path: Path, access: Access) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={access}",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def _journals_of(path: Path) -> tuple[Path, ...]:
    return tuple(_with_ending(path, ending) for ending in ("-wal", "-journal"))


def _with_ending(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _read_into_memory(path: Path) -> sqlite3.Connection:
    """The database as it is once the journal that a crash left is merged or rolled back,
    which is done on a copy."""
    with TemporaryDirectory() as folder:
        for each in (path, *_journals_of(path)):
            if each.exists():
                shutil.copyfile(each, Path(folder, each.name))
        copy = Path(folder, path.name)
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        with closing(sqlite3.connect(copy)) as source:
            source.backup(memory)
    return memory


def _use_best_journal(raw: sqlite3.Connection) -> None:
    """The write-ahead log; on media without shared memory (network drives, some sticks) the
    classic journal."""
    try:
        mode = raw.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if _primary(error) not in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL):
            raise
        mode = "failed"
    if mode != "wal":
        raw.execute("PRAGMA locking_mode = EXCLUSIVE")
        raw.execute("PRAGMA journal_mode = DELETE")


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def _translated(error: BaseException, path: Path) -> KnownError | BugError:
    code = _CODES.get(_primary(error)) if isinstance(error, sqlite3.Error) else None
    if code is None:
        return BugError(f"the database refused: {error}")
    return StorageError(code, path, said=str(error))


def _primary(error: sqlite3.Error) -> int:
    """The primary result code: the extended ones say more in their upper bits."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _as_it_is(text: str) -> str:
    return text
