"""Alignment of two texts by paragraphs: what a person would say happened to each."""

from collections.abc import Iterator, Mapping, Sequence

from editor.text.diff import kept_length, most_kept, word_edits
from editor.text.pairing import (
    Changed,
    Deleted,
    Inserted,
    Kept,
    Moved,
    Pairing,
    Replaced,
)
from editor.text.paragraph_match import Gap, gaps, likeness, paired_in_gaps, paired_in_order
from editor.text.regrouping import Regrouped, regrouped
from editor.text.relocation import relocated

_LEAST_OF_SHORTER = 0.5
_LEAST_OF_LONGER = 0.1
"""A paragraph of which less is kept in order (in code points) is replaced, not changed: a reader
would no longer follow the marks."""


def align(old: Sequence[str], new: Sequence[str]) -> tuple[Pairing, ...]:
    """What happened to the paragraphs of `old` on the way to `new`.

    In old order, each followed by what stands in the gap after it. Every old and every new
    paragraph is named exactly once, and `new` can be rebuilt from `old` to the code point.
    The same texts always give the same answer.
    """
    found = likeness(old, new)
    groups = regrouped(old, new, paired_in_order(old, new, found), found.alike)
    free = _free(old, new, groups)
    moves = relocated(old, new, found, free)
    rest_old = [index for index in free.old if index not in moves]
    arrived = frozenset(moves.values())
    rest_new = [index for index in free.new if index not in arrived]
    between = gaps(_anchors(groups), rest_old, rest_new)
    pairs = groups.pairs | paired_in_gaps(old, new, found.alike, between)
    return tuple(_in_old_order(old, new, groups._replace(pairs=pairs), moves))


def _free(old: Sequence[str], new: Sequence[str], groups: Regrouped) -> Gap:
    """The paragraphs of which nothing is known yet."""
    used_old = set(groups.pairs).union([split.old for split in groups.splits])
    used_old.update(*(joined.old for joined in groups.joins))
    used_new = set(groups.pairs.values()).union([joined.new for joined in groups.joins])
    used_new.update(*(split.new for split in groups.splits))
    return Gap(
        [index for index in range(len(old)) if index not in used_old],
        [index for index in range(len(new)) if index not in used_new],
    )


def _anchors(groups: Regrouped) -> dict[int, int]:
    """One rising pair for everything that stays in place."""
    anchors = list(groups.pairs.items())
    anchors += [(split.old, split.new.start) for split in groups.splits]
    anchors += [(joined.old.start, joined.new) for joined in groups.joins]
    return dict(sorted(anchors))


def _in_old_order(
    old: Sequence[str], new: Sequence[str], groups: Regrouped, moves: Mapping[int, int]
) -> Iterator[Pairing]:
    splits = {split.old: split for split in groups.splits}
    joins = {joined.old.start: joined for joined in groups.joins}
    absorbed = {index for joined in groups.joins for index in joined.old[1:]}
    arrivals = _arrivals(old, new, groups, moves)
    yield from arrivals.get(-1, ())
    for index, text in enumerate(old):
        if index in groups.pairs:
            after = groups.pairs[index]
            yield _in_place(index, text, after, new[after])
        elif index in splits:
            yield splits[index]
        elif index in joins:
            yield joins[index]
        elif index not in absorbed and index not in moves:
            yield Deleted(index)
        yield from arrivals.get(index, ())


def _in_place(old: int, before: str, new: int, after: str) -> Kept | Changed | Replaced:
    if before == after:
        return Kept(old, new)
    shorter, longer = sorted((len(before), len(after)))
    least = max(_LEAST_OF_SHORTER * shorter, _LEAST_OF_LONGER * longer)
    if most_kept(before, after) < least:
        return Replaced(old, new, after)
    edits = word_edits(before, after)
    if kept_length(before, edits) < least:
        return Replaced(old, new, after)
    return Changed(old, new, edits)


def _arrivals(
    old: Sequence[str], new: Sequence[str], groups: Regrouped, moves: Mapping[int, int]
) -> dict[int, list[Inserted | Moved]]:
    """What comes to each gap, in the order of the new text."""
    resident = {after: before for before, after in groups.pairs.items()}
    resident.update((index, split.old) for split in groups.splits for index in split.new)
    resident.update((joined.new, joined.old[-1]) for joined in groups.joins)
    origin = {after: before for before, after in moves.items()}
    arrivals: dict[int, list[Inserted | Moved]] = {}
    gap = -1
    for index, text in enumerate(new):
        if index in resident:
            gap = resident[index]
        elif index in origin:
            edits = word_edits(old[origin[index]], text)
            arrivals.setdefault(gap, []).append(Moved(origin[index], gap, index, edits))
        else:
            arrivals.setdefault(gap, []).append(Inserted(gap, index, text))
    return arrivals
