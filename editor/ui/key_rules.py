"""Which keys an action may have."""

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from editor.ui.page.keystrokes import is_navigation, keystroke_of

_OF_EVERY_WINDOW = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_ALT = Qt.KeyboardModifier.AltModifier
_WITHOUT_A_SIGN = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.KeypadModifier
)
_FIRST_WITHOUT_A_SIGN = 0x01000000
"""Qt's keys from here on write no sign: function keys and the like."""


def holder_of(
    keys: Iterable[QKeySequence], actions: Iterable[QAction], apart_from: QAction
) -> QAction | None:
    """The action that has one of the keys already."""
    wanted = list(keys)
    return next(
        (
            action
            for action in actions
            if action is not apart_from and any(key in wanted for key in action.shortcuts())
        ),
        None,
    )


def is_for_writing(key: QKeySequence) -> bool:
    """Whether the page takes the key to write or to move the caret, or every window to go
    round and to close: an action with it would never be asked for."""
    if key.isEmpty():
        return False
    pressed = cast("Sequence[QKeyCombination]", key)[0]  # the stubs do not say that it is one
    code, modifiers = pressed.key(), pressed.keyboardModifiers()
    has_sign = code < _FIRST_WITHOUT_A_SIGN and not modifiers & _WITHOUT_A_SIGN
    sign = chr(code) if has_sign else ""
    event = QKeyEvent(QEvent.Type.KeyPress, code, modifiers, sign)
    moves = is_navigation(event) and not modifiers & _ALT
    return moves or keystroke_of(event) is not None or code in _OF_EVERY_WINDOW
