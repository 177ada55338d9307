"""The rows of the layers panel: delegations under their groups."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from editor.negotiation.delegation import Delegation, DelegationKind
from editor.negotiation.session import Session


class Section(StrEnum):
    """The headers that are no group of the session."""

    STATES = "states"
    GROUPS = "groups"
    OBSERVERS = "observers"
    CHAIR = "chair"


class LayerRow(NamedTuple):
    """A header (`members` are the layers it switches) or a delegation below one. A header is
    a group of the session (`delegation` is its id) or a section."""

    delegation: str
    section: Section | None = None
    members: tuple[str, ...] = ()

    @property
    def is_header(self) -> bool:
        return bool(self.members)

    def is_same(self, other: "LayerRow") -> bool:
        """Whether it is the row that `other` was before its members changed."""
        return (self.key, self.is_header) == (other.key, other.is_header)

    @property
    def key(self) -> str:
        """Names the header across sessions' changes."""
        return self.section or self.delegation


def layer_rows(session: Session, folded: frozenset[str]) -> list[LayerRow]:
    """Each delegation once, under the first group it belongs to. `folded` are the keys of
    headers whose rows are not shown."""
    rank = session.rank_of
    delegations = sorted(session.delegations.values(), key=lambda each: rank[each.id])
    rows: list[LayerRow] = []
    placed: set[str] = set()
    for group in delegations:
        present = tuple(each for each in group.members if each in session.delegations)
        if group.kind is DelegationKind.GROUP and present:
            header = LayerRow(group.id, members=(group.id, *present))
            below = (group.id, *sorted(set(present) - placed, key=lambda each: rank[each]))
            _put(rows, header, below, folded)
            placed.update(below)
    for section, kind in (
        (Section.GROUPS, DelegationKind.GROUP),
        (Section.STATES, DelegationKind.STATE),
        (Section.OBSERVERS, DelegationKind.OBSERVER),
        (Section.CHAIR, DelegationKind.CHAIR),
    ):
        rest = tuple(_of_kind(delegations, kind, placed))
        if rest:
            _put(rows, LayerRow("", section, rest), rest, folded)
    return rows


def _of_kind(
    delegations: Iterable[Delegation], kind: DelegationKind, placed: set[str]
) -> Iterable[str]:
    return (each.id for each in delegations if each.kind is kind and each.id not in placed)


def _put(
    rows: list[LayerRow], header: LayerRow, below: Iterable[str], folded: frozenset[str]
) -> None:
    rows.append(header)
    if header.key not in folded:
        rows.extend(LayerRow(each) for each in below)
