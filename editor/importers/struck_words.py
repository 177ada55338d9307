"""Words that somebody struck by hand, without tracking: they are in no wanted text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rapidfuzz import fuzz

from editor.importers.revisions import reject
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun

_LEAST_LIKENESS = 60.0
_CLOSING = ",.;:)]?!"


def has_struck_words(source: SourceDocument) -> bool:
    """Whether any words of the text are struck."""
    return any(map(struck_words, source.paragraphs))


def struck_words(paragraph: SourceParagraph) -> str:
    """The first words of a paragraph that are struck; empty if none are."""
    return next((words for words in _stretches(paragraph) if words), "")


def without_struck_words(source: SourceDocument) -> SourceDocument:
    """`source` without the struck words of its paragraphs, which is remarked once."""
    first = next((each for each in source.paragraphs if struck_words(each)), None)
    if first is None:
        return source
    return replace(
        source,
        paragraphs=tuple(map(without_struck_runs, source.paragraphs)),
        warnings=(*source.warnings, ("struck_words_deleted", first.line, struck_words(first))),
    )


def without_struck_runs(paragraph: SourceParagraph) -> SourceParagraph:
    """A paragraph without its struck words, with one space or none where they stood. Notes and
    comments at these words keep their places."""
    if not struck_words(paragraph):
        return paragraph
    return replace(paragraph, runs=tuple(_closed_up(paragraph.runs)))


def struck_as_in_base(source: SourceDocument, base: SourceDocument) -> SourceDocument:
    """`source` with the words no longer struck that the document of the base has struck too:
    these are words of the base text as they are."""
    marked = [each for each in reject(base).paragraphs if struck_words(each)]
    paragraphs = (_as_in_base(each, marked) for each in source.paragraphs)
    return replace(source, paragraphs=tuple(paragraphs))


def _as_in_base(paragraph: SourceParagraph, marked: Sequence[SourceParagraph]) -> SourceParagraph:
    if not marked or not struck_words(paragraph):
        return paragraph
    likeness, ours = max(
        ((fuzz.ratio(each.text, paragraph.text), each) for each in marked),
        key=lambda scored: scored[0],
    )
    if likeness < _LEAST_LIKENESS:
        return paragraph
    kept = set(_stretches(ours))
    runs: list[SourceRun] = []
    for struck, stretch in groupby(paragraph.runs, _is_struck):
        group = list(stretch)
        same = struck and _text(group).strip() in kept
        runs.extend(replace(each, struck=False) if same else each for each in group)
    return replace(paragraph, runs=tuple(runs))


def _stretches(paragraph: SourceParagraph) -> Iterator[str]:
    """The words that are struck without others between."""
    for struck, stretch in groupby(paragraph.runs, _is_struck):
        if struck:
            yield _text(stretch).strip()


def _closed_up(runs: Iterable[SourceRun]) -> Iterator[SourceRun]:
    kept: list[SourceRun] = []
    before, gone = "", ""
    for run in runs:
        if _is_struck(run):
            gone += run.text
            kept.append(replace(run, text=""))
        elif not gone or not run.text:
            kept.append(run)
            before += run.text
        else:
            if run.text[0] in _CLOSING:
                _strip_end(kept)
            text = _after_gap(before, gone, run.text)
            kept.append(replace(run, text=text))
            before, gone = before + text, ""
    if gone:
        _strip_end(kept)
    return (each for each in kept if each.text or each.note or each.comments)


def _after_gap(before: str, gone: str, text: str) -> str:
    """Words that follow struck ones, parted from those before by one space if these were."""
    if not before.strip() or before[-1].isspace():
        return text.lstrip(" ")
    were_apart = gone[:1].isspace() or gone[-1:].isspace()
    return f" {text}" if were_apart and text[0] not in _CLOSING else text


def _strip_end(runs: list[SourceRun]) -> None:
    """Take the spaces from the end of the last words."""
    for index in reversed(range(len(runs))):
        if runs[index].text:
            runs[index] = replace(runs[index], text=runs[index].text.rstrip(" "))
            if runs[index].text:
                return


def _is_struck(run: SourceRun) -> bool:
    return run.struck and bool(run.text)


def _text(runs: Iterable[SourceRun]) -> str:
    return "".join(each.text for each in runs)
