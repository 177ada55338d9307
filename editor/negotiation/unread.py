"""What an importer did not understand: kept raw, with its place and the reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unread:
    id: str
    raw: str
    reason: str
    provision: str = ""
    line: int = 0
    file: str = ""
