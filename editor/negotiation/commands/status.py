"""Where the negotiation of a provision stands."""

from dataclasses import dataclass, replace

from editor.errors import KnownError
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import ProvisionStatus
from editor.negotiation.session import Heading, Session


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Give provisions a status; `pending_on` are delegations (for PENDING, REOPENED)."""

    provisions: tuple[str, ...]
    status: ProvisionStatus
    pending_on: tuple[str, ...] = ()

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        for each in self.provisions:
            if each not in session.provisions:
                raise KnownError("unknown_provision", provision=each)
            row = session.provisions[each]
            draft.put(
                "provisions", each, replace(row, status=self.status, pending_on=self.pending_on)
            )
        return draft.patch()


@dataclass(frozen=True, slots=True)
class Entitle:
    """Name the negotiation and its reading; `symbol` and `date` stand at the top of papers."""

    title: str
    reading: str = ""
    symbol: str = ""
    date: str = ""

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        draft.put(
            "headings",
            "heading",
            Heading("heading", self.title, self.reading, self.symbol, self.date),
        )
        return draft.patch()
