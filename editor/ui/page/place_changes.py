"""What has to be done to a list of places to make it another one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.negotiation.structure import Place


class PlaceChange(NamedTuple):
    """`removed` places from number `at` of the old list give way to those numbered
    `[first, last)` of the new one."""

    at: int
    removed: int
    first: int
    last: int


def place_changes(old: Sequence[Place], new: Sequence[Place]) -> list[PlaceChange]:
    """The changes from `old` to `new`, in order. Places are the same by provision and role."""
    changes: list[PlaceChange] = []
    for at, removed, first, last in _steps(old, new):
        if changes and changes[-1].at + changes[-1].removed == at and changes[-1].last == first:
            before = changes.pop()
            changes.append(PlaceChange(before.at, before.removed + removed, before.first, last))
        else:
            changes.append(PlaceChange(at, removed, first, last))
    return changes


def _steps(old: Sequence[Place], new: Sequence[Place]) -> Iterator[tuple[int, int, int, int]]:
    """Single places that go or come."""
    left = {_key(each) for each in old}
    coming = {_key(each) for each in new}
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and _key(old[i]) == _key(new[j]):
            i, j = i + 1, j + 1
        elif j == len(new) or (
            i < len(old) and (_key(old[i]) not in coming or _key(new[j]) in left)
        ):
            left.discard(_key(old[i]))
            yield i, 1, j, j
            i += 1
        else:
            yield i, 0, j, j + 1
            j += 1


def _key(place: Place) -> tuple[str, str]:
    return place.provision, place.role
