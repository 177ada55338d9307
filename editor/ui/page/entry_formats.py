"""The formats of one entry: a heading's size, who and what, italics, hints."""

from collections.abc import Iterator
from itertools import zip_longest
from unicodedata import bidirectional

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from editor.negotiation.provision import MarkKind, ProvisionKind
from editor.ui.page.base_marks import ranges_of
from editor.ui.page.entries import Entry
from editor.ui.page.formats import Formats
from editor.ui.page.places import page_place
from editor.ui.page.spans import Look, Span
from editor.ui.page.utf16 import to_units, units

_HEADING_SCALE = {1: 1.35, 2: 1.18}
_OTHER_HEADING_SCALE = 1.05
_GAP = 0.2
"""Between words that would touch, and beside a frame, in sizes of the font."""
_APART_FROM_WORDS = (Look.DELETED, Look.STRUCK, Look.TAG, Look.REASON)
_RIGHT_TO_LEFT = ("R", "AL")


def entry_formats(
    entry: Entry, formats: Formats, points: float
) -> Iterator[QTextLayout.FormatRange]:
    """Ranges in UTF-16 units of the entry's text; later ones add to earlier ones."""
    if entry.kind is ProvisionKind.HEADING:
        yield format_range(0, units(entry.text), _heading(entry, points))
    position = 0
    for span, following in zip_longest(entry.spans, entry.spans[1:]):
        length = units(span.text)
        made = formats.of(span)
        if made is not None:
            yield format_range(position, length, made)
        position += length
        if following is None:
            continue
        if _would_touch(span, following) or _is_before_frame(span, following):
            yield format_range(position - 1, 1, _apart(points))
        if _is_after_frame(span, following):
            yield format_range(position, 1, _apart(points))
    for kind, start, end in ranges_of(entry.spans, entry.marks):
        yield _in_points(entry, start, end, _styled(kind))
    for start, end in entry.hints:
        yield from _hint(
            entry, page_place(entry.spans, start), page_place(entry.spans, end), formats
        )


def scale_of(entry: Entry) -> float:
    """How large the words of an entry are, compared with ordinary ones."""
    if entry.kind is not ProvisionKind.HEADING:
        return 1.0
    return _HEADING_SCALE.get(entry.level, _OTHER_HEADING_SCALE)


def format_range(start: int, length: int, made: QTextCharFormat) -> QTextLayout.FormatRange:
    """A format for `length` UTF-16 units from `start`."""
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, made
    return found


def _hint(
    entry: Entry, start: int, end: int, formats: Formats
) -> Iterator[QTextLayout.FormatRange]:
    """A hint shows on plain words only: elsewhere the line says who."""
    begins = 0
    for span in entry.spans:
        low, high = max(start, begins), min(end, begins + len(span.text))
        if (
            low < high
            and span.look is Look.PLAIN
            and span.text[low - begins : high - begins].strip()
        ):
            yield _in_points(entry, low, high, formats.hint)
        begins += len(span.text)


def _in_points(
    entry: Entry, start: int, end: int, made: QTextCharFormat
) -> QTextLayout.FormatRange:
    first = to_units(entry.text, start)
    return format_range(first, units(entry.text[start:end]), made)


def _styled(kind: MarkKind) -> QTextCharFormat:
    made = QTextCharFormat()
    if kind is MarkKind.ITALIC:
        made.setFontItalic(True)
    else:
        made.setFontWeight(QFont.Weight.Bold)
    return made


def _heading(entry: Entry, points: float) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    made.setFontPointSize(points * scale_of(entry))
    return made


def _would_touch(span: Span, following: Span) -> bool:
    """Whether a struck word or a code and the word after it would read as one. Letters from
    right to left are joined in writing and must not be parted."""
    left, right = span.text[-1:], following.text[:1]
    return (
        span.look in _APART_FROM_WORDS
        and following.look not in (Look.TAG, Look.NOTE)
        and left.isprintable()
        and not left.isspace()
        and right.isalnum()
        and bidirectional(left) not in _RIGHT_TO_LEFT
    )


def _is_before_frame(span: Span, following: Span) -> bool:
    """Whether a span ends in a space that the frame around a conflict takes a part of."""
    return bool(following.conflict) and not span.conflict and span.text[-1:].isspace()


def _is_after_frame(span: Span, following: Span) -> bool:
    """Whether a span begins with a space that the frame before it takes a part of."""
    return bool(span.conflict) and not following.conflict and following.text[:1].isspace()


def _apart(points: float) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(points * _GAP)
    return made
