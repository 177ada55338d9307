"""What the comparison of paragraphs found, worded as proposals."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from editor.importers.intake import Intake
from editor.negotiation.amendment import START, Amendment, AmendmentKind, Origin
from editor.negotiation.session import ImportedFile, Session
from editor.text.edit import Edit
from editor.text.pairing import (
    Changed,
    Deleted,
    Inserted,
    Joined,
    Kept,
    Moved,
    Pairing,
    Replaced,
    Split,
)


class Wishes:
    """Words a pairing of paragraphs as proposals of nobody yet. `base` are the ids of the old
    paragraphs, `lines` where the new ones stand in their source."""

    def __init__(self, base: Sequence[str], lines: Sequence[int], group: str) -> None:
        self._base = base
        self._lines = lines
        self._group = group

    def of(self, pairing: Pairing) -> Iterator[Amendment]:
        match pairing:
            case Kept():
                return
            case Changed(old, new, edits):
                yield from self._hunks(old, new, edits)
            case Replaced(old, new, text):
                kind = AmendmentKind.REPLACE_PROVISION
                yield replace(self._at(old, new), kind=kind, text=text)
            case Deleted(old):
                yield replace(self._at(old, None), kind=AmendmentKind.DELETE_PROVISION)
            case Inserted(after, new, text):
                kind = AmendmentKind.NEW_PROVISION
                yield replace(self._at(None, new), kind=kind, text=text, after=self._gap(after))
            case Moved(old, after, new, edits):
                moved = replace(self._at(old, new), kind=AmendmentKind.MOVE)
                yield replace(moved, after=self._gap(after))
                yield from self._hunks(old, new, edits)
            case Split(old, new, breaks, edits):
                for each in breaks:
                    split = replace(self._at(old, new.start), kind=AmendmentKind.SPLIT)
                    yield replace(split, at=each.at, edits=each.edits)
                yield from self._hunks(old, new.start, edits)
            case Joined(olds, new, seams, edits):
                for old, own in zip(olds, edits, strict=True):
                    yield from self._hunks(old, new, own)
                for seam in seams:
                    pair = (self._base[seam.after], self._base[seam.after + 1])
                    join = replace(self._at(seam.after, new), kind=AmendmentKind.JOIN)
                    yield replace(join, provisions=pair, edits=seam.edits)

    def _hunks(self, old: int, new: int, edits: Sequence[Edit]) -> Iterator[Amendment]:
        for edit in edits:
            yield replace(self._at(old, new), edits=(edit,))

    def _at(self, old: int | None, new: int | None) -> Amendment:
        line = self._lines[new] if new is not None else 0
        provision = self._base[old] if old is not None else ""
        return Amendment("", provision, group=self._group, origin=Origin(line=line))

    def _gap(self, after: int) -> str:
        return START if after < 0 else self._base[after]


def voiced(
    session: Session,
    delegation: str,
    found: Iterable[Amendment],
    file: ImportedFile,
    first: int = 1,
) -> Iterator[Amendment]:
    """The proposals with ids, the file as their origin, and their place in the delegation's
    order, which starts at `first`."""
    return Intake(session, file).voiced(delegation, found, first)
