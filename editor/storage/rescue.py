"""Rescuing what can be read of a damaged session file into a new one."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editor.negotiation.patch import TABLES
from editor.negotiation.session import Session
from editor.storage.creation import write_new
from editor.storage.finding import Finding
from editor.storage.locking import Lock
from editor.storage.mending import mended
from editor.storage.replay import replayed
from editor.storage.salvage import Salvage, salvaged
from editor.storage.sqlite import Access, connect, plainly
from editor.storage.storage_error import StorageError


@dataclass(frozen=True, slots=True)
class RescueReport:
    """What is in the new file at `target`, and what was lost or repaired on the way. The new
    file starts a history of its own."""

    target: Path
    session: Session
    findings: tuple[Finding, ...]


def rescue(path: Path, target: Path, author: str = "", time: str = "") -> RescueReport:
    """Write a sound session file to `target` from what can be read of the one at `path`.

    Raises StorageError: exists (target), missing, damaged when nothing at all can be read, and
    what locking and writing the target raise.
    """
    target = target.resolve()
    if target.exists():
        raise StorageError("exists", target)
    if not path.is_file():
        raise StorageError("missing", path)
    connection = connect(path, Access.READ)
    try:
        with plainly(path):
            salvage = salvaged(connection)
    finally:
        connection.close()
    session = _completed(salvage)
    if not session.provisions and not session.amendments:
        raise StorageError("damaged", path)
    sound, repairs = mended(session)
    with Lock.acquire(target, author):
        write_new(target, sound, author, time, salvage.files.values())
    return RescueReport(target, sound, (*salvage.findings, *repairs))


def _completed(salvage: Salvage) -> Session:
    """The session of the tables; rows that they lost are taken from the log."""
    told = replayed(salvage.entries, salvage.patches).session
    tables: dict[str, Any] = {}
    for name in TABLES:
        stored, logged = getattr(salvage.session, name), getattr(told, name)
        lost = salvage.lost_keys(name, logged)
        tables[name] = {key: logged[key] for key in lost} | dict(stored)
    return Session(**tables)
