"""`rolling-text [SESSION]`: the window."""

from pathlib import Path


def open_window(session: Path | None) -> int:
    """Open the window, on a session if one is given; returns its exit status."""
    from editor.ui.application import run  # Qt takes a moment: only who wants a window pays it

    return run(session)
