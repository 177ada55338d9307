"""Writing a session file that did not exist before: whole, or not at all."""

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from sqlalchemy import Connection

from editor.negotiation.patch import TABLES, Patch, RowChange
from editor.negotiation.session import Session
from editor.storage import kept_files, log
from editor.storage.log import LogEntry, LogState
from editor.storage.opening import make_schema
from editor.storage.rows import apply_patch
from editor.storage.sqlite import Access, connect, merge_journal, plainly, put_in_place

NOTHING = Session(**{each.name: {} for each in fields(Session)})
"""A session without any row, not even a title: what the log starts from."""


def write_new(
    path: Path, session: Session, author: str, time: str, files: Iterable[bytes] = ()
) -> None:
    """Put a new session file at `path`, in place of one that may be there; `files` are the
    contents of imported files to keep in it. The caller holds the lock of `path`.

    Raises StorageError: disk_full, read_only, medium_gone.
    """
    unfinished = path.with_name(f".{path.name}.part")
    with plainly(path):
        unfinished.unlink(missing_ok=True)
        try:
            with connect(unfinished, Access.CREATE) as connection:
                with connection.begin():
                    _fill(connection, session, author, time)
                    for content in files:
                        kept_files.keep(connection, content)
                merge_journal(connection)
            put_in_place(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)


def creation_of(session: Session) -> Patch:
    """The patch from nothing to `session`."""
    return Patch(
        tuple(
            RowChange(table, key, None, row)
            for table in TABLES
            for key, row in getattr(session, table).items()
        )
    )


def _fill(connection: Connection, session: Session, author: str, time: str) -> None:
    make_schema(connection)
    patch = creation_of(session)
    apply_patch(connection, patch)
    log.append(connection, LogEntry(1, log.CREATE, "", author, time, LogState.KEPT), patch)
