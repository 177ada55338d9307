"""The tooltip of an action beside its other faces."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


def follow_tip(widget: QWidget, action: QAction) -> None:
    """Let `widget` say what the action does and by which key, now and when that changes. Both
    live as long as the window."""

    def show() -> None:
        widget.setToolTip(action.toolTip())

    action.changed.connect(show)
    show()
