"""Changes of words in a new text: what they come to, and whether their places are clear."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.negotiation.adoption.atlas import Part
from editor.negotiation.adoption.ground import Turn
from editor.negotiation.adoption.sorting import Carried
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.text.edit import Edit
from editor.text.normal_form import normal_form
from editor.text.reshaping import split_edits


@dataclass(eq=False)
class InWords:
    """A change of words in the new text of `provision`. `at` is its break, if it has one."""

    carried: Carried
    provision: str
    edits: tuple[Edit, ...]
    at: int | None = None
    turns: tuple[tuple[int, int, Turn], ...] = ()
    """Of each insertion the offset, the turn of its slot, and its turn in there."""


def reworded(row: Amendment, part: Part, edits: tuple[Edit, ...], at: int | None) -> Amendment:
    """The row with its edits in the new text, and the kind that these make it."""
    kind, text = AmendmentKind.EDIT, None
    if at is not None:
        kind = AmendmentKind.SPLIT
    elif part.text and [(each.start, each.end) for each in edits] == [(0, len(part.text))]:
        text = edits[0].text or None
        kind = AmendmentKind.REPLACE_PROVISION if text else AmendmentKind.DELETE_PROVISION
        edits = ()
    return replace(row, kind=kind, provision=part.id, edits=edits, text=text, at=at, target=None)


def normal(text: str, edits: Iterable[Edit], at: int | None) -> tuple[Edit, ...]:
    return normal_form(text, edits) if at is None else split_edits(text, at, edits)


def told_apart(text: str, here: list[InWords]) -> list[InWords]:
    """Those whose place is clear beside the others. In repeated words an edit may slide away
    from where it was meant (equal changes must meet): where others touch, that would change what
    they come to."""
    kept = list(here)
    for each in here:
        reach = slides_over(text, each)
        others = (other for other in kept if other is not each)
        if reach and any(_touches(other, *reach) for other in others):
            kept.remove(each)
    return kept


def slides_over(text: str, words: InWords) -> tuple[int, int] | None:
    """The range over which the edits move when they are brought into normal form."""
    moved = set(normal(text, words.edits, words.at)) ^ set(words.edits)
    if not moved:
        return None
    return min(each.start for each in moved), max(each.end for each in moved)


def _touches(words: InWords, start: int, end: int) -> bool:
    points = [(each.start, each.end) for each in words.edits]
    if words.at is not None:
        points.append((words.at, words.at))
    return any(low <= end and start <= high for low, high in points)
