"""Python's garbage collector, out of the way of a session.

A large session is some hundred thousand objects that live as long as it is open. While they are
made, the collector would walk through all of them again and again; later, with every sweep.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_later() -> Iterator[None]:
    """Nothing is collected while something large is made."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def leave_alone() -> None:
    """What exists now is to stay: the collector looks at what comes after it only. Said while
    it is still at rest, or it would first look through all that was made."""
    gc.freeze()


def look_again() -> None:
    """What was left alone is garbage now, as far as nobody holds it: a session was closed."""
    gc.unfreeze()
    gc.collect()
