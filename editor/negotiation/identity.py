"""Ids: short, stable, never used twice in one session."""

from collections.abc import Collection, Iterator
from itertools import count


def fresh(prefix: str, taken: Collection[str]) -> Iterator[str]:
    """New ids `prefix1`, `prefix2` … that are not among `taken`."""
    numbers = [
        int(each[len(prefix) :])
        for each in taken
        if each.startswith(prefix) and each[len(prefix) :].isdecimal()
    ]
    return (f"{prefix}{number}" for number in count(max(numbers, default=0) + 1))
