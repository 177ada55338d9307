"""Each tracked change of a document, with who made it and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from editor.importers.source import Revision, SourceDocument, SourceParagraph


class ChangedThing(StrEnum):
    WORDS = "words"
    MARK = "mark"
    """A paragraph mark: a split where it is inserted, a join where it is deleted."""
    ROW = "row"
    """A row or a cell of a table, with all that is in it."""


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """An insertion or a deletion; `text` is empty but for words. `date` is as the file has it
    (ISO 8601), empty if it has none. `inside` is the author of the insertion from which it
    deletes, `move` the name that both ends of a move share. `line` counts paragraphs."""

    revision: Revision
    thing: ChangedThing
    author: str
    date: str
    line: int
    text: str = ""
    inside: str = ""
    move: str = ""


def tracked_changes(source: SourceDocument) -> tuple[TrackedChange, ...]:
    """The changes of the body and then of the notes, in order. Words that an author inserted
    and another deleted again are two; runs that only look different are one."""
    flows = (source.paragraphs, *(note.paragraphs for note in source.notes))
    return tuple(_united(each for flow in flows for p in flow for each in _of_paragraph(p)))


def _of_paragraph(paragraph: SourceParagraph) -> Iterator[TrackedChange]:
    line = paragraph.line
    row = TrackedChange(
        paragraph.block_revision,
        ChangedThing.ROW,
        paragraph.block_author,
        paragraph.block_date,
        line,
    )
    yield from _one_or_two(row, paragraph.block_deleted_by, paragraph.block_deleted_on)
    for run in paragraph.runs:
        words = TrackedChange(
            run.revision,
            ChangedThing.WORDS,
            run.author,
            run.date,
            line,
            run.text,
            move=run.move,
        )
        yield from _one_or_two(words, run.deleted_by, run.deleted_on)
    mark = TrackedChange(
        paragraph.mark_revision, ChangedThing.MARK, paragraph.mark_author, paragraph.mark_date, line
    )
    yield from _one_or_two(mark, paragraph.mark_deleted_by, paragraph.mark_deleted_on)


def _one_or_two(change: TrackedChange, deleted_by: str, deleted_on: str) -> Iterator[TrackedChange]:
    match change.revision:
        case Revision.INSERTED | Revision.DELETED:
            yield change
        case Revision.INSERTED_THEN_DELETED:
            yield replace(change, revision=Revision.INSERTED)
            yield replace(
                change,
                revision=Revision.DELETED,
                author=deleted_by,
                date=deleted_on,
                inside=change.author,
            )


def _united(changes: Iterable[TrackedChange]) -> Iterator[TrackedChange]:
    begun: TrackedChange | None = None
    for each in changes:
        if begun is not None and replace(begun, text="") == replace(each, text=""):
            begun = replace(begun, text=begun.text + each.text)
            continue
        if begun is not None:
            yield begun
        begun = each
    if begun is not None:
        yield begun
