"""Marked runs of a paragraph as tracked changes, the names beside them taken out."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from editor.importers.source import Revision, SourceRun

_CLOSING = ",.;:!?)]}’”"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of the characters `[start, end)` of a paragraph: whose change they are, and
    the comment that lists all who propose it (its key, or "")."""

    start: int
    end: int
    revision: Revision
    author: str
    comment: str = ""


def changed_runs(
    runs: Sequence[SourceRun], changes: Sequence[Change], attributions: Sequence[Span]
) -> tuple[SourceRun, ...]:
    """`runs` with the changes, without the attributions; both in order. Notes and comments are
    kept. Spaces beside a change are given to it, so that there is one space between the words
    before and after it."""
    pieces = list(_pieces(runs, changes, attributions))
    return _with_spaces_beside(_without_space_within(pieces))


def _pieces(
    runs: Sequence[SourceRun], changes: Sequence[Change], attributions: Sequence[Span]
) -> Iterator[SourceRun]:
    spans = [(each.start, each.end) for each in changes]
    places = sorted({place for span in (*spans, *attributions) for place in span})
    position = 0
    for run in runs:
        start, position = position, position + len(run.text)
        cuts = places[bisect_right(places, start) : bisect_right(places, position - 1)]
        if not run.text:
            yield run
        for first, last in pairwise((start, *cuts, position) if run.text else ()):
            piece = replace(run, text=run.text[first - start : last - start])
            if _holding(attributions, first) is not None:
                if run.note or run.comments:
                    yield replace(run, text="")
                continue
            number = _holding(spans, first)
            yield piece if number is None else _changed(piece, changes[number])


def _holding(spans: Sequence[Span], place: int) -> int | None:
    number = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return number if number >= 0 and place < spans[number][1] else None


def _changed(run: SourceRun, change: Change) -> SourceRun:
    if run.note:
        return run
    comments = (*run.comments, change.comment) if change.comment else run.comments
    return replace(run, revision=change.revision, author=change.author, comments=comments)


def _stretches(pieces: Sequence[SourceRun]) -> list[list[int]]:
    """The indices of the pieces with words, those together that meet the same fate."""
    worded = (index for index, each in enumerate(pieces) if each.text)
    by_fate = groupby(worded, key=lambda index: (pieces[index].revision, pieces[index].author))
    return [list(group) for _fate, group in by_fate]


def _without_space_within(pieces: list[SourceRun]) -> list[SourceRun]:
    """Words that are struck for others have no plain space between them: it would stay when
    either of them goes."""
    stretches = _stretches(pieces)
    for number in range(1, len(stretches) - 1):
        before, between, after = stretches[number - 1 : number + 2]
        behind = stretches[number + 2][0] if number + 2 < len(stretches) else None
        rest = "" if behind is None else pieces[behind].text
        words = pieces[after[0]].text[:1] + pieces[after[-1]].text[-1:]
        if (
            all(not pieces[each].text.strip() for each in between)
            and _is_plain(pieces[between[0]])
            and _replace_each_other(pieces[before[0]], pieces[after[0]])
            and not any(each.isspace() for each in words)
            and (not rest or rest[0].isspace() or rest[0] in _CLOSING)
        ):
            for each in between:
                pieces[each] = replace(pieces[each], text="")
    return [each for each in pieces if each.text or each.note or each.comments]


def _replace_each_other(one: SourceRun, other: SourceRun) -> bool:
    both = {one.revision, other.revision}
    return one.author == other.author and both == {Revision.DELETED, Revision.INSERTED}


def _with_spaces_beside(pieces: list[SourceRun]) -> tuple[SourceRun, ...]:
    """New words between two plain spaces take the one behind them along; before a point they
    take the one before them."""
    behind: dict[int, SourceRun] = {}
    before: dict[int, SourceRun] = {}
    stretches = _stretches(pieces)
    for number, stretch in enumerate(stretches):
        first, last = pieces[stretch[0]], pieces[stretch[-1]]
        if first.revision is not Revision.INSERTED:
            continue
        above = stretches[number - 1][-1] if number else None
        below = stretches[number + 1][0] if number + 1 < len(stretches) else None
        if first.text[0].isspace() or (above is not None and not _ends_in_space(pieces[above])):
            continue
        if below is not None and _is_plain(pieces[below]) and pieces[below].text[0].isspace():
            if not _ends_in_space(last):
                behind[below] = last
            continue
        at_point = below is None or pieces[below].text[0] in _CLOSING
        if at_point and above is not None and _is_plain(pieces[above]):
            before[above] = first
    return tuple(_with_spaces_moved(pieces, behind, before))


def _with_spaces_moved(
    pieces: Sequence[SourceRun],
    behind: Mapping[int, SourceRun],
    before: Mapping[int, SourceRun],
) -> Iterator[SourceRun]:
    """The pieces, first characters given to the words before them and last ones to those after;
    of a single character that both take, the first has it."""
    for index, each in enumerate(pieces):
        text = each.text
        if index in behind:
            yield replace(behind[index], text=text[0])
            text = text[1:]
        taken = text[-1:] if index in before else ""
        rest = replace(each, text=text[: len(text) - len(taken)])
        if rest.text or rest.note or rest.comments:
            yield rest
        if taken:
            yield replace(before[index], text=taken)


def _ends_in_space(run: SourceRun) -> bool:
    return run.text[-1].isspace()


def _is_plain(run: SourceRun) -> bool:
    return run.revision is Revision.NONE
