"""Who is named behind a change (rule 1)."""

from collections.abc import Collection
from typing import NamedTuple

from editor.negotiation.change import Change


class Credit(NamedTuple):
    """`delegations` by no particular order; `by_chair_alone` when none of their layers is on
    and only the Chair's decision brings the change in."""

    amendments: tuple[str, ...]
    delegations: tuple[str, ...]
    by_chair_alone: bool


def credit(change: Change, included: Collection[str], layers_on: Collection[str]) -> Credit:
    """The included amendments of `change` and the sponsors named for them: those whose layers
    are on, or all of them when there is none."""
    if change.sole is not None:
        amendment, sponsor = change.sole
        if amendment not in included:
            return Credit((), (), sponsor not in layers_on)
        return Credit((amendment,), (sponsor,), sponsor not in layers_on)
    amendments = [each for each in change.amendments if each.id in included]
    sponsors = dict.fromkeys(d for each in amendments for d in each.sponsors)
    named = tuple(each for each in sponsors if each in layers_on)
    return Credit(tuple(each.id for each in amendments), named or tuple(sponsors), not named)
