"""The key of an action beside its other faces."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


def follow_tip(widget: QWidget, action: QAction) -> None:
    """Let `widget` say what the action does and by which key, now and when that changes. Both
    live as long as the window."""

    def show() -> None:
        widget.setToolTip(action.toolTip())

    action.changed.connect(show)
    show()


def with_key(words: str, action: QAction) -> str:
    """`words (F7)`, while the action has a key."""
    key = action.shortcut().toString()
    return f"{words} ({key})" if key else words
