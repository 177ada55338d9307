"""Proposing, and what may become of a proposal."""

from dataclasses import dataclass, replace

from editor.errors import KnownError
from editor.negotiation.amendment import (
    Amendment,
    AmendmentKind,
    AmendmentState,
    Position,
    Sponsorship,
)
from editor.negotiation.commands.switching import amendment_of, delegation_of
from editor.negotiation.entering import enter
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import Provision, Stance
from editor.negotiation.session import Decision, Session


@dataclass(frozen=True, slots=True)
class Propose:
    """Enter proposals of one delegation. Ids left empty are given. A proposal whose layer is
    off is included by the Chair's decision: what is typed must be seen."""

    delegation: str
    amendments: tuple[Amendment, ...]
    time: str = ""

    def plan(self, session: Session) -> Patch:
        layer_on = delegation_of(session, self.delegation).layer_on
        draft = Draft(session)
        ids = fresh("a", [*session.amendments, *session.rulings])
        provision_ids = fresh("p", session.provisions)
        ordinal = next_ordinal(session, self.delegation)
        for offset, amendment in enumerate(self.amendments):
            voice = Sponsorship(self.delegation, ordinal + offset, time=self.time)
            full = replace(
                amendment,
                id=amendment.id or next(ids),
                ordinal=ordinal + offset,
                sponsorships=(voice,),
            )
            if full.kind is AmendmentKind.NEW_PROVISION:
                full = replace(full, provision=full.provision or next(provision_ids))
            stored = enter(draft, full)
            if stored == full.id and full.kind is AmendmentKind.NEW_PROVISION:
                draft.put("provisions", full.provision, proposed_provision(session, full))
            if not layer_on:
                draft.put("decisions", stored, Decision(stored, True))
        return draft.patch()


@dataclass(frozen=True, slots=True)
class SetState:
    """Withdraw or park proposals, or bring them back (PROPOSED).

    Raises KnownError: unknown_proposal; sponsor_missing for one to be brought back whose
    sponsors were taken out of the session.
    """

    amendments: tuple[str, ...]
    state: AmendmentState

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        for each in self.amendments:
            row = amendment_of(session, each)
            is_orphan = not session.delegations.keys() >= set(row.sponsors)
            if self.state is AmendmentState.PROPOSED and is_orphan:
                raise KnownError("sponsor_missing")
            draft.put("amendments", each, replace(row, state=self.state))
        return draft.patch()


@dataclass(frozen=True, slots=True)
class DeclareAlternatives:
    """Say that proposals exclude each other; or, with `undeclare`, that they do not."""

    amendments: tuple[str, ...]
    undeclare: bool = False

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        for each in self.amendments:
            row = amendment_of(session, each)
            others = tuple(other for other in self.amendments if other != each)
            kept = tuple(other for other in row.alternatives if other not in others)
            alternatives = kept if self.undeclare else kept + others
            draft.put("amendments", each, replace(row, alternatives=alternatives))
        return draft.patch()


@dataclass(frozen=True, slots=True)
class TakePosition:
    """Record a delegation's stance on proposals; None takes it back. SUPPORT with `sponsor`
    makes the delegation a sponsor."""

    amendments: tuple[str, ...]
    delegation: str
    stance: Stance | None
    note: str = ""
    private: bool = False
    time: str = ""

    def plan(self, session: Session) -> Patch:
        delegation_of(session, self.delegation)
        draft = Draft(session)
        for each in self.amendments:
            row = amendment_of(session, each)
            others = tuple(p for p in row.positions if p.delegation != self.delegation)
            if self.stance is not None:
                rank = row.rank_for(self.delegation)
                stated = Position(
                    self.delegation, self.stance, self.note, self.private, rank, self.time
                )
                others = (*others, stated)
            draft.put("amendments", each, replace(row, positions=others))
        return draft.patch()


@dataclass(frozen=True, slots=True)
class RankWishes:
    """Rank a delegation's own rival proposals, the first wish first; `unranked` are those that
    have no rank any more."""

    delegation: str
    amendments: tuple[str, ...]
    unranked: tuple[str, ...] = ()

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        ranks = (*enumerate(self.amendments, start=1), *((None, each) for each in self.unranked))
        for rank, each in ranks:
            row = amendment_of(session, each)
            others = tuple(p for p in row.positions if p.delegation != self.delegation)
            own = next((p for p in row.positions if p.delegation == self.delegation), None)
            plain = Position(self.delegation, Stance.SUPPORT)
            ranked = replace(own or plain, rank=rank)
            says_nothing = self.delegation in row.sponsors and replace(ranked, time="") == plain
            positions = others if says_nothing else (*others, ranked)
            draft.put("amendments", each, replace(row, positions=positions))
        return draft.patch()


def next_ordinal(session: Session, delegation: str) -> int:
    """The next place in a delegation's own order."""
    used = (
        voice.ordinal
        for each in session.amendments.values()
        for voice in each.sponsorships
        if voice.delegation == delegation
    )
    return max(used, default=0) + 1


def proposed_provision(session: Session, amendment: Amendment) -> Provision:
    """The provision that a new-provision proposal brings into being."""
    after = session.provisions.get(amendment.after or "")
    return Provision(
        amendment.provision,
        after.ordinal if after else 0,
        amendment.text or "",
        amendment.label,
        section=after.section if after else "",
        proposed_by=amendment.sponsors[0] if amendment.sponsorships else None,
        amendment=amendment.id,
    )
