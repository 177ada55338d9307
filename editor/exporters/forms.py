"""The forms in which a composition leaves: clean (no marks), bracketed (what is open in
brackets), redline (marks against the base: rejecting all of them gives the base, accepting all
the composed text)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from editor.exporters.manuscript import Form, ManuscriptParagraph, Piece, RemarkKind
from editor.exporters.redline import redline
from editor.exporters.stream import accepted, fit_for_word
from editor.negotiation.composition import Composition

_ABOUT_BRACKETS = frozenset(
    {
        RemarkKind.OPEN_WORDS,
        RemarkKind.LEFT_IN_BRACKETS,
        RemarkKind.CONTESTED_DELETION,
        RemarkKind.RIVAL_TEXT,
        RemarkKind.CONTESTED_PLACE,
    }
)


def manuscript(composition: Composition, form: Form) -> tuple[ManuscriptParagraph, ...]:
    """The manuscript of a composition in one of its forms."""
    stream = tuple(redline(composition))
    match form:
        case Form.REDLINE:
            return fit_for_word(stream)
        case Form.BRACKETED:
            return tuple(_bracketed(_with_remarks(accepted(stream), _ABOUT_BRACKETS)))
        case Form.CLEAN:
            return tuple(_with_remarks(accepted(stream), frozenset()))


def _with_remarks(
    paragraphs: Iterable[ManuscriptParagraph], kinds: Collection[RemarkKind]
) -> Iterator[ManuscriptParagraph]:
    """With the remarks of some kinds only."""
    for paragraph in paragraphs:
        pieces = [
            replace(piece, remarks=tuple(each for each in piece.remarks if each.kind in kinds))
            for piece in paragraph.pieces
        ]
        kept = (piece for piece in pieces if piece.text or piece.note or piece.remarks)
        yield replace(paragraph, pieces=tuple(kept))


def _bracketed(paragraphs: Iterable[ManuscriptParagraph]) -> Iterator[ManuscriptParagraph]:
    """With brackets around words whose deletion, or whose whole provision, is contested."""
    for paragraph in paragraphs:
        yield replace(paragraph, pieces=tuple(_enclosed(paragraph.pieces)))


def _enclosed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """A bracket opens after the space before its words."""
    depth = 0
    for piece in pieces:
        wanted = _depth_of(piece, depth)
        if wanted > depth:
            words = piece.text.lstrip(" ")
            yield replace(piece, text=piece.text[: len(piece.text) - len(words)])
            piece = _shortened(piece, words)
        if wanted != depth:
            yield Piece(("[" if wanted > depth else "]") * abs(wanted - depth))
        depth = wanted
        yield piece
    if depth:
        yield Piece("]" * depth)


def _shortened(piece: Piece, words: str) -> Piece:
    """A piece of which only the last words are left."""
    gone = len(piece.text) - len(words)
    return replace(piece, text=words, start=None if piece.start is None else piece.start + gone)


def _depth_of(piece: Piece, before: int) -> int:
    """In how many brackets a piece stands. A note goes with the words before it."""
    if piece.is_label:
        return 0
    return piece.contests if piece.text else before
