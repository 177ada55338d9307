"""The garbage collector keeps away from a session that is being opened, and comes back."""

import gc

import pytest

from editor.ui.collector import collecting_later, leave_alone, look_again


def test_nothing_is_collected_inside_and_again_after() -> None:
    with collecting_later():
        assert not gc.isenabled()
        with collecting_later():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_comes_back_after_an_error() -> None:
    with pytest.raises(OSError, match="gone"), collecting_later():
        raise OSError("gone")
    assert gc.isenabled()


def test_what_is_left_alone_is_looked_at_again() -> None:
    frozen = gc.get_freeze_count()
    leave_alone()
    assert gc.get_freeze_count() > frozen
    look_again()
    assert gc.get_freeze_count() == 0
