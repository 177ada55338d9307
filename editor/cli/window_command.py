"""`rolling-text [SESSION]`: the window."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.app.workspace import Workspace


def open_window(session: Path | None) -> int:
    """Open the window, on a session if one is given; returns its exit status."""
    from editor.ui.application import run  # Qt takes a moment: only who wants a window pays it

    return run(session, _export)


def _export(workspace: "Workspace", path: Path, form: str) -> None:
    from editor.app.exporting import ExportForm, export  # and Word, when it is asked for

    export(workspace.composition, path, ExportForm(form), datetime.now(UTC))
