"""Who is named behind a change (rule 1)."""

from typing import NamedTuple


class Credit(NamedTuple):
    """`by_chair_alone` when no layer of the `delegations` is on and only the Chair's decision
    brings the change in."""

    amendments: tuple[str, ...]
    delegations: tuple[str, ...]
    by_chair_alone: bool
