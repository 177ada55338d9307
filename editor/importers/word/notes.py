"""Footnotes and endnotes, with the numbers printed at their references."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from editor.importers.runs import joined_runs
from editor.importers.source import Revision, SourceNote
from editor.importers.word.draft import ParagraphDraft
from editor.importers.word.labels import LabelWriter
from editor.importers.word.names import W
from editor.importers.word.number_formats import format_number
from editor.importers.word.properties import value, whole_number
from editor.importers.word.story import Story, StoryResources, read_story

_GONE_FROM_FINAL = frozenset({Revision.DELETED, Revision.INSERTED_THEN_DELETED})
_GONE_FROM_ORIGINAL = frozenset({Revision.INSERTED, Revision.INSERTED_THEN_DELETED})
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_USUAL_STYLE = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class NoteNumbering:
    """How notes of one kind are numbered."""

    style: str
    start: int


def read_note_numbering(settings: etree._Element | None, kind: str) -> NoteNumbering:
    """What the settings say about notes of a kind (`footnote` or `endnote`)."""
    stated = settings.find(f"{W}{kind}Pr") if settings is not None else None
    start = whole_number(value(stated, "numStart"))
    return NoteNumbering(
        value(stated, "numFmt") or _USUAL_STYLE[kind], 1 if start is None else start
    )


def read_note_stories(
    roots: Iterable[etree._Element], kind: str, resources: StoryResources
) -> dict[str, Story]:
    """The notes in the parts of one kind by their key; separators are no notes."""
    stories: dict[str, Story] = {}
    for root in roots:
        for element in root.iterfind(W + kind):
            if element.get(W + "type") not in _SEPARATORS:
                key = f"{kind} {element.get(W + 'id', '')}"
                stories.setdefault(key, read_story(element, resources))
    return stories


def finish_notes(
    body: Story,
    stories: dict[str, Story],
    numbering: dict[str, NoteNumbering],
    labels: LabelWriter,
) -> tuple[SourceNote, ...]:
    """The notes that the body refers to, in that order: no others are printed."""
    final = _numbers(body, numbering, _GONE_FROM_FINAL)
    original = _numbers(body, numbering, _GONE_FROM_ORIGINAL)
    ordered = dict.fromkeys(key for key, _revision in _references(body.drafts) if key in stories)
    for key, mark in body.custom_marks.items():
        if key in stories:
            _strip_mark(stories[key].drafts, mark.strip())
    return tuple(
        SourceNote(
            key,
            final.get(key) or original.get(key, ""),
            labels.finish(stories[key].drafts),
            original.get(key, ""),
        )
        for key in ordered
    )


def _numbers(
    body: Story, numbering: dict[str, NoteNumbering], gone: frozenset[Revision]
) -> dict[str, str]:
    numbers: dict[str, str] = {}
    counts: dict[str, int] = {}
    for key, revision in _references(body.drafts):
        if revision in gone or key in numbers:
            continue
        if key in body.custom_marks:
            numbers[key] = body.custom_marks[key].strip()
            continue
        kind = key.partition(" ")[0]
        counts[kind] = counts.get(kind, numbering[kind].start - 1) + 1
        numbers[key] = format_number(counts[kind], numbering[kind].style)
    return numbers


def _strip_mark(drafts: Sequence[ParagraphDraft], mark: str) -> None:
    """A mark of its own is repeated as text in the note; a number is not."""
    runs = drafts[0].runs if drafts else []
    runs[:] = joined_runs(runs)
    if mark and runs and runs[0].text.lstrip().startswith(mark):
        rest = runs[0].text.lstrip().removeprefix(mark).lstrip()
        runs[:1] = [replace(runs[0], text=rest)] if rest else []


def _references(drafts: Iterable[ParagraphDraft]) -> Iterable[tuple[str, Revision]]:
    for draft in drafts:
        for run in draft.runs:
            if run.note:
                yield run.note, run.revision
