"""Splits and joins: one old paragraph as several new ones, several old ones as one.

A paragraph mark stands for itself in the comparison, as the character that Unicode has for it.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from editor.text.diff import kept_length, word_edits
from editor.text.edit import Edit, apply_edits
from editor.text.normal_form import normal_form
from editor.text.pairing import Break, Joined, Seam, Split

_MARK = "\u2029"

_LEAST_KEPT = 0.5
"""Of each part, and of the whole, this much must be the same words in the same order."""


def split(text: str, old: int, parts: Sequence[str], first: int) -> Split | None:
    """Old paragraph `old`, `text`, as the new paragraphs `parts`, of which `first` is the first.

    None when that is not what happened, or cannot be said by breaks and edits.
    """
    if any(_MARK in each for each in (text, *parts)):
        return None
    breaks: list[Break] = []
    edits: list[Edit] = []
    for hunk in word_edits(text, _MARK.join(parts)):
        match hunk.text.split(_MARK):
            case [_]:
                edits.append(hunk)
            case [before, after]:
                breaks.append(_break(text, hunk, before, after))
            case _:
                return None
    found = Split(old, range(first, first + len(parts)), tuple(breaks), tuple(edits))
    return found if _reads_as(text, found, parts) else None


def split_edits(text: str, at: int, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits of a split at `at`, in normal form on both sides of the break.

    An edit that starts at `at` belongs to the paragraph after the break, none crosses it.
    Raises ValueError when one does, and when edits overlap or lie outside `text`.
    """
    ordered = sorted(edits)
    before = normal_form(text[:at], (each for each in ordered if each.start < at))
    after = normal_form(text[at:], (_shifted(each, -at) for each in ordered if each.start >= at))
    return before + tuple(_shifted(each, at) for each in after)


def joined(texts: Sequence[str], first: int, text: str, new: int) -> Joined | None:
    """The old paragraphs `texts`, of which `first` is the first, as new paragraph `new`, `text`.

    None when that is not what happened, or cannot be said by dropped breaks and edits.
    """
    if any(_MARK in each for each in (*texts, text)):
        return None
    starts = [0]
    for each in texts:
        starts.append(starts[-1] + len(each) + 1)
    at_seam: list[list[Edit]] = [[] for _ in texts]
    elsewhere: list[list[Edit]] = [[] for _ in texts]
    for hunk in word_edits(_MARK.join(texts), text):
        number = max(index for index in range(len(texts)) if starts[index] <= hunk.start)
        here = _shifted(hunk, -starts[number])
        if here.end <= len(texts[number]):
            elsewhere[number].append(here)
            continue
        rest = here.end - len(texts[number]) - 1
        if number + 1 == len(texts) or rest > len(texts[number + 1]):
            return None
        before, after = _cut(hunk.text) if rest else (hunk.text, "")
        at_seam[number].append(Edit(here.start, len(texts[number]), before))
        elsewhere[number + 1].append(Edit(0, rest, after))
    seams = tuple(
        Seam(first + index, normal_form(texts[index], at_seam[index]))
        for index in range(len(texts) - 1)
    )
    edits = tuple(normal_form(each, more) for each, more in zip(texts, elsewhere, strict=True))
    found = Joined(range(first, first + len(texts)), new, seams, edits)
    return found if _makes(texts, found, text) else None


def _break(text: str, hunk: Edit, before: str, after: str) -> Break:
    """The break behind what is dropped: a space belongs to the sentence it ends."""
    edits = [Edit(hunk.start, hunk.end, before), Edit(hunk.end, hunk.end, after)]
    if hunk.start == hunk.end:
        edits = [Edit(hunk.end, hunk.end, after)]
    return Break(hunk.end, split_edits(text, hunk.end, edits))


def _cut(text: str) -> tuple[str, str]:
    """The words that go with the seam, and the word that replaces the first after it."""
    space = max((index for index, each in enumerate(text) if each.isspace()), default=-1)
    return text[: space + 1], text[space + 1 :]


def _reads_as(text: str, found: Split, parts: Sequence[str]) -> bool:
    edits = sorted([*found.edits, *(each for point in found.breaks for each in point.edits)])
    cuts = [0, *(point.at for point in found.breaks), len(text)]
    if len(cuts) != len(parts) + 1:
        return False
    for (start, end), part in zip(pairwise(cuts), parts, strict=True):
        stop = end if end < len(text) else end + 1
        inside = [_shifted(each, -start) for each in edits if start <= each.start < stop]
        if apply_edits(text[start:end], inside) != part:
            return False
        if kept_length(text[start:end], inside) < _LEAST_KEPT * len(part):
            return False
    return kept_length(text, edits) >= _LEAST_KEPT * len(text)


def _makes(texts: Sequence[str], found: Joined, text: str) -> bool:
    made = []
    kept = 0
    for index, each in enumerate(texts):
        seam = found.seams[index].edits if index < len(found.seams) else ()
        edits = [*found.edits[index], *seam]
        made.append(apply_edits(each, edits))
        if kept_length(each, edits) < _LEAST_KEPT * len(each):
            return False
        kept += kept_length(each, edits)
    return "".join(made) == text and kept >= _LEAST_KEPT * len(text)


def _shifted(edit: Edit, by: int) -> Edit:
    return Edit(edit.start + by, edit.end + by, edit.text)
