"""Writing what leaves the program: Word files and the dump, checked before they are handed over
and whole or not at all."""

import errno
import os
import re
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from editor.app.own_package import KeptFile
from editor.app.word_export import Tell, WordExport, word_export
from editor.errors import KnownError
from editor.exporters.dump import dump
from editor.exporters.manuscript import Form
from editor.exporters.word.onto_base.unusable import Reason
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


def nothing_kept(_digest: str) -> bytes | None:
    """For sessions whose imported files are not at hand."""
    return None


def nobody(_stage: str) -> None:
    """For whom no stage matters."""


def export(
    composition: Composition,
    path: Path,
    form: ExportForm,
    now: datetime,
    kept: KeptFile = nothing_kept,
    tell: Tell = nobody,
) -> Reason | None:
    """Write `composition` to `path` in one of the forms; `now` dates it. `kept` gives the bytes
    of imported files, `tell` is told each stage, and stops the work by what it raises. Returns
    why the base document's own package was not used, where it should have been.

    What was at `path` stays until all is written, and stays if it cannot be. Raises KnownError
    (export_folder_missing, export_read_only, export_disk_full, export_in_use,
    export_name_too_long, export_not_a_file, export_failed; facts `path` and `said`), and
    BugError if the file would not say what the session says.
    """
    data, notice = exported(composition, form, now, kept, tell)
    write_whole(path, data)
    return notice


def exported(
    composition: Composition,
    form: ExportForm,
    now: datetime,
    kept: KeptFile = nothing_kept,
    tell: Tell = nobody,
) -> WordExport:
    """The bytes of an export. Raises BugError if they would not say what the session says."""
    if form is ExportForm.JSON:
        return WordExport(dump(composition.session))
    return word_export(composition, Form(form), now, kept, tell)


def plain_name(name: str, otherwise: str) -> str:
    """`name` as every system takes it in the name of a file."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", name).split())
    return plain[:_LONGEST_NAME].strip(" .") or otherwise


def suggested_name(session: Session, form: ExportForm) -> str:
    """A file name that every system takes: the title, the form, the ending."""
    title = plain_name(session.title, "Negotiation")
    if form is ExportForm.JSON:
        return f"{title}.json"
    return f"{title} ({form}).docx"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises KnownError as `export` does."""
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
