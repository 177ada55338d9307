"""Which paragraphs of two texts are the same and stand in the same order."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.text.heaviest_chain import Pair, heaviest_chain
from editor.text.sequence_match import matching_blocks, shared_ends
from editor.text.similarity import Resemblance, resemblances

SAME = 0.4
"""Shared words from which two paragraphs are taken for one, if the order allows it."""

RELATED = 0.2
"""Shared words from which they may be: in one gap, or one as a part of the other."""

_MOST_COMPARED = 2000
"""Repeated paragraphs of one gap that are compared at once."""

_MOST_GROWTH = 4
"""A heading is not a rewrite of a paragraph: of several, each must be of its length, roughly."""


class Likeness(NamedTuple):
    """What speaks for pairs of paragraphs, whatever their order: equal texts that stand once in
    each, and different texts that share words. The equal start and end are counted apart."""

    prefix: int
    suffix: int
    equal: list[Pair]
    alike: list[Resemblance]


class Gap(NamedTuple):
    """Free paragraphs of both texts between two that stayed in place."""

    old: list[int]
    new: list[int]


def likeness(old: Sequence[str], new: Sequence[str]) -> Likeness:
    """Compare all paragraphs of two texts."""
    prefix, suffix = shared_ends(old, new)
    inner_old = range(prefix, len(old) - suffix)
    inner_new = range(prefix, len(new) - suffix)
    old_count = Counter(old[index] for index in inner_old)
    new_count = Counter(new[index] for index in inner_new)
    place = {old[index]: index for index in inner_old}
    equal = _runs(
        (place[new[index]], index, len(new[index]) + 1.0)
        for index in inner_new
        if new_count[new[index]] == 1 and old_count[new[index]] == 1
    )
    alike = resemblances(
        {index: old[index] for index in inner_old if old[index] not in new_count},
        {index: new[index] for index in inner_new if new[index] not in old_count},
        RELATED,
    )
    return Likeness(prefix, suffix, equal, alike)


def paired_in_order(old: Sequence[str], new: Sequence[str], found: Likeness) -> dict[int, int]:
    """The paragraphs that stayed in place, old to new, rising in both: those that together
    carry most text, then repeated ones in the gaps between."""
    same = _weighed(old, new, (each for each in found.alike if each.share >= SAME))
    pairs = {index: index for index in range(found.prefix)}
    pairs.update(single_pairs(heaviest_chain(found.equal + same)))
    pairs.update((len(old) - left, len(new) - left) for left in range(found.suffix, 0, -1))
    repeated: dict[int, int] = {}
    for gap in gaps(pairs, _others(old, pairs), _others(new, pairs.values())):
        repeated.update(_repeated(old, new, gap))
    return dict(sorted({**pairs, **repeated}.items()))


def paired_in_gaps(
    old: Sequence[str],
    new: Sequence[str],
    alike: Iterable[Resemblance],
    between: Iterable[Gap],
) -> dict[int, int]:
    """Pairs of free paragraphs inside one gap: those that share some words, in order; where as
    many old ones are left between these as new ones, each with the one in its place."""
    by_old: defaultdict[int, list[Resemblance]] = defaultdict(list)
    for each in alike:
        by_old[each.old].append(each)
    pairs: dict[int, int] = {}
    for gap in between:
        here = frozenset(gap.new)
        related = [each for index in gap.old for each in by_old[index] if each.new in here]
        chain = {pair.old: pair.new for pair in heaviest_chain(_weighed(old, new, related))}
        pairs.update(chain)
        for rest in gaps(chain, _without(gap.old, chain), _without(gap.new, chain.values())):
            pairs.update(_rewritten(old, new, rest))
    return pairs


def gaps(pairs: Mapping[int, int], old: Iterable[int], new: Iterable[int]) -> list[Gap]:
    """The free paragraphs `old` and `new`, ascending, by the gaps between the rising `pairs`;
    gaps without any are left out."""
    found: defaultdict[int, Gap] = defaultdict(lambda: Gap([], []))
    old_ends, new_ends = list(pairs), list(pairs.values())
    for index in old:
        found[bisect_left(old_ends, index)].old.append(index)
    for index in new:
        found[bisect_left(new_ends, index)].new.append(index)
    return [found[number] for number in sorted(found)]


def _runs(equal: Iterable[tuple[int, int, float]]) -> list[Pair]:
    """Old index, new index and weight of single paragraphs as pairs: those that follow each
    other in both texts are one."""
    runs: list[Pair] = []
    first_old, first_new, total, length = -1, -1, 0.0, 0
    for old, new, weight in equal:
        if length and (old, new) == (first_old + length, first_new + length):
            total += weight
            length += 1
            continue
        if length:
            runs.append(Pair(first_old, first_new, total, length))
        first_old, first_new, total, length = old, new, weight, 1
    if length:
        runs.append(Pair(first_old, first_new, total, length))
    return runs


def single_pairs(pairs: Iterable[Pair]) -> Iterator[tuple[int, int]]:
    """Old and new index of every item of `pairs`."""
    for pair in pairs:
        for step in range(pair.length):
            yield pair.old + step, pair.new + step


def _others(texts: Sequence[str], paired: Collection[int]) -> list[int]:
    return _without(range(len(texts)), paired)


def _without(indices: Iterable[int], taken: Iterable[int]) -> list[int]:
    gone = frozenset(taken)
    return [index for index in indices if index not in gone]


def _weighed(old: Sequence[str], new: Sequence[str], alike: Iterable[Resemblance]) -> list[Pair]:
    return [
        Pair(each.old, each.new, each.share * (len(old[each.old]) + len(new[each.new])) / 2)
        for each in alike
    ]


def _repeated(old: Sequence[str], new: Sequence[str], gap: Gap) -> Iterable[tuple[int, int]]:
    """Equal paragraphs of one gap, as many as can stand in order."""
    texts = {old[index] for index in gap.old} & {new[index] for index in gap.new}
    olds = [index for index in gap.old if old[index] in texts]
    news = [index for index in gap.new if new[index] in texts]
    if len(olds) + len(news) > _MOST_COMPARED:
        return _counted(old, new, Gap(olds, news))
    if not texts:
        return []
    blocks = matching_blocks([old[index] for index in olds], [new[index] for index in news])
    return [
        (olds[block.old + step], news[block.new + step])
        for block in blocks
        for step in range(block.length)
    ]


def _rewritten(old: Sequence[str], new: Sequence[str], gap: Gap) -> Iterable[tuple[int, int]]:
    """Paragraphs without a word in common that take each other's place."""
    if len(gap.old) != len(gap.new):
        return []
    pairs = list(zip(gap.old, gap.new, strict=True))
    if len(pairs) == 1:
        return pairs
    return [
        (before, after)
        for before, after in pairs
        if max(len(old[before]), len(new[after]))
        <= _MOST_GROWTH * min(len(old[before]), len(new[after]))
    ]


def _counted(old: Sequence[str], new: Sequence[str], gap: Gap) -> Iterable[tuple[int, int]]:
    """The first of a repeated text with the first, the second with the second, in order."""
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for index in reversed(gap.old):
        waiting[old[index]].append(index)
    pairs = [
        Pair(waiting[new[index]].pop(), index, len(new[index]) + 1.0)
        for index in gap.new
        if waiting[new[index]]
    ]
    return [(pair.old, pair.new) for pair in heaviest_chain(pairs)]
