"""A file of an import as the review shows it, its brackets as they are corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from editor.app.guided.in_hand import ImportInHand
from editor.app.guided.plan import FilePlan
from editor.importers.house_styles.guess import VERB_LIST_NAME, style_called
from editor.importers.house_styles.marks import CLOSING, paired
from editor.importers.source import SourceDocument

_SQUARE = "["


@dataclass(frozen=True)
class ShownSource:
    """`openings` are the opening brackets that mean something in the file."""

    path: Path
    source: SourceDocument
    openings: str

    @classmethod
    def of(cls, plan: FilePlan, source: SourceDocument) -> "ShownSource":
        known = plan.profile and plan.profile != VERB_LIST_NAME
        style = style_called(plan.profile) if known else None
        openings = dict.fromkeys(_SQUARE + (style.marks if style else ""))
        return cls(plan.path, source, "".join(openings))

    def text_at(self, line: int) -> str:
        """The paragraph at a line; empty if there is none."""
        found = (each.text for each in self.source.paragraphs if each.line == line)
        return next(found, "").strip()

    def numbers(self, first: int, end: int) -> range:
        """Which paragraphs stand at the lines `[first, end)`."""
        found = [n for n, e in enumerate(self.source.paragraphs) if first <= e.line < end]
        return range(found[0], found[-1] + 1) if found else range(0)

    def lonely(self, numbers: range) -> list[tuple[int, int]]:
        """The brackets in these paragraphs, taken as one, that have no partner there: number of
        the paragraph and offset in it."""
        texts = [self.source.paragraphs[n].text for n in numbers]
        openings = "".join(dict.fromkeys(f"{self.openings}{{"))
        found: list[tuple[int, int]] = []
        alone = paired("\n".join(texts), openings).alone
        start = 0
        for number, text in zip(numbers, texts, strict=True):
            end = start + len(text)
            found.extend((number, each - start) for each in alone if start <= each < end)
            start = end + 1
        return found

    @property
    def marks(self) -> str:
        """`[]`, and others where they mean something."""
        return "".join(each + CLOSING[each] for each in self.openings)


Sources = Mapping[str, ShownSource]
"""By the names of the files."""


def sources_of(in_hand: ImportInHand) -> Sources:
    """The files of an import, to be shown beside what was made of them."""
    found = ((each, in_hand.source_of(each.path)) for each in in_hand.plans)
    return {each.path.name: ShownSource.of(each, source) for each, source in found if source}
