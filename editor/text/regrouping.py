"""Where paragraphs were split or joined: the places worth looking at closely."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.text.pairing import Joined, Split
from editor.text.reshaping import joined, split
from editor.text.similarity import Resemblance, content_words

_CONTAINED = 0.6
"""Of the words of a part, this much must be words of the whole."""


class Regrouped(NamedTuple):
    """Splits and joins, and the pairs that remain beside them."""

    splits: list[Split]
    joins: list[Joined]
    pairs: dict[int, int]


def regrouped(
    old: Sequence[str],
    new: Sequence[str],
    pairs: Mapping[int, int],
    alike: Iterable[Resemblance],
) -> Regrouped:
    """The splits and joins that explain more than the rising `pairs`.

    A whole is one side of `alike` or of a pair, its parts are free neighbours in its place.
    """
    new_of, old_of = defaultdict(list), defaultdict(list)
    for each in alike:
        if _contains(old[each.old], new[each.new]):
            new_of[each.old].append(each.new)
        if _contains(new[each.new], old[each.old]):
            old_of[each.new].append(each.old)
    splits = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for whole, parts in _runs(new_of, pairs):
        found = split(old[whole], whole, [new[part] for part in parts], parts[0])
        if found and used_new.isdisjoint(parts):
            splits.append(found)
            used_old.add(whole)
            used_new.update(parts)
    joins = []
    for whole, parts in _runs(old_of, {after: before for before, after in pairs.items()}):
        found_join = joined([old[part] for part in parts], parts[0], new[whole], whole)
        if found_join and whole not in used_new and used_old.isdisjoint(parts):
            joins.append(found_join)
            used_old.update(parts)
            used_new.add(whole)
    rest = {a: b for a, b in pairs.items() if a not in used_old and b not in used_new}
    return Regrouped(splits, joins, rest)


def _contains(whole: str, part: str) -> bool:
    words = content_words(part)
    return len(words & content_words(whole)) >= _CONTAINED * len(words)


def _runs(wholes: Mapping[int, list[int]], pairs: Mapping[int, int]) -> Iterator[tuple[int, range]]:
    """Each whole with its neighbouring parts, two or more, that are free in its place."""
    ends, partners = list(pairs), list(pairs.values())
    taken = frozenset(partners)
    for whole in sorted(wholes):
        own = pairs.get(whole)
        place = bisect_left(ends, whole)
        low = partners[place - 1] if place else -1
        after = place if own is None else place + 1
        high = partners[after] if after < len(partners) else None
        free = [
            part
            for part in wholes[whole]
            if part == own or (part > low and (high is None or part < high) and part not in taken)
        ]
        run = _longest_run(sorted(free), own)
        if len(run) > 1:
            yield whole, run


def _longest_run(numbers: Sequence[int], within: int | None) -> range:
    """The longest run of consecutive numbers, of those with `within` in it if that is given."""
    runs: list[range] = []
    for number in numbers:
        if runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    eligible = [run for run in runs if within is None or within in run]
    return max(eligible, key=len, default=range(0))
