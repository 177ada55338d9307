"""Marks of the base text on the page: the numbers of its footnotes, its italics and bolds."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from editor.negotiation.provision import Mark, MarkKind
from editor.ui.page.spans import Look, Span

_OF_THE_BASE = (Look.PLAIN, Look.DELETED, Look.CONTESTED)


def with_notes(
    spans: Iterable[Span], marks: Iterable[Mark], number_of: Callable[[str], str]
) -> Iterator[Span]:
    """The spans with the number of each footnote after the base words that it belongs to.

    A footnote whose words are not shown is left out.
    """
    notes = sorted((m for m in marks if m.kind is MarkKind.NOTE), key=lambda m: m.start)
    for span in spans:
        if not notes or not shows_base(span):
            yield span
            continue
        begins = span.start
        while notes and notes[0].start <= span.end:
            note = notes.pop(0)
            if note.start > begins:
                yield _part(span, begins, note.start)
                begins = note.start
            if note.start >= span.start:
                number = number_of(note.note)
                yield Span(number, Look.NOTE, start=begins, end=begins, note=note.note)
        if begins < span.end:
            yield _part(span, begins, span.end)


def ranges_of(spans: Sequence[Span], marks: Sequence[Mark]) -> Iterator[tuple[MarkKind, int, int]]:
    """Where italics and bolds stand in the text of the spans (code points)."""
    styled = [mark for mark in marks if mark.kind is not MarkKind.NOTE]
    begins = 0
    for span in spans if styled else ():
        if shows_base(span):
            for mark in styled:
                low, high = max(mark.start, span.start), min(mark.end, span.end)
                if low < high:
                    yield mark.kind, begins + low - span.start, begins + high - span.start
        begins += len(span.text)


def shows_base(span: Span) -> bool:
    """Whether the words of a span are words of the base text, one for one."""
    return (
        span.look in _OF_THE_BASE
        and not span.conflict
        and span.start < span.end == span.start + len(span.text)
    )


def _part(span: Span, start: int, end: int) -> Span:
    text = span.text[start - span.start : end - span.start]
    return span._replace(text=text, start=start, end=end)
