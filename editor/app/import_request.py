"""What the user asks to be brought in."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

PASTED = "Pasted text.md"


class ImportKind(StrEnum):
    BASE = "base"
    COMPILATION = "compilation"
    LAYER = "layer"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """`source` is a file, or text that was pasted; `base` stands beside a compilation;
    `delegation` is whose layer it is, by code or as written; of a table, whose it is if it does
    not say."""

    kind: ImportKind
    source: Path | str
    base: Path | None = None
    delegation: str = ""

    @property
    def name(self) -> str:
        return self.source.name if isinstance(self.source, Path) else PASTED
