"""What to do when an action could not be written."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.app.workspace import Workspace
from editor.errors import BugError, KnownError
from editor.storage.copying import CopyKind
from editor.ui.dialogs.ask import Answer, choose, tell
from editor.ui.dialogs.file_endings import SESSION_ENDING, with_ending
from editor.ui.dialogs.file_field import session_filter
from editor.ui.wording import worded


def offer_copy(workspace: Workspace, error: KnownError | BugError, parent: QWidget) -> Path | None:
    """Say that the last action was taken back, and offer to save a copy elsewhere; the copy."""
    words = worded(error) + "\n\n" + _tr("The screen shows again what is on disk.")
    title = _tr("The last action was not saved and was taken back")
    if choose(parent, title, words, _tr("Save a Copy Elsewhere…")) is not Answer.FIRST:
        return None
    return save_copy_elsewhere(workspace, parent)


def save_copy_elsewhere(workspace: Workspace, parent: QWidget) -> Path | None:
    """Ask where to and write the copy there; None if nothing was written."""
    name = f"{workspace.file.path.stem} copy{SESSION_ENDING}"
    chosen, _ = QFileDialog.getSaveFileName(
        parent, _tr("Save a Copy"), str(Path.home() / name), session_filter()
    )
    if not chosen:
        return None
    target = with_ending(Path(chosen), SESSION_ENDING)
    workspace.flush()
    try:
        if target != Path(chosen) and target.exists():  # nobody was asked whether to replace it
            raise KnownError("exists", path=str(target))
        kind = workspace.file.save_copy(target, workspace.author)
    except KnownError as fault:
        tell(parent, _tr("The copy was not written"), worded(fault))
        return None
    if kind is CopyKind.SESSION_ONLY:
        tell(
            parent,
            _tr("The copy holds the session"),
            _tr(
                "The file itself cannot be read any more, so its history and the imported "
                "documents are not in the copy."
            ),
        )
    return target


def _tr(text: str) -> str:
    return QCoreApplication.translate("unsaved", text)
