"""Paragraphs that went elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from editor.text.diff import kept_length, word_edits
from editor.text.paragraph_match import Gap, Likeness, single_pairs
from editor.text.similarity import Resemblance

_MOVED = 0.6
"""Shared words from which a paragraph here is the one that is missing there."""

_CARRIED = 0.5
"""Of a moved paragraph at least this much must be kept in order (in code points)."""

_FORMULA = 40
"""Code points below which a text that is repeated, or not the same, does not count as moved: a
formula is dropped here and used there."""


def relocated(old: Sequence[str], new: Sequence[str], found: Likeness, free: Gap) -> dict[int, int]:
    """The free paragraphs of both texts that are the same in different places, old to new: the
    most alike first, of equals those that went least far."""
    moves: dict[int, int] = {}
    arrived: set[int] = set()
    for each in sorted(_candidates(old, new, found, free), key=_most_alike_and_nearest):
        if each.old in moves or each.new in arrived:
            continue
        if _is_carried(old[each.old], new[each.new]):
            moves[each.old] = each.new
            arrived.add(each.new)
    return moves


def _candidates(
    old: Sequence[str], new: Sequence[str], found: Likeness, free: Gap
) -> Iterator[Resemblance]:
    free_old, free_new = frozenset(free.old), frozenset(free.new)
    for before, after in single_pairs(found.equal):
        if before in free_old and after in free_new:
            yield Resemblance(before, after, 1.0)
    for each in found.alike:
        if each.share >= _MOVED and each.old in free_old and each.new in free_new:
            yield each
    yield from _long_and_repeated(old, new, free)


def _most_alike_and_nearest(each: Resemblance) -> tuple[float, int, int, int]:
    return -each.share, abs(each.old - each.new), each.old, each.new


def _long_and_repeated(old: Sequence[str], new: Sequence[str], free: Gap) -> Iterator[Resemblance]:
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for index in reversed(free.old):
        if len(old[index]) >= _FORMULA:
            waiting[old[index]].append(index)
    for index in free.new:
        if waiting.get(new[index]):
            yield Resemblance(waiting[new[index]].pop(), index, 1.0)


def _is_carried(old: str, new: str) -> bool:
    if old == new:
        return bool(old.strip())
    if min(len(old), len(new)) < _FORMULA:
        return False
    return kept_length(old, word_edits(old, new)) >= _CARRIED * max(len(old), len(new))
