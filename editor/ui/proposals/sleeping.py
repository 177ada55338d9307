"""Rulings that are not in force (rule 8), where the Chair looks for them. Pure: no widget."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.negotiation.amendment import Amendment
from editor.negotiation.composition import Composition
from editor.negotiation.conflict import Conflict, ConflictKind, Range
from editor.negotiation.ruling import Ruling
from editor.negotiation.session import Session
from editor.ui.proposals.kind_words import WHOLE_KINDS


@dataclass(frozen=True, slots=True)
class SleepingRuling:
    """A ruling that is not in force. `within` are the delegations that propose something within
    its bridging text, which keeps the text from standing."""

    ruling: Ruling
    within: tuple[str, ...] = ()


def sleeping_rulings(
    composition: Composition, proposals: Iterable[str]
) -> tuple[SleepingRuling, ...]:
    """Those about any of `proposals`."""
    session = composition.session
    here = frozenset(proposals)
    return tuple(
        SleepingRuling(ruling, _within(composition, ruling))
        for ruling in session.rulings.values()
        if not here.isdisjoint(ruling.members) and composition.is_dormant(ruling.id)
    )


def on_conflicts(
    session: Session, sleeping: Iterable[SleepingRuling], conflicts: Sequence[Conflict]
) -> dict[str, tuple[SleepingRuling, ...]]:
    """For each open conflict, by id, the rulings that settled most of it, the nearest first:
    they share members with it, or else lie in the same place."""
    found: dict[str, list[tuple[float, SleepingRuling]]] = {}
    for each in sleeping:
        likely = {c.id: _likeness(session, each.ruling, c) for c in conflicts if c.is_open}
        best = max(likely.values(), default=0.0)
        for conflict, likeness in likely.items():
            if likeness == best > 0:
                found.setdefault(conflict, []).append((likeness, each))
    return {
        conflict: tuple(each for _, each in sorted(rulings, key=lambda pair: -pair[0]))
        for conflict, rulings in found.items()
    }


def _within(composition: Composition, ruling: Ruling) -> tuple[str, ...]:
    named = (composition.named(each) for each in composition.within_bridge(ruling.id))
    return tuple(dict.fromkeys(delegation for names in named for delegation in names))


_SAME_PLACE = 0.001
"""Less than any likeness of two that share members."""


def _likeness(session: Session, ruling: Ruling, conflict: Conflict) -> float:
    """How much of what a ruling was made for is in a conflict: 1 all and nothing else, 0 nothing.
    What is decided about whole provisions says nothing about words in them."""
    decided = [session.amendments[m] for m in ruling.members if m in session.amendments]
    is_whole = any(each.kind in WHOLE_KINDS for each in decided)
    if is_whole != (conflict.kind is ConflictKind.PROVISION):
        return 0.0
    members = frozenset(conflict.members)
    shared = len(members & ruling.members) / len(members | ruling.members)
    return shared or _SAME_PLACE * _is_in_place(session, decided, conflict)


def _is_in_place(session: Session, decided: Iterable[Amendment], conflict: Conflict) -> bool:
    targets = {session.amendments[m].target for m in conflict.members if m in session.amendments}
    return any(
        _meets(amendment, place)
        for amendment in decided
        if amendment.target in targets
        for place in conflict.ranges
    )


def _meets(amendment: Amendment, place: Range) -> bool:
    if amendment.kind in WHOLE_KINDS:
        return place.provision in (amendment.provision, *amendment.provisions)
    return amendment.provision == place.provision and any(
        edit.start <= place.end and place.start <= edit.end for edit in amendment.edits
    )
