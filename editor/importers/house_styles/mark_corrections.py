"""Brackets of a document mended before it is read: a mark put in or taken away."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from editor.errors import BugError
from editor.importers.house_styles.marks import CLOSING
from editor.importers.runs import joined_runs
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun

OPENING_MARKS = "[({"
MARKS = OPENING_MARKS + "".join(CLOSING[each] for each in OPENING_MARKS)
_AROUND = 30


class Mending(StrEnum):
    """What was done, as the code of the warning that tells it."""

    PUT_IN = "bracket_put_in"
    TAKEN_AWAY = "bracket_taken_away"


MENDED = frozenset(Mending)


@dataclass(frozen=True, slots=True)
class MarkCorrection:
    """`mark` is put in before the character at `offset`, or stands there and is taken away.
    `offset` counts the code points of the paragraph at `line`, words included that a tracked
    change deletes; earlier corrections are in it."""

    line: int
    offset: int
    mark: str
    mending: Mending


def corrected(source: SourceDocument, corrections: Iterable[MarkCorrection]) -> SourceDocument:
    """`source` with its marks corrected, one after the other. Each correction is a warning with
    the words around the mark. No other character, format, note or comment is changed; a
    paragraph that was nothing but the mark goes with it.

    Raises BugError for a correction that does not fit the document.
    """
    for each in corrections:
        source = _with(source, each)
    return source


def _with(source: SourceDocument, correction: MarkCorrection) -> SourceDocument:
    index = next(
        (n for n, each in enumerate(source.paragraphs) if each.line == correction.line), None
    )
    if index is None or correction.mark not in MARKS:
        raise BugError(f"no such mark to correct: {correction}")
    before = source.paragraphs[index]
    put_in = correction.mending is Mending.PUT_IN
    after = _with_mark(before, correction) if put_in else _without_mark(before, correction)
    told = _words_around((after if put_in else before).text, correction.offset)
    kept = [after] if after.text.strip() or any(run.note for run in after.runs) else []
    return replace(
        source,
        paragraphs=(*source.paragraphs[:index], *kept, *source.paragraphs[index + 1 :]),
        warnings=(*source.warnings, (correction.mending.value, correction.line, told)),
    )


def _without_mark(paragraph: SourceParagraph, correction: MarkCorrection) -> SourceParagraph:
    offset = correction.offset
    if paragraph.text[offset : offset + 1] != correction.mark:
        raise BugError(f"the mark is not there: {correction}")
    runs: list[SourceRun] = []
    start = 0
    for run in paragraph.runs:
        at = offset - start
        start += len(run.text)
        if 0 <= at < len(run.text):
            rest = run.text[:at] + run.text[at + 1 :]
            if rest or run.note or run.comments:
                runs.append(replace(run, text=rest))
        else:
            runs.append(run)
    return replace(paragraph, runs=tuple(runs))


def _with_mark(paragraph: SourceParagraph, correction: MarkCorrection) -> SourceParagraph:
    """An opening mark belongs to the words behind it, a closing one to those before."""
    offset = correction.offset
    if not 0 <= offset <= len(paragraph.text):
        raise BugError(f"no such place for a mark: {correction}")
    before, after = _parted(paragraph.runs, offset, correction.mark in CLOSING)
    near = (after[:1] or before[-1:]) if correction.mark in CLOSING else (before[-1:] or after[:1])
    mark = _like(near[0], correction.mark) if near else SourceRun(correction.mark)
    return replace(paragraph, runs=joined_runs((*before, mark, *after)))


def _parted(
    runs: Iterable[SourceRun], offset: int, is_opening: bool
) -> tuple[list[SourceRun], list[SourceRun]]:
    """The runs before and after an offset. What has no words there (the reference to a note)
    stays with the words before an opening mark, and behind a closing one."""
    before: list[SourceRun] = []
    after: list[SourceRun] = []
    start = 0
    for run in runs:
        at = offset - start
        start += len(run.text)
        if not run.text:
            is_before = at > 0 or (at == 0 and is_opening)
            (before if is_before else after).append(run)
        elif at >= len(run.text):
            before.append(run)
        elif at <= 0:
            after.append(run)
        else:
            before.append(replace(run, text=run.text[:at]))
            after.append(replace(run, text=run.text[at:]))
    return before, after


def _like(run: SourceRun, mark: str) -> SourceRun:
    """Looks as its words do; what is struck or tracked about them is not said of a mark."""
    return SourceRun(
        mark,
        run.bold,
        run.italic,
        underlined=run.underlined,
        colour=run.colour,
        highlight=run.highlight,
    )


def _words_around(text: str, offset: int) -> str:
    start, end = max(offset - _AROUND, 0), offset + 1 + _AROUND
    words = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"
