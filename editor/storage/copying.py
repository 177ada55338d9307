"""Saving a copy elsewhere, even when the file itself has gone."""

from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection

from editor.negotiation.session import Session
from editor.storage.creation import write_new
from editor.storage.sqlite import (
    Access,
    connect,
    copy_to,
    integrity_problems,
    plainly,
    put_in_place,
)
from editor.storage.storage_error import StorageError


class CopyKind(StrEnum):
    """What a copy holds: everything, or the session without history and imported files."""

    COMPLETE = "complete"
    SESSION_ONLY = "session_only"


def save_copy(
    connection: Connection, session: Session, target: Path, author: str, time: str
) -> CopyKind:
    """Write everything behind `connection` to `target`; where that cannot be read, `session`.
    The caller holds the lock of `target`.

    Raises StorageError about `target`.
    """
    unfinished = target.with_name(f".{target.name}.part")
    try:
        with plainly(target):
            copy_to(connection, unfinished)
            _check_sound(unfinished)
            put_in_place(unfinished, target)
        return CopyKind.COMPLETE
    except StorageError:
        write_new(target, session, author, time)
        return CopyKind.SESSION_ONLY
    finally:
        unfinished.unlink(missing_ok=True)


def _check_sound(copy: Path) -> None:
    """What a medium gives back while it fails is not always what was written to it."""
    with connect(copy, Access.READ) as connection:
        problems = integrity_problems(connection)
    if problems:
        raise StorageError("damaged", copy, said=problems[0])
