"""A copy of the file as it was, before anything old is rewritten."""

from pathlib import Path

from sqlalchemy import Connection

from editor.storage.sqlite import copy_to, plainly, put_in_place


def back_up(connection: Connection, path: Path, version: str) -> Path:
    """Copy the file at `path`, of schema `version`, to a free name beside it and return that.

    Raises StorageError: disk_full, read_only, medium_gone.
    """
    target = _free_name(path, version)
    unfinished = target.with_name(target.name + ".part")
    with plainly(path):
        try:
            copy_to(connection, unfinished)
            put_in_place(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)
    return target


def _free_name(path: Path, version: str) -> Path:
    number = 1
    while True:
        mark = f"version {version}" if number == 1 else f"version {version}, {number}"
        target = path.with_name(f"{path.stem} ({mark}){path.suffix}")
        if not target.exists():
            return target
        number += 1
