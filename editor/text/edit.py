"""An edit: the smallest change to a text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the code points `[start, end)` of a text by `text`.

    `start == end` is an insertion, an empty `text` a deletion.
    """

    start: int
    end: int
    text: str

    @property
    def is_insertion(self) -> bool:
        return self.start == self.end

    @property
    def is_deletion(self) -> bool:
        return not self.text and self.start < self.end

    @property
    def is_nothing(self) -> bool:
        return not self.text and self.start == self.end


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with disjoint `edits` applied; insertions at one point keep their given order."""
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        pieces.append(text[position : edit.start])
        pieces.append(edit.text)
        position = edit.end
    pieces.append(text[position:])
    return "".join(pieces)
