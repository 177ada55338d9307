"""A text with CriticMarkup as a document with tracked changes and comments."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from editor.importers.critic_markup.attribution import Attribution, attributed
from editor.importers.critic_markup.fates import fates
from editor.importers.critic_markup.marks import Marks, found_marks
from editor.importers.critic_markup.placeholders import Fate, Held, HeldText
from editor.importers.runs import joined_runs
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun


def read_critic_markup(text: str, read: Callable[[str], SourceDocument]) -> SourceDocument:
    """What `read` makes of the words of `text`, with the marks in them as tracked changes of
    whom the comments right behind them name (nobody: `""`), and all other comments. A text
    without marks is what `read` makes of it.

    A sign without a partner stays in the words; each line that has any is remarked.
    """
    marks = found_marks(text)
    if marks.marks or marks.remarks:
        attribution = attributed(text, marks)
        held = HeldText(text, sorted(_held(text, marks, attribution), key=lambda each: each.start))
        document = _Unfolding(held).document(read(held.text))
        document = replace(document, comments=attribution.comments)
    else:
        document = read(text)
    return replace(document, warnings=(*document.warnings, *_warnings(text, marks)))


def _held(text: str, marks: Marks, attribution: Attribution) -> Iterator[Held]:
    for at in marks.escapes:
        yield Held(at, at + 2, words=text[at + 1])
    for at, sign in marks.alone:
        yield Held(at, at + len(sign), words=sign)
    for each in marks.remarks:
        yield Held(each.start, each.end, at_point=attribution.at_points.get(each.start, ()))
    yield from fates(marks.marks, attribution)


def _warnings(text: str, marks: Marks) -> list[tuple[str, int, str]]:
    warnings: list[tuple[str, int, str]] = []
    line, position, remarked = 1, 0, 0
    for at, _sign in marks.alone:
        line += text.count("\n", position, at)
        position = at
        if line != remarked:
            remarked = line
            begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            words = text[begin:end] if end >= 0 else text[begin:]
            warnings.append(("critic_mark_alone", line, words.strip()))
    return warnings


class _Unfolding:
    """Takes the placeholders out of a document, paragraph by paragraph as they follow each
    other in the text."""

    def __init__(self, held: HeldText) -> None:
        self._held = held
        self._fate = Fate()

    def document(self, document: SourceDocument) -> SourceDocument:
        plain = self._held.plain
        flows = [document.paragraphs, *(note.paragraphs for note in document.notes)]
        rows = [(flow, each) for flow, paragraphs in enumerate(flows) for each in paragraphs]
        found: list[list[SourceParagraph]] = [[] for _ in flows]
        for flow, paragraph in sorted(rows, key=lambda row: row[1].line):
            found[flow].append(self._paragraph(paragraph))
        body, *noted = map(tuple, found)
        return replace(
            document,
            paragraphs=body,
            notes=tuple(
                replace(note, key=plain(note.key), label=plain(note.label), paragraphs=paragraphs)
                for note, paragraphs in zip(document.notes, noted, strict=True)
            ),
            title=plain(document.title),
            warnings=tuple(
                (code, self._held.line(line), plain(detail))
                for code, line, detail in document.warnings
            ),
        )

    def _paragraph(self, paragraph: SourceParagraph) -> SourceParagraph:
        runs = joined_runs(each for run in paragraph.runs for each in self._runs(run))
        end = self._fate
        return replace(
            paragraph,
            runs=runs,
            line=self._held.line(paragraph.line),
            mark_revision=end.revision,
            mark_author=end.author,
            mark_deleted_by=end.deleted_by,
        )

    def _runs(self, run: SourceRun) -> Iterator[SourceRun]:
        if not run.text:
            yield self._tracked(replace(run, note=self._held.plain(run.note)))
        for piece in self._held.pieces(run.text):
            if isinstance(piece, str):
                yield self._tracked(replace(run, text=piece))
                continue
            if piece.words:
                yield self._tracked(replace(run, text=piece.words))
            if piece.at_point:
                yield self._tracked(SourceRun("", comments=piece.at_point))
            self._fate = piece.fate or self._fate

    def _tracked(self, run: SourceRun) -> SourceRun:
        fate = self._fate
        return replace(
            run,
            revision=fate.revision,
            author=fate.author,
            deleted_by=fate.deleted_by,
            comments=(*fate.comments, *run.comments),
        )
