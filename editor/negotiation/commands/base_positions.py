"""Recording what a delegation says of base words."""

from dataclasses import dataclass, replace

from editor.errors import KnownError
from editor.negotiation.commands.switching import delegation_of
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import BasePosition, Stance
from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class TakeBasePosition:
    """Record a delegation's stance on the base words `[start, end)` (code points) of a provision,
    instead of the one on exactly these words if there is one. None takes back all its stances
    that are about any of these words.

    Raises KnownError: unknown_delegation, unknown_provision; outside_text for no base words;
    no_position_there where there is none to take back.
    """

    provision: str
    start: int
    end: int
    delegation: str
    stance: Stance | None
    note: str = ""
    private: bool = False

    def plan(self, session: Session) -> Patch:
        delegation_of(session, self.delegation)
        if self.provision not in session.provisions:
            raise KnownError("unknown_provision", provision=self.provision)
        row = session.provisions[self.provision]
        if not (row.is_base and 0 <= self.start < self.end <= len(row.text)):
            raise KnownError("outside_text", provision=row.id)
        positions = tuple(each for each in row.positions if not self._is_replaced(each))
        if self.stance is None and positions == row.positions:
            raise KnownError("no_position_there")
        if self.stance is not None:
            stated = BasePosition(
                self.delegation, self.start, self.end, self.stance, self.note, self.private
            )
            positions = (*positions, stated)
        draft = Draft(session)
        draft.put("provisions", row.id, replace(row, positions=positions))
        return draft.patch()

    def _is_replaced(self, position: BasePosition) -> bool:
        if position.delegation != self.delegation:
            return False
        if self.stance is None:
            return position.start < self.end and self.start < position.end
        return (position.start, position.end) == (self.start, self.end)
