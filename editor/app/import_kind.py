"""What a file can be that is brought in."""

from enum import StrEnum


class ImportKind(StrEnum):
    BASE = "base"
    COMPILATION = "compilation"
    COLOURS = "colours"
    """A text whose colours and lines stand for tracked changes."""
    TRACKED = "tracked"
    LAYER = "layer"
    """A delegation's whole text."""
    TABLE = "table"
