"""Closing a reading: what is agreed becomes the base text, as one step that can be undone."""

from dataclasses import dataclass

from editor.negotiation.adoption.adopt import adopt
from editor.negotiation.patch import Patch
from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class CloseReading:
    """Adopt exactly the proposals `adopted`; `reading` is the name of the revision that this
    makes. What cannot be carried over goes to the tray.

    Raises KnownError: unknown_proposal, proposal_not_standing, adopted_in_conflict.
    """

    adopted: tuple[str, ...]
    reading: str = ""

    def plan(self, session: Session) -> Patch:
        return adopt(session, self.adopted, self.reading).patch
