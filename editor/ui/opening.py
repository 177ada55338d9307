"""Opening a session file, with what can be in the way said plainly."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from editor.errors import BugError, KnownError
from editor.storage.locking import break_lock
from editor.storage.session_file import SessionFile
from editor.ui.dialogs.ask import Answer, choose, tell
from editor.ui.wording import worded

_READABLE = frozenset({"read_only", "already_open", "locked"})
"""Faults that do not keep anybody from reading the file."""


def open_session_file(path: Path, owner: str, parent: QWidget) -> SessionFile | None:
    """The open file; None if it cannot be opened or the user does not want it any more.

    Where somebody else has it open, or it may not be written, reading is offered.
    """
    try:
        return SessionFile.open(path, owner)
    except (KnownError, BugError) as error:
        if not isinstance(error, KnownError) or error.code not in _READABLE:
            _tell_fault(path, error, parent)
            return None
        return _otherwise(path, owner, error, parent)


def _otherwise(path: Path, owner: str, error: KnownError, parent: QWidget) -> SessionFile | None:
    """Offer to read only; and, where a crash elsewhere may have left its note, to work on."""
    may_be_left = error.code == "already_open" and not error.facts["is_alive"]
    answer = choose(
        parent,
        _tr("{name} cannot be opened to work in it").format(name=path.name),
        worded(error),
        _tr("Open for Reading Only"),
        _tr("It Is Not Open There Any More") if may_be_left else "",
    )
    match answer:
        case Answer.FIRST:
            return _attempt(lambda: SessionFile.open_to_read(path), path, parent)
        case Answer.SECOND:
            return _attempt(lambda: _opened_after_all(path, owner), path, parent)
        case Answer.CANCELLED:
            return None


def _opened_after_all(path: Path, owner: str) -> SessionFile:
    break_lock(path)
    return SessionFile.open(path, owner)


def _attempt(opened: Callable[[], SessionFile], path: Path, parent: QWidget) -> SessionFile | None:
    try:
        return opened()
    except (KnownError, BugError) as error:
        _tell_fault(path, error, parent)
        return None


def _tell_fault(path: Path, error: KnownError | BugError, parent: QWidget) -> None:
    tell(parent, _tr("{name} was not opened").format(name=path.name), worded(error))


def _tr(text: str) -> str:
    return QCoreApplication.translate("opening", text)
