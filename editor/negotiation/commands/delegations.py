"""Delegations by hand: add, change, order, merge, remove."""

from dataclasses import dataclass, replace
from itertools import count

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.naming import name_instead
from editor.negotiation.commands.proposing import next_ordinal
from editor.negotiation.commands.references import redirect
from editor.negotiation.commands.rows_of import amendments_in
from editor.negotiation.commands.switching import delegation_of
from editor.negotiation.delegation import CHAIR_ID, Delegation, DelegationKind
from editor.negotiation.entering import identity, united
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class AddDelegation:
    """Add a delegation; it gets a colour of its own. Its layer is off."""

    code: str
    name: str
    kind: DelegationKind = DelegationKind.STATE
    members: tuple[str, ...] = ()

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        key = next(fresh("d", session.delegations))
        new = Delegation(
            key, self.code, self.name, self.kind, members=self.members, colour=free_colour(session)
        )
        _check(session, new)
        draft.put("delegations", key, new)
        return draft.patch()


@dataclass(frozen=True, slots=True)
class ChangeDelegation:
    """Give a delegation other names, kind, colour, members or rank; its layer stays as it is."""

    changed: Delegation

    def plan(self, session: Session) -> Patch:
        present = delegation_of(session, self.changed.id)
        changed = replace(self.changed, layer_on=present.layer_on)
        _check(session, changed)
        draft = Draft(session)
        draft.put("delegations", changed.id, changed)
        return draft.patch()


@dataclass(frozen=True, slots=True)
class Reorder:
    """Rank the delegations in this order; those not named follow alphabetically by code. An
    empty order is the alphabetical one for all. The Chair comes first unless named."""

    delegations: tuple[str, ...]

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        for named in self.delegations:
            delegation_of(session, named)
        for each in session.delegations.values():
            if each.id in self.delegations:
                rank: int | None = self.delegations.index(each.id) + 1
            else:
                rank = -1 if each.id == CHAIR_ID else None
            draft.put("delegations", each.id, replace(each, rank=rank))
        return draft.patch()


@dataclass(frozen=True, slots=True)
class MergeDelegations:
    """Several names of one delegation become one: `kept` keeps its name, takes over the
    proposals and positions of `merged` and remembers their names as written."""

    kept: str
    merged: tuple[str, ...]

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        for each in self.merged:
            if each == self.kept or each == CHAIR_ID:
                raise KnownError("cannot_merge", delegation=each)
            self._take_over(draft, delegation_of(session, self.kept), delegation_of(session, each))
        _unite_equals(draft)
        return draft.patch()

    def _take_over(self, draft: Draft, kept: Delegation, other: Delegation) -> None:
        shift = next_ordinal(draft.session, kept.id)
        for amendment in amendments_in(draft):
            voices = tuple(
                replace(each, ordinal=each.ordinal + shift) if each.delegation == other.id else each
                for each in amendment.sponsorships
            )
            draft.put("amendments", amendment.id, replace(amendment, sponsorships=voices))
        name_instead(draft, other.id, kept.id)
        present = draft.get("delegations", kept.id)
        now = present if isinstance(present, Delegation) else kept
        aliases = (*now.as_written, other.name, other.code, *other.as_written)
        written = dict.fromkeys(each for each in aliases if each and each != now.name)
        members = dict.fromkeys(m for m in (*now.members, *other.members) if m != kept.id)
        layer_on = now.layer_on or other.layer_on
        draft.put(
            "delegations",
            kept.id,
            replace(now, as_written=tuple(written), members=tuple(members), layer_on=layer_on),
        )
        draft.drop("delegations", other.id)


@dataclass(frozen=True, slots=True)
class RemoveDelegation:
    """Take a delegation out. Proposals that it alone sponsors are parked under its name,
    the others lose it; its positions go; its notes say whose they were."""

    delegation: str

    def plan(self, session: Session) -> Patch:
        gone = delegation_of(session, self.delegation)
        if gone.id == CHAIR_ID:
            raise KnownError("chair_stays")
        draft = Draft(session)
        name_instead(draft, gone.id, None, remembered=gone.name or gone.code)
        draft.drop("delegations", gone.id)
        return draft.patch()


def free_colour(session: Session) -> int:
    """The first colour of the palette that no delegation has."""
    taken = {each.colour for each in session.delegations.values()}
    return next(each for each in count() if each not in taken)


def _check(session: Session, delegation: Delegation) -> None:
    if not delegation.code.strip():
        raise KnownError("code_missing")
    others = [each for each in session.delegations.values() if each.id != delegation.id]
    if delegation.code.casefold() in {each.code.casefold() for each in others}:
        raise KnownError("code_taken", wanted=delegation.code)
    if (delegation.kind is DelegationKind.CHAIR) != (delegation.id == CHAIR_ID):
        raise KnownError("one_chair")
    for member in delegation.members:
        delegation_of(session, member)
        if member == delegation.id:
            raise KnownError("member_of_itself", delegation=delegation.id)


def _unite_equals(draft: Draft) -> None:
    """Equal proposals in one place are stored once."""
    first: dict[object, str] = {}
    for amendment in amendments_in(draft):
        if amendment.state is not amendment.state.PROPOSED:
            continue
        known = first.setdefault(identity(amendment), amendment.id)
        twin = draft.get("amendments", known)
        if isinstance(twin, Amendment) and twin.id != amendment.id:
            redirect(draft, amendment, united(twin, amendment))
