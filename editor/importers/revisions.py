"""The final and the original text of a document with tracked changes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.importers.runs import joined_runs
from editor.importers.source import (
    Revision,
    SourceDocument,
    SourceNote,
    SourceParagraph,
    SourceRun,
)

NOT_IN_FINAL = frozenset({Revision.DELETED, Revision.INSERTED_THEN_DELETED})
NOT_IN_ORIGINAL = frozenset({Revision.INSERTED, Revision.INSERTED_THEN_DELETED})


def accept(document: SourceDocument) -> SourceDocument:
    """The document with all tracked changes accepted; no revision is left in it."""
    return _settled(document, NOT_IN_FINAL)


def reject(document: SourceDocument) -> SourceDocument:
    """The document with all tracked changes rejected; no revision is left in it."""
    before = replace(
        document,
        paragraphs=tuple(_with_original_label(each) for each in document.paragraphs),
        notes=tuple(
            replace(
                note,
                label=note.original_label,
                paragraphs=tuple(_with_original_label(each) for each in note.paragraphs),
            )
            for note in document.notes
        ),
    )
    return _settled(before, NOT_IN_ORIGINAL)


def has_revisions(document: SourceDocument) -> bool:
    """Whether anything in the document is tracked, in headers and footers too."""
    flows = (document.paragraphs, document.margins, *(note.paragraphs for note in document.notes))
    return any(is_tracked(paragraph) for flow in flows for paragraph in flow)


def is_tracked(paragraph: SourceParagraph) -> bool:
    """Whether anything in a paragraph is tracked, or the paragraph itself."""
    states = (paragraph.mark_revision, paragraph.block_revision)
    return any(state is not Revision.NONE for state in states) or any(
        run.revision is not Revision.NONE for run in paragraph.runs
    )


def _with_original_label(paragraph: SourceParagraph) -> SourceParagraph:
    return replace(paragraph, label=paragraph.original_label)


def _settled(document: SourceDocument, gone: frozenset[Revision]) -> SourceDocument:
    paragraphs = _settled_paragraphs(document.paragraphs, gone)
    kept = {run.note for paragraph in paragraphs for run in paragraph.runs if run.note}
    lost = {
        run.note for paragraph in document.paragraphs for run in paragraph.runs if run.note
    } - kept
    return replace(
        document,
        paragraphs=paragraphs,
        notes=tuple(_settled_note(note, gone) for note in document.notes if note.key not in lost),
        margins=_settled_paragraphs(document.margins, gone),
    )


def _settled_note(note: SourceNote, gone: frozenset[Revision]) -> SourceNote:
    return replace(
        note, paragraphs=_settled_paragraphs(note.paragraphs, gone), original_label=note.label
    )


@dataclass(slots=True)
class _Slot:
    """The place of one paragraph of the result, empty while its mark is gone."""

    runs: list[SourceRun]
    first: SourceParagraph
    last: SourceParagraph


def _settled_paragraphs(
    paragraphs: Iterable[SourceParagraph], gone: frozenset[Revision]
) -> tuple[SourceParagraph, ...]:
    """A paragraph whose mark is gone joins the next one of its flow, which gives the result
    its properties; at the end of a flow it stays if it still has words."""
    slots: list[_Slot] = []
    open_slots: dict[int, _Slot] = {}
    for paragraph in paragraphs:
        if paragraph.block_revision in gone:
            continue
        runs = [_plain(run) for run in paragraph.runs if run.revision not in gone]
        slot = open_slots.pop(paragraph.flow, None)
        if slot is None:
            slot = _Slot(runs, paragraph, paragraph)
            slots.append(slot)
        else:
            slot.first = slot.first if slot.runs else paragraph
            slot.runs += runs
            slot.last = paragraph
        if paragraph.mark_revision in gone:
            open_slots[paragraph.flow] = slot
    left = {id(slot) for slot in open_slots.values() if not slot.runs}
    return tuple(_joined(slot) for slot in slots if id(slot) not in left)


def _joined(slot: _Slot) -> SourceParagraph:
    return replace(
        slot.last,
        runs=joined_runs(slot.runs),
        line=slot.first.line,
        after_page_break=slot.first.after_page_break,
        mark_revision=Revision.NONE,
        mark_author="",
        mark_date="",
        mark_deleted_by="",
        mark_deleted_on="",
        block_revision=Revision.NONE,
        block_author="",
        block_date="",
        block_deleted_by="",
        block_deleted_on="",
        original_label=slot.last.label,
    )


def _plain(run: SourceRun) -> SourceRun:
    if run.revision is Revision.NONE:
        return run
    return replace(
        run,
        revision=Revision.NONE,
        author="",
        date="",
        deleted_by="",
        deleted_on="",
        move="",
    )
