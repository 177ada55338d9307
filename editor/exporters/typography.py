"""Base words as pieces, with the typography and the note references of the base."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from editor.exporters.manuscript import SOFT_BREAK, Piece
from editor.negotiation.provision import Mark, MarkKind, Provision


def base_pieces(provision: Provision, start: int, end: int) -> Iterator[Piece]:
    """The base words `[start, end)` (code points) of a provision.

    A note reference belongs to the word before it, so it comes with the words that end there;
    one at the very start of the provision comes with the first words.
    """
    marks = [each for each in provision.marks if each.start <= end and start <= each.end]
    inner = (p for m in marks for p in (m.start, m.end) if start < p < end)
    cuts = sorted({start, *inner, end})
    if start == 0:
        yield from _references(provision, marks, 0)
    for low, high in pairwise(cuts):
        yield Piece(
            provision.text[low:high].replace("\n", SOFT_BREAK),
            italic=_covers(marks, MarkKind.ITALIC, low, high),
            bold=_covers(marks, MarkKind.BOLD, low, high),
            provision=provision.id,
            start=low,
        )
        yield from _references(provision, marks, high)


def look_of_insertion(provision: Provision, at: int, *, replaces: bool) -> tuple[bool, bool]:
    """Whether words inserted at a base offset are italic and bold: as the words they replace,
    or as the words on both sides of them."""
    last = at if replaces else at + 1
    return (
        at > 0 and _covers(provision.marks, MarkKind.ITALIC, at - 1, last),
        at > 0 and _covers(provision.marks, MarkKind.BOLD, at - 1, last),
    )


def look_at(provision: Provision, at: int) -> tuple[bool, bool]:
    """Whether the base character at an offset is italic, and whether it is bold."""
    return (
        _covers(provision.marks, MarkKind.ITALIC, at, at + 1),
        _covers(provision.marks, MarkKind.BOLD, at, at + 1),
    )


def _references(provision: Provision, marks: Iterable[Mark], position: int) -> Iterator[Piece]:
    for mark in marks:
        if mark.kind is MarkKind.NOTE and mark.start == position:
            yield Piece("", note=mark.note, provision=provision.id, start=position)


def _covers(marks: Iterable[Mark], kind: MarkKind, low: int, high: int) -> bool:
    return any(m.kind is kind and m.start <= low and high <= m.end for m in marks)
