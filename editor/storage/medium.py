"""What SQLite finds in a folder: its journal, and how long a commit waits for the disk."""

import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from editor.storage.sqlite import Access, connect

_SYNCS = 15
_PAGE = b"\0" * 4096


@dataclass(frozen=True, slots=True)
class Medium:
    """`journal` in SQLite's word (`wal` where the medium can); `sync_seconds`, the median of
    writing a page through to the disk."""

    sqlite_version: str
    journal: str
    sync_seconds: float


def examine_medium(folder: Path) -> Medium:
    """Try a session file's way of writing in `folder`, which must exist.

    Raises StorageError where no database can be made, OSError where no file can.
    """
    with tempfile.TemporaryDirectory(prefix=".medium-", dir=folder) as trial:
        with connect(Path(trial, "trial"), Access.CREATE) as connection:
            version = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
            journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        return Medium(str(version), str(journal), sync_seconds(Path(trial)))


def sync_seconds(folder: Path) -> float:
    """The median time to write one page into a file of `folder` and through to the disk."""
    with tempfile.TemporaryFile(dir=folder) as file:
        return statistics.median(_seconds_of_one_sync(file.fileno()) for _ in range(_SYNCS))


def _seconds_of_one_sync(descriptor: int) -> float:
    start = time.perf_counter()
    os.write(descriptor, _PAGE)
    os.fsync(descriptor)
    return time.perf_counter() - start
