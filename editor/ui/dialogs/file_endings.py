"""The endings of names that the user types."""

from collections.abc import Collection
from pathlib import Path

SESSION_ENDING = ".rolling"


def with_ending(path: Path, ending: str, in_place_of: Collection[str] = ()) -> Path:
    """`path` with `ending`, which takes the place of another only if it is `in_place_of`: what
    follows a full stop is most often a part of the name."""
    found = path.suffix.lower()
    if ending and found == ending:
        return path
    stem = path.stem if found in in_place_of else path.name
    return path.with_name(stem + ending)
