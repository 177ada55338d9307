"""Wherever a delegation is named: another one instead, or nobody."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from editor.negotiation.amendment import Amendment, AmendmentState, Position, Sponsorship
from editor.negotiation.commands.rows_of import (
    amendments_in,
    delegations_in,
    notes_in,
    provisions_in,
)
from editor.negotiation.patch import Draft
from editor.negotiation.provision import Provision

_Voice = TypeVar("_Voice", Sponsorship, Position)


def name_instead(draft: Draft, old: str, new: str | None, remembered: str = "") -> None:
    """Let `new` stand wherever the delegation `old` is named.

    With `new` None the name goes: proposals of nobody else are parked under the name
    `remembered`, and notes begin with it.
    """
    for amendment in amendments_in(draft):
        changed = _in_amendment(amendment, old, new, remembered)
        if changed != amendment:
            draft.put("amendments", amendment.id, changed)
    for provision in provisions_in(draft):
        changed_provision = _in_provision(draft, provision, old, new)
        if changed_provision != provision:
            draft.put("provisions", provision.id, changed_provision)
    for note in notes_in(draft):
        if note.delegation == old:
            text = note.text if new is not None else f"{remembered}: {note.text}"
            draft.put("notes", note.id, replace(note, delegation=new, text=text))
    for group in delegations_in(draft):
        if old in group.members and group.id != old:
            members = _renamed(group.members, old, new)
            draft.put(
                "delegations",
                group.id,
                replace(group, members=tuple(m for m in members if m != group.id)),
            )


def _in_amendment(amendment: Amendment, old: str, new: str | None, remembered: str) -> Amendment:
    positions = _voices(amendment.positions, old, new)
    sponsorships = _voices(amendment.sponsorships, old, new)
    if amendment.sponsorships and not sponsorships:
        parked = tuple(replace(each, delegation=remembered) for each in amendment.sponsorships)
        state = amendment.state
        if state is AmendmentState.PROPOSED:
            state = AmendmentState.PARKED
        return replace(amendment, sponsorships=parked, positions=positions, state=state)
    return replace(amendment, sponsorships=sponsorships, positions=positions)


def _in_provision(draft: Draft, provision: Provision, old: str, new: str | None) -> Provision:
    proposer = provision.proposed_by
    if proposer == old:
        amendment = draft.get("amendments", provision.amendment or "")
        sponsors = amendment.sponsors if isinstance(amendment, Amendment) else ()
        proposer = new if new is not None else next(iter(sponsors), None)
    kept = []
    for each in provision.positions:
        if each.delegation != old:
            kept.append(each)
        elif new is not None:
            kept.append(replace(each, delegation=new))
    return replace(
        provision,
        proposed_by=proposer,
        positions=tuple(dict.fromkeys(kept)),
        pending_on=_renamed(provision.pending_on, old, new),
    )


def _voices(voices: Sequence[_Voice], old: str, new: str | None) -> tuple[_Voice, ...]:
    """The voices with one renamed or left out; a delegation has one voice, its own first."""
    known = {each.delegation for each in voices}
    found: list[_Voice] = []
    for each in voices:
        if each.delegation != old:
            found.append(each)
        elif new is not None and new not in known:
            found.append(replace(each, delegation=new))
    return tuple(found)


def _renamed(named: tuple[str, ...], old: str, new: str | None) -> tuple[str, ...]:
    renamed = (new if each == old else each for each in named)
    return tuple(dict.fromkeys(each for each in renamed if each is not None))
