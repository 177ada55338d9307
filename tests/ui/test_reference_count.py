import sys

import pytest
from PySide6.QtWidgets import QWidget

_ROUNDS = 20
_CALLS = 1_000


@pytest.mark.usefixtures("qapp")
def test_void_calls_of_qt_keep_the_references_of_none() -> None:
    """PySide6 6.12.0 on Python 3.11 drops one at every call, until the process ends."""
    widget = QWidget()
    before = sys.getrefcount(None)

    for _ in range(_ROUNDS):
        for _ in range(_CALLS):
            widget.update()
        assert sys.getrefcount(None) > before - _CALLS // 2
