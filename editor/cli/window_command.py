"""`rolling-text [SESSION]`: the window."""

import os
import sys
from pathlib import Path

from editor.errors import KnownError


def has_display() -> bool:
    """Whether there is a screen for a window."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(session: Path | None) -> int:
    """Open the window, on a session if one is given; returns its exit status.

    Raises KnownError("no_display"): Qt itself would abort.
    """
    if not (has_display() or os.environ.get("QT_QPA_PLATFORM")):
        raise KnownError("no_display")
    from editor.ui.application import run  # Qt takes a moment: only who wants a window pays it

    return run(session)
