"""Writing what leaves the program: Word files and the dump, checked before they are handed over
and whole or not at all."""

import errno
import os
import re
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from editor.app.export_check import check_word_file
from editor.errors import KnownError
from editor.exporters.dump import dump
from editor.exporters.manuscript import Form
from editor.exporters.word.writer import word_file
from editor.negotiation.composition import Composition
from editor.negotiation.session import Session

_LONGEST_NAME = 80
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


class ExportForm(StrEnum):
    """What can be written. The Word forms are those of `Form`."""

    CLEAN = "clean"
    REDLINE = "redline"
    BRACKETED = "bracketed"
    JSON = "json"


def export(composition: Composition, path: Path, form: ExportForm, now: datetime) -> None:
    """Write `composition` to `path` in one of the forms; `now` dates it.

    What was at `path` stays until all is written, and stays if it cannot be. Raises KnownError
    (export_folder_missing, export_read_only, export_disk_full, export_in_use,
    export_name_too_long, export_not_a_file, export_failed; facts `path` and `said`), and
    BugError if the file would not say what the session says.
    """
    _write(path, exported(composition, form, now))


def exported(composition: Composition, form: ExportForm, now: datetime) -> bytes:
    """The bytes of an export. Raises BugError if they would not say what the session says."""
    if form is ExportForm.JSON:
        return dump(composition.session)
    word_form = Form(form)
    data = word_file(composition, word_form, now)
    check_word_file(data, composition, word_form)
    return data


def suggested_name(session: Session, form: ExportForm) -> str:
    """A file name that every system takes: the title, the form, the ending."""
    title = " ".join(_NOT_IN_NAMES.sub(" ", session.title).split())
    title = title[:_LONGEST_NAME].strip(" .") or "Negotiation"
    if form is ExportForm.JSON:
        return f"{title}.json"
    return f"{title} ({form}).docx"


def _write(path: Path, data: bytes) -> None:
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
