"""How the negotiation stands, in numbers."""

from dataclasses import dataclass

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.composition import Composition
from editor.negotiation.provision import AGREED_STATUSES, ProvisionKind, ProvisionStatus
from editor.negotiation.session import Session
from editor.ui.facts.provision_facts import ProvisionFacts


@dataclass(frozen=True, slots=True)
class Standing:
    """`included` of `proposals` are in the text; `in_conflict` provisions have open conflicts;
    `set_aside` were not understood, are asleep or parked."""

    included: int
    proposals: int
    conflicts: int
    in_conflict: int
    agreed: int
    pending: int
    set_aside: int


class StandingCounter:
    """Counts again only the tables that changed."""

    def __init__(self) -> None:
        self._provisions: object = None
        self._amendments: object = None
        self._agreed = self._pending = self._parked = 0

    def count(self, composition: Composition, facts: ProvisionFacts) -> Standing:
        """How the composition stands."""
        session = composition.session
        if session.provisions is not self._provisions:
            self._provisions = session.provisions
            self._count_statuses(session)
        if session.amendments is not self._amendments:
            self._amendments = session.amendments
            states = (each.state for each in session.amendments.values())
            self._parked = sum(state is AmendmentState.PARKED for state in states)
        return Standing(
            facts.included,
            facts.proposals,
            facts.open_conflicts,
            sum(_is_provision(session, each) for each in facts.provisions_in_conflict),
            self._agreed,
            self._pending,
            len(session.unread) + facts.asleep + self._parked,
        )

    def _count_statuses(self, session: Session) -> None:
        statuses = [
            each.status
            for each in session.provisions.values()
            if each.kind is ProvisionKind.PROVISION
        ]
        self._agreed = sum(each in AGREED_STATUSES for each in statuses)
        self._pending = sum(each is ProvisionStatus.PENDING for each in statuses)


def _is_provision(session: Session, provision: str) -> bool:
    row = session.provisions.get(provision)
    return row is not None and row.kind is ProvisionKind.PROVISION
