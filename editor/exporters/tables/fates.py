"""What became of the proposals of one delegation."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from editor.exporters.tables.proposal_words import proposal_words, where
from editor.exporters.tables.text_order import in_text_order
from editor.exporters.voices import verdict_on, voices_of_words
from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.composition import Composition
from editor.negotiation.conflict import Conflict
from editor.negotiation.ruling import RulingKind


class Fate(StrEnum):
    ADOPTED = "adopted"
    LEFT_OUT = "left out"
    OPEN = "open"
    IN_BRACKETS = "in brackets"
    WITHDRAWN = "withdrawn"
    PARKED = "parked"
    SUPERSEDED = "superseded"
    ASLEEP = "asleep"


@dataclass(frozen=True, slots=True)
class ProposalFate:
    """A proposal and its fate. `others` are the delegations behind what it is in brackets or in
    conflict with; `with_whom` its co-sponsors; `final` how the provision reads now, empty if it
    is not in the text; `amended_by` who else changed the words that were adopted."""

    provision: str
    proposal: str
    fate: Fate
    with_whom: tuple[str, ...]
    others: tuple[str, ...]
    final: str
    amended_by: tuple[str, ...] = ()


_OF_STATE = {
    AmendmentState.WITHDRAWN: Fate.WITHDRAWN,
    AmendmentState.PARKED: Fate.PARKED,
    AmendmentState.SUPERSEDED: Fate.SUPERSEDED,
}


def fates(composition: Composition, delegation: str) -> Iterator[ProposalFate]:
    """The fate of each proposal that `delegation` sponsors, in the order of the text."""
    session = composition.session
    own = (each for each in session.amendments.values() if delegation in each.sponsors)
    for amendment in in_text_order(session, own):
        conflict = _conflict(composition, amendment)
        fate = _fate(composition, amendment, conflict)
        rivals = conflict.delegations if fate in (Fate.OPEN, Fate.IN_BRACKETS) and conflict else ()
        composed = composition.provision(amendment.provision)
        amending = _amending(composition, amendment) if fate is Fate.ADOPTED else ()
        yield ProposalFate(
            where(session, amendment.provision),
            proposal_words(session, amendment),
            fate,
            tuple(each for each in amendment.sponsors if each != delegation),
            tuple(each for each in rivals if each not in amendment.sponsors),
            "" if composed.is_gone else composed.text,
            tuple(each for each in amending if each not in amendment.sponsors),
        )


def _fate(composition: Composition, amendment: Amendment, conflict: Conflict | None) -> Fate:
    if amendment.state in _OF_STATE:
        return _OF_STATE[amendment.state]
    if any(each.amendment == amendment.id for each in composition.asleep):
        return Fate.ASLEEP
    if conflict is not None and conflict.is_open:
        return Fate.OPEN
    ruling = composition.session.rulings.get(conflict.ruling or "") if conflict else None
    if ruling is not None and ruling.how is RulingKind.BRACKET:
        return Fate.IN_BRACKETS
    return Fate.ADOPTED if _stands(composition, amendment) else Fate.LEFT_OUT


def _conflict(composition: Composition, amendment: Amendment) -> Conflict | None:
    """The conflict that the proposal is in, an open one before a settled one."""
    found = [each for each in composition.conflicts if amendment.id in each.members]
    return min(found, key=lambda each: not each.is_open, default=None)


def _stands(composition: Composition, amendment: Amendment) -> bool:
    verdict = verdict_on(composition, amendment.id)
    if verdict is None or not composition.is_included(amendment.id):
        return False
    return bool(verdict.applied & verdict.cluster.mask((amendment.id,)))


def _amending(composition: Composition, amendment: Amendment) -> tuple[str, ...]:
    """The delegations whose proposals stand within the words that a proposal puts in, or that
    its equals put in, or these proposals in turn."""
    found: dict[str, None] = {}
    waiting = [amendment.id]
    for each in waiting:
        for target in _equals(composition, each):
            for follower in composition.index.followers.get(target, ()):
                if follower.id not in waiting and _stands(composition, follower):
                    waiting.append(follower.id)
                    found.update(dict.fromkeys(voices_of_words(composition, follower.id)))
    rank = composition.session.rank_of
    return tuple(sorted(found, key=lambda each: rank[each]))


def _equals(composition: Composition, amendment: str) -> tuple[str, ...]:
    """All proposals of the change that a proposal is."""
    verdict = verdict_on(composition, amendment)
    if verdict is None:
        return (amendment,)
    cluster = verdict.cluster
    return cluster.changes[cluster.number_of[amendment]].ids
