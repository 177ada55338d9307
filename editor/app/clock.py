"""The time of day."""

from datetime import datetime


def local_now() -> datetime:
    """This moment by the clock of this place, whose date papers bear."""
    return datetime.now().astimezone()
