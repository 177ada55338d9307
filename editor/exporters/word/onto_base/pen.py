"""What every part of an export on the base's own package writes with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.exporters.manuscript import Piece, Tracked
from editor.exporters.word.comments import Comments
from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.onto_base.deleted_text import as_deleted
from editor.exporters.word.onto_base.note_parts import NoteParts
from editor.exporters.word.runs import Tracker


@dataclass(frozen=True, slots=True)
class Pen:
    """`tracks` says whether changes are marked, or just made. `ids` are free in the package."""

    tracker: Tracker
    comments: Comments
    notes: NoteParts
    ids: Iterator[str]
    tracks: bool

    def inserted(self, runs: Sequence[Element], piece: Piece) -> list[Element]:
        """New runs, marked as the piece says."""
        if not self.tracks:
            return list(runs)
        if piece.tracked is Tracked.STRUCK:
            as_deleted(runs)
        return list(self.tracker.wrapped(runs, piece.tracked, piece.author, piece.struck_by))

    def deleted(self, runs: Sequence[Element], author: str) -> None:
        """Mark runs that stand in the document as deleted, neighbours together."""
        as_deleted(runs)
        group: list[Element] = []
        for run in runs:
            if group and group[-1].getnext() is not run:
                self._wrap(group, author)
                group = []
            group.append(run)
        if group:
            self._wrap(group, author)

    def _wrap(self, group: Sequence[Element], author: str) -> None:
        mark = self.tracker.mark(Tracked.DELETED, author)
        group[0].addprevious(mark)
        mark.extend(group)


def as_formula(new: Element) -> None:
    """Turn new runs into runs of a formula."""
    for run in [new, *new.iter(name("w:r"))]:
        if run.tag == name("w:r"):
            run.tag = name("m:r")
            for each in list(run):
                if each.tag in (name("w:t"), name("w:delText")):
                    each.tag = name("m:t")
                elif each.tag != name("w:rPr"):
                    run.replace(each, _space())


def _space() -> Element:
    text = element("w:t")
    text.tag = name("m:t")
    text.text = " "
    return text
