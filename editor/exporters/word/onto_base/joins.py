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
        end = index + 2
        while done[end - 1].mark is Tracked.DELETED and end < len(done):
            end += 1
        done[index : end + 1] = _by_words(first, done[index + 1 : end], done[end : end + 1])
    return done


def _by_words(
    first: ManuscriptParagraph,
    joined: Sequence[ManuscriptParagraph],
    following: Sequence[ManuscriptParagraph],
) -> Iterator[ManuscriptParagraph]:
    """`first` with the words of all that is joined to it, these without, and what comes then."""
    author = first.mark_author
    moved = (piece for each in joined for piece in _arrived(each.pieces, author))
    yield replace(first, pieces=(*first.pieces, *moved), mark=Tracked.NO, mark_author="")
    for each in joined:
        left = tuple(_left(each.pieces, author))
        if each.mark is Tracked.INSERTED and following:
            rest, *following = following
            yield replace(rest, pieces=left + rest.pieces)
        else:
            yield replace(each, pieces=left, mark=Tracked.DELETED, mark_author=author)
    yield from following


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
