"""Why the base document's own file is not written on."""

from enum import StrEnum


class Reason(StrEnum):
    """What is said to the user; the interface words it."""

    MISSING = "base_file_missing"
    UNREADABLE = "base_file_unreadable"
    STRICT = "base_file_is_strict"
    TRACKED = "base_file_is_tracked"
    DIFFERS = "base_file_differs"
    FAULTY = "base_file_faulty"
    REJECTED = "base_file_changes_rejected"
    """It is written on, and its own tracked changes are rejected, as in the base text."""


class UnusableBaseError(Exception):
    """Raised instead of writing on a file that cannot take the text."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
