"""What the layers panel shows of each delegation: how much it proposes, supports and opposes,
and whether the Chair's decisions deviate from its layer."""

from collections import Counter

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.patch import Patch
from editor.negotiation.provision import Stance
from editor.negotiation.session import Session

_COUNTED = frozenset({"amendments", "decisions"})


class LayerFacts:
    """Counters by delegation id. `supports` and `objections` are stances on proposals of
    others."""

    def __init__(self, session: Session) -> None:
        self.proposals: Counter[str] = Counter()
        self.supports: Counter[str] = Counter()
        self.objections: Counter[str] = Counter()
        self._decided: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        self._session = session
        for amendment in session.amendments:
            self._count(session, amendment, 1)

    def follow(self, session: Session, patch: Patch) -> None:
        """Count again what `patch` changed on the way to `session`."""
        for amendment in {row.key for row in patch.changes if row.table in _COUNTED}:
            self._count(self._session, amendment, -1)
            self._count(session, amendment, 1)
        self._session = session

    def deviates(self, delegation: str, layer_on: bool) -> bool:
        """Whether a proposal of the delegation is decided against its layer."""
        return self._decided[not layer_on][delegation] > 0

    def _count(self, session: Session, amendment: str, sign: int) -> None:
        row = session.amendments.get(amendment)
        if row is None or row.state is not AmendmentState.PROPOSED:
            return
        sponsors = row.sponsors
        decision = session.decisions.get(amendment)
        for each in sponsors:
            self.proposals[each] += sign
            if decision is not None:
                self._decided[decision.included][each] += sign
        for position in row.positions:
            if position.delegation in sponsors:
                continue
            if position.stance is Stance.SUPPORT:
                self.supports[position.delegation] += sign
            elif position.stance is Stance.OPPOSE:
                self.objections[position.delegation] += sign
