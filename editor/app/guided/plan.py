"""What is to be done with the files of one import."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from editor.app.import_kind import ImportKind
from editor.app.tracked_layers import OtherBase
from editor.importers.house_styles.mark_corrections import MarkCorrection

GIVES_TEXT = frozenset({ImportKind.BASE, ImportKind.COMPILATION, ImportKind.COLOURS})
"""The kinds that can be the text of a session that has none yet."""


@dataclass(frozen=True, slots=True)
class FilePlan:
    """`profile` is the house style of a compilation. `delegation` is, as written, whose all of
    the file is ("" while that is not known); if it is None, `whose` says it for each author or
    look. `other_base` says what becomes of tracked changes on another base; to refuse them is to
    leave the file out. `corrections` mend brackets before the words are read; the bytes that are
    kept of the file stay as they came."""

    path: Path
    kind: ImportKind
    profile: str = ""
    delegation: str | None = None
    whose: dict[str, str] = field(default_factory=dict)
    other_base: OtherBase = OtherBase.REFUSE
    corrections: tuple[MarkCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The files, and the base text that stands beside a compilation, if there is one."""

    files: tuple[FilePlan, ...]
    base: Path | None = None

    @property
    def in_order(self) -> tuple[FilePlan, ...]:
        """What gives the session its text before what is about it."""
        return tuple(sorted(self.files, key=lambda each: each.kind not in GIVES_TEXT))

    def with_corrections(self, path: Path, corrections: Iterable[MarkCorrection]) -> "ImportPlan":
        """The plan with other corrections of the file at `path`."""
        mended = tuple(corrections)
        files = [
            replace(each, corrections=mended) if each.path == path else each for each in self.files
        ]
        return ImportPlan(tuple(files), self.base)
