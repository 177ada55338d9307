"""Places: between the composed text of a provision, which is what is read and dictated, and
its spans on the page, where deleted words, tags and brackets stand as well."""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from editor.errors import KnownError
from editor.negotiation.run import RunKind
from editor.ui.page.spans import LINE_BREAK, PILCROW, Look, Span

_READ = (Look.PLAIN, Look.INSERTED, Look.CONTESTED)
_MARKS = (Look.TAG, Look.REASON, Look.PILL, Look.NOTE)


class Side(IntEnum):
    """Which of the places on the page that are one place in the composed text."""

    LEFT = 0
    """Right after the words before it: before deleted words and tags."""
    RIGHT = 1
    """Right before the words after it."""


def composed_place(spans: Sequence[Span], offset: int) -> int:
    """The place in the composed text of a place on the page (code points, both).

    Raises KnownError("in_brackets") inside the alternatives of a conflict.
    """
    begins = composed = 0
    for group in _groups(spans):
        length, weight = _length(group), _weight(group)
        if offset < begins + length or (offset == begins + length and weight):
            inside = offset - begins
            if not weight or not inside:
                return composed
            if inside == length:
                return composed + weight
            if group[0].conflict:
                raise KnownError("in_brackets")
            return composed + min(inside, weight)
        begins += length
        composed += weight
    return composed


def page_place(spans: Sequence[Span], place: int, side: Side = Side.LEFT) -> int:
    """The place on the page of a place in the composed text (code points, both); the end of
    the brackets for one inside the alternatives of a conflict."""
    begins = composed = 0
    found = 0
    for group in _groups(spans):
        length, weight = _length(group), _weight(group)
        if composed == place and side is Side.LEFT:
            return found
        if composed == place and weight:
            return begins
        if composed < place < composed + weight:
            return begins + (length if group[0].conflict else place - composed)
        begins += length
        composed += weight
        if weight:
            found = begins
    return begins if side is Side.RIGHT or place > composed else found


def copied(spans: Sequence[Span], start: int, end: int) -> str:
    """The words between two places on the page, without tags and marks of notes."""
    text = ""
    begins = 0
    for span in spans:
        low, high = max(start - begins, 0), min(end - begins, len(span.text))
        if low < high and span.look not in _MARKS:
            words = span.text[low:high]
            text += words.strip(PILCROW) if span.look is Look.BREAK else words
        begins += len(span.text)
    return text.replace(LINE_BREAK, "\n")


def _groups(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Each span for itself, but all of one conflict together."""
    group: list[Span] = []
    for span in spans:
        if group and not _goes_with(span, group[0]):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _goes_with(span: Span, first: Span) -> bool:
    if not span.conflict or span.conflict != first.conflict:
        return False
    begins_another = span.run is not first.run and (
        span.run is not None and span.run.kind is RunKind.ALTERNATIVES
    )
    return not begins_another


def _length(group: Sequence[Span]) -> int:
    return sum(len(span.text) for span in group)


def _weight(group: Sequence[Span]) -> int:
    """How long the group is in the composed text."""
    first = group[0]
    if first.conflict:
        return len(first.run.text) if first.run is not None else 0
    if first.look is Look.BREAK:
        return first.text.count(LINE_BREAK)
    return len(first.text) if first.look in _READ else 0
