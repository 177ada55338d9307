"""Joined provisions whose paragraphs cannot be joined: a table, a cell or an empty paragraph is
between them. The words of the second move to the end of the first, as tracked changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from editor.exporters.manuscript import ManuscriptParagraph, Piece, Tracked
from editor.exporters.word.elements import Element, name
from editor.exporters.word.onto_base.editing import Seat

_BLOCKS = frozenset(map(name, ("w:p", "w:tbl", "w:sdt", "w:customXml")))


def joined_by_words(
    paragraphs: Sequence[ManuscriptParagraph], seats: Mapping[str, Seat]
) -> list[ManuscriptParagraph]:
    """The redline with such joins made by words instead of by paragraph marks."""
    done = list(paragraphs)
    for index in range(len(done) - 2, -1, -1):
        first, second = done[index : index + 2]
        if first.mark is not Tracked.DELETED or not says_something(first.pieces):
            continue
        one, two = seats.get(first.provision), seats.get(second.provision)
        if one is None or two is None or _follows(one.host.element, two.host.element):
            continue
        author = first.mark_author
        moved = tuple(_arrived(second.pieces, author))
        done[index] = replace(
            first, pieces=first.pieces + moved, mark=second.mark, mark_author=second.mark_author
        )
        left = tuple(_left(second.pieces, author))
        done[index + 1] = replace(second, pieces=left, mark=Tracked.DELETED, mark_author=author)
        if done[index].mark is Tracked.DELETED:
            done[index] = replace(done[index], mark=Tracked.NO, mark_author="")
    return done


def says_something(pieces: Iterable[Piece]) -> bool:
    """Whether any of these words is in the composed text."""
    return any(
        (piece.text or piece.note) and piece.tracked in (Tracked.NO, Tracked.INSERTED)
        for piece in pieces
        if not piece.is_label
    )


def _follows(first: Element, second: Element) -> bool:
    if first.find(f"{name('w:pPr')}/{name('w:sectPr')}") is not None:
        return False
    after = next((each for each in first.itersiblings() if each.tag in _BLOCKS), None)
    return after is second


def _arrived(pieces: Iterable[Piece], author: str) -> Iterator[Piece]:
    for piece in pieces:
        if piece.is_label or piece.note:
            continue
        if piece.tracked is Tracked.NO:
            yield replace(piece, tracked=Tracked.INSERTED, author=author, start=None)
        elif piece.tracked is Tracked.INSERTED:
            yield piece


def _left(pieces: Iterable[Piece], author: str) -> Iterator[Piece]:
    for piece in pieces:
        if piece.tracked is Tracked.NO:
            yield replace(piece, tracked=Tracked.DELETED, author=author, remarks=(), contests=0)
        elif piece.tracked is Tracked.DELETED:
            yield piece
