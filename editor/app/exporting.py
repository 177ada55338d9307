"""Writing what leaves the program: whole or not at all, under names that every system takes."""

import errno
import os
import re
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from editor.errors import KnownError
from editor.exporters.word.onto_base.unusable import Reason
from editor.storage.opening import is_session

_LONGEST_NAME = 160
"""Bytes: systems take names of 255, endings and numbers included."""
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_IN_USE = frozenset({errno.EBUSY, errno.ETXTBSY})
_IN_USE_ON_WINDOWS = frozenset({32, 33})
_CODES = {
    errno.ENOENT: "export_folder_missing",
    errno.ENOTDIR: "export_folder_missing",
    errno.EACCES: "export_read_only",
    errno.EPERM: "export_read_only",
    errno.EROFS: "export_read_only",
    errno.ENOSPC: "export_disk_full",
    errno.EDQUOT: "export_disk_full",
    errno.EFBIG: "export_disk_full",
    errno.ENAMETOOLONG: "export_name_too_long",
}


class Written(NamedTuple):
    """The bytes of a file; `notice` says why a Word file is not on the base document's own
    package, where it should be, or what had to be done to that."""

    data: bytes
    notice: Reason | None = None


def plain_name(name: str, otherwise: str) -> str:
    """`name` as every system takes it in the name of a file."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", name).split())
    short = plain.encode("utf-8")[:_LONGEST_NAME].decode("utf-8", "ignore")
    return short.strip(" .") or otherwise


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: what was at `path` stays until then.

    Raises KnownError (export_folder_missing, export_read_only, export_disk_full, export_in_use,
    export_name_too_long, export_not_a_file, export_failed, export_onto_session; facts `path` and
    `said`).
    """
    target = Path(os.path.realpath(path))
    unfinished = target.with_name(f".{uuid4().hex}.part")
    try:
        _refuse_what_must_stay(target, path)
        with unfinished.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(unfinished, target)
    except OSError as error:
        raise KnownError(_code(error), path=str(path), said=error.strerror or "") from error
    finally:
        _discard(unfinished)


def _refuse_what_must_stay(target: Path, path: Path) -> None:
    if not target.exists():
        return
    if not target.is_file():
        raise KnownError("export_not_a_file", path=str(path), said="")
    if is_session(target):
        raise KnownError("export_onto_session", path=str(path), said="")
    if not os.access(target, os.W_OK):
        raise KnownError("export_read_only", path=str(path), said="")


def _replace(unfinished: Path, target: Path) -> None:
    try:
        unfinished.replace(target)
    except PermissionError as error:
        # Windows says so of a file that another program has open.
        if os.name == "nt" and target.exists():
            raise OSError(errno.EBUSY, error.strerror) from error
        raise


def _discard(unfinished: Path) -> None:
    try:
        unfinished.unlink(missing_ok=True)
    except OSError:
        # The medium is gone, and what was on it with it.
        return


def _code(error: OSError) -> str:
    if error.errno in _IN_USE or getattr(error, "winerror", None) in _IN_USE_ON_WINDOWS:
        return "export_in_use"
    return _CODES.get(error.errno or 0, "export_failed")
