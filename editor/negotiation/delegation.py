"""Who proposes: a State, a group, an observer, or the Chair. Each has one layer."""

from dataclasses import dataclass
from enum import StrEnum


class DelegationKind(StrEnum):
    STATE = "state"
    GROUP = "group"
    OBSERVER = "observer"
    CHAIR = "chair"


CHAIR_ID = "chair"
"""Every session has this delegation: the Chair's own wording is a layer like any other."""


@dataclass(frozen=True, slots=True)
class Delegation:
    """A delegation and the switch of its layer.

    `as_written` keeps every designation that a paper used; `members` are ids of delegations
    that belong to a group; `rank` orders insertions at one place (None: alphabetical by code);
    `colour` is an index into the palette, fixed once given (None: not given yet).
    """

    id: str
    code: str
    name: str
    kind: DelegationKind = DelegationKind.STATE
    as_written: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    rank: int | None = None
    colour: int | None = None
    layer_on: bool = False


CHAIR = Delegation(CHAIR_ID, "CHAIR", "Chair", DelegationKind.CHAIR, rank=-1, layer_on=True)
