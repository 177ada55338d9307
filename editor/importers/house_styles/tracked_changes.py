"""Tracked changes in a text whose marks are brackets, tags or formats.

Changes of marks, and of words in marks, are how the marks came about: they are accepted. Other
changes are rejected where nobody is named for them. Each is told, so that no word is lost.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from editor.importers.compilation.reading import Warned
from editor.importers.compilation.tracked_tokens import ACCEPTED, NOT_ATTRIBUTED
from editor.importers.house_styles.house_style import Attribution, HouseStyle, Meaning
from editor.importers.house_styles.known_names import KnownNames
from editor.importers.house_styles.marks import CLOSING
from editor.importers.house_styles.named_changes import with_named_changes
from editor.importers.revisions import accept
from editor.importers.source import Revision, SourceDocument, SourceParagraph, SourceRun

_BREAK = "¶"
_TYPED_ANEW = 0.9
_REJECTED = {
    Revision.INSERTED: Revision.DELETED,
    Revision.DELETED: Revision.NONE,
    Revision.INSERTED_THEN_DELETED: Revision.DELETED,
    Revision.NONE: Revision.NONE,
}


@dataclass(frozen=True, slots=True)
class Untracked:
    """A document without tracked changes, the style to read it in, and what was made of those
    changes: (reason, line, author and words)."""

    document: SourceDocument
    style: HouseStyle
    told: tuple[Warned, ...] = ()


def without_tracked_changes(
    source: SourceDocument, style: HouseStyle, known: KnownNames
) -> Untracked:
    """The text as `style` can read it. A style of formats takes the changes for its formats, one
    of bare brackets those beside which `known` names stand; of a document that was typed with
    tracking on the insertions are plain text."""
    if style.attribution is Attribution.BESIDE and style.struck is Meaning.DELETED:
        return Untracked(accept(_in_formats(source, style)), style)
    if _is_typed_anew(source.paragraphs):
        source = replace(source, paragraphs=tuple(_typed(each) for each in source.paragraphs))
    shown = with_named_changes(source, style, known)
    source, style = shown.document, shown.style
    judged = [_Judged(each, tuple(_accepted(each, style))) for each in source.paragraphs]
    told = [said for each in judged for said in each.told()]
    told += _told_of_notes(source)
    settled = replace(source, paragraphs=tuple(each.settled() for each in judged))
    return Untracked(accept(settled), style, tuple(told))


@dataclass(frozen=True, slots=True)
class _Judged:
    """A paragraph, and whether what a tracked change says of each run is accepted."""

    paragraph: SourceParagraph
    accepted: tuple[bool, ...]

    def settled(self) -> SourceParagraph:
        """The paragraph with what is rejected undone. Its end goes with its words."""
        runs = tuple(
            run if accepted else replace(run, revision=_REJECTED[run.revision])
            for run, accepted in self._judged_runs()
        )
        mark = self.paragraph.mark_revision
        if not self._keeps_mark():
            mark = _REJECTED[mark]
        return replace(self.paragraph, runs=runs, mark_revision=mark)

    def told(self) -> Iterator[Warned]:
        tracked = groupby(
            self._judged_runs(), lambda each: (each[0].revision, _authors(each[0]), each[1])
        )
        for (revision, author, accepted), group in tracked:
            words = "".join(run.text for run, _accepted in group)
            if revision is not Revision.NONE and words.strip():
                yield _told(revision, accepted, self.paragraph.line, author, words)
        mark = self.paragraph.mark_revision
        if mark is not Revision.NONE and not self._is_all_changed():
            author = self.paragraph.mark_author
            yield _told(mark, self._keeps_mark(), self.paragraph.line, author, _BREAK)

    def _judged_runs(self) -> Iterator[tuple[SourceRun, bool]]:
        return zip(self.paragraph.runs, self.accepted, strict=True)

    def _keeps_mark(self) -> bool:
        return any(
            accepted and run.revision is not Revision.NONE for run, accepted in self._judged_runs()
        )

    def _is_all_changed(self) -> bool:
        """Whether the change of the words tells that of the paragraph."""
        words = [run for run in self.paragraph.runs if run.text.strip()]
        mark = self.paragraph.mark_revision
        return bool(words) and all(run.revision is mark for run in words)


def _accepted(paragraph: SourceParagraph, style: HouseStyle) -> Iterator[bool]:
    """For each run, whether it has marks or stands in one."""
    openings = {"[", *style.marks}
    closings = {CLOSING[each] for each in openings}
    depth = 0
    for run in paragraph.runs:
        has_mark = any(each in openings or each in closings for each in run.text)
        yield depth > 0 or has_mark or _is_format(run, style)
        if run.revision not in (Revision.DELETED, Revision.INSERTED_THEN_DELETED):
            for each in run.text:
                depth = max(0, depth + (each in openings) - (each in closings))


def _is_format(run: SourceRun, style: HouseStyle) -> bool:
    """Whether the style sees from the looks of a run that it is added."""
    if style.capitals is Meaning.ADDED and run.text.isupper():
        return True
    return style.bold is Meaning.ADDED and run.bold


def _in_formats(source: SourceDocument, style: HouseStyle) -> SourceDocument:
    """The document with its changes in the formats that the style has for them."""
    shown = tuple(
        replace(paragraph, runs=tuple(_in_format(run, style) for run in paragraph.runs))
        for paragraph in source.paragraphs
    )
    return replace(source, paragraphs=shown)


def _in_format(run: SourceRun, style: HouseStyle) -> SourceRun:
    if run.revision is Revision.DELETED:
        return replace(run, struck=True, revision=Revision.NONE)
    if run.revision is not Revision.INSERTED:
        return run
    is_bold = style.bold is Meaning.ADDED
    return replace(
        run,
        bold=run.bold or is_bold,
        underlined=run.underlined or not is_bold,
        revision=Revision.NONE,
    )


def _is_typed_anew(paragraphs: Iterable[SourceParagraph]) -> bool:
    """Whether next to all that the document says is inserted."""
    length = dict.fromkeys(Revision, 0)
    for paragraph in paragraphs:
        for run in paragraph.runs:
            length[run.revision] += len(run.text.strip())
    final = length[Revision.NONE] + length[Revision.INSERTED]
    return final > 0 and length[Revision.INSERTED] >= _TYPED_ANEW * final


def _typed(paragraph: SourceParagraph) -> SourceParagraph:
    runs = tuple(replace(run, revision=_plain(run.revision)) for run in paragraph.runs)
    return replace(paragraph, runs=runs, mark_revision=_plain(paragraph.mark_revision))


def _plain(revision: Revision) -> Revision:
    return Revision.NONE if revision is Revision.INSERTED else revision


def _told_of_notes(source: SourceDocument) -> Iterator[Warned]:
    """Changes in notes, which are accepted, at the lines of their references."""
    lines = {run.note: each.line for each in source.paragraphs for run in each.runs if run.note}
    for note in source.notes:
        for paragraph in note.paragraphs:
            line = lines.get(note.key, paragraph.line)
            judged = _Judged(replace(paragraph, line=line), (True,) * len(paragraph.runs))
            yield from judged.told()


def _told(revision: Revision, accepted: bool, line: int, author: str, words: str) -> Warned:
    reason = (ACCEPTED if accepted else NOT_ATTRIBUTED)[revision]
    return reason, line, ": ".join(filter(None, (author, " ".join(words.split()))))


def _authors(run: SourceRun) -> str:
    return ", ".join(dict.fromkeys(filter(None, (run.author, run.deleted_by))))
