"""A text as one stream: pieces, and the paragraph marks between them.

A mark that is in the base only is deleted, one in the composed text only inserted. Leaving out
what is inserted gives the base, leaving out what is deleted the composed text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from editor.exporters.manuscript import ManuscriptParagraph, Piece, Tracked

NO_MARK = Tracked.STRUCK
"""The words run on into the next paragraph: their mark is in neither text."""


def accepted(paragraphs: Iterable[ManuscriptParagraph]) -> tuple[ManuscriptParagraph, ...]:
    """The composed text: nothing in it is tracked."""
    done: list[ManuscriptParagraph] = []
    begun: ManuscriptParagraph | None = None
    for paragraph in paragraphs:
        pieces = tuple(
            replace(piece, tracked=Tracked.NO, author="")
            for piece in paragraph.pieces
            if piece.tracked in (Tracked.NO, Tracked.INSERTED)
        )
        before = begun.pieces if begun is not None else ()
        begun = replace(
            begun if begun and _say_something(before) else paragraph, pieces=before + pieces
        )
        if paragraph.mark in (Tracked.NO, Tracked.INSERTED):
            done.append(replace(begun, mark=Tracked.NO, mark_author=""))
            begun = None
    if begun is not None and _say_something(begun.pieces):
        done.append(replace(begun, mark=Tracked.NO, mark_author=""))
    return tuple(done)


def _say_something(pieces: Iterable[Piece]) -> bool:
    return any(piece.text or piece.note for piece in pieces)


def fit_for_word(paragraphs: Sequence[ManuscriptParagraph]) -> tuple[ManuscriptParagraph, ...]:
    """The same stream with every mark in place and the last one untracked, as Word needs it."""
    with_marks = run_on(paragraphs)
    return _marks_off_the_end(_with_a_mark_that_stays(with_marks))


def run_on(paragraphs: Iterable[ManuscriptParagraph]) -> list[ManuscriptParagraph]:
    """Words without a mark of their own become the start of the next paragraph."""
    done: list[ManuscriptParagraph] = []
    waiting: ManuscriptParagraph | None = None
    for paragraph in paragraphs:
        if waiting is not None:
            paragraph = replace(paragraph, pieces=waiting.pieces + paragraph.pieces)
        waiting = paragraph if paragraph.mark is NO_MARK else None
        if waiting is None:
            done.append(paragraph)
    if waiting is not None:
        if done:
            done[-1] = replace(done[-1], pieces=done[-1].pieces + waiting.pieces)
        else:
            done.append(replace(waiting, mark=Tracked.NO, mark_author=""))
    return done


def _with_a_mark_that_stays(
    paragraphs: Sequence[ManuscriptParagraph],
) -> list[ManuscriptParagraph]:
    """If every mark is tracked, a deleted and an inserted one beside each other become one that
    stays: with neither, accepting or rejecting would leave an empty paragraph."""
    done = list(paragraphs)
    if any(not each.mark for each in done):
        return done
    for index in range(len(done) - 2, -1, -1):
        first, second = done[index : index + 2]
        if first.mark is not second.mark:
            pieces = first.pieces + second.pieces
            done[index : index + 2] = [
                replace(second, pieces=pieces, mark=Tracked.NO, mark_author="")
            ]
            break
    return done


def _marks_off_the_end(
    paragraphs: Sequence[ManuscriptParagraph],
) -> tuple[ManuscriptParagraph, ...]:
    """The last mark of a document cannot be tracked: tracked marks at the end move up by one
    paragraph, which gives the same text accepted and rejected."""
    done = list(paragraphs)
    mark, author = Tracked.NO, ""
    for index in range(len(done) - 1, -1, -1):
        here = done[index]
        done[index] = replace(here, mark=mark, mark_author=author)
        if not here.mark:
            break
        mark, author = here.mark, here.mark_author
    return tuple(done)
