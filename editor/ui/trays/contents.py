"""What is not in the text and must not be forgotten. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.composition import Composition
from editor.negotiation.session import Session
from editor.ui.proposals.codes import codes_of
from editor.ui.proposals.words import plain, proposal_words


class Tray(StrEnum):
    UNREAD = "unread"
    """What an importer did not understand."""
    ASLEEP = "asleep"
    """Included proposals that have nothing to work on."""
    PARKED = "parked"
    """Proposals that were set aside."""


@dataclass(frozen=True, slots=True)
class TrayItem:
    """`id` is an unread item or a proposal; `why` a reason code; `line` of the source, or 0."""

    id: str
    provision: str
    words: str
    why: str = ""
    line: int = 0


def tray_items(composition: Composition) -> dict[Tray, list[TrayItem]]:
    """The contents of all trays, in the order of the text."""
    session = composition.session
    order = {place.provision: number for number, place in enumerate(composition.places)}
    found = {
        Tray.UNREAD: [
            TrayItem(each.id, each.provision, each.raw, each.reason, each.line)
            for each in session.unread.values()
        ],
        Tray.ASLEEP: [
            _proposal(session, each.amendment, each.reason) for each in composition.asleep
        ],
        Tray.PARKED: [
            _proposal(session, each.id, "")
            for each in session.amendments.values()
            if each.state is AmendmentState.PARKED
        ],
    }
    for items in found.values():
        items.sort(key=lambda each: (order.get(each.provision, -1), each.line))
    return found


def _proposal(session: Session, amendment: str, why: str) -> TrayItem:
    row = session.amendments[amendment]
    words = plain(proposal_words(session, row)).strip()
    return TrayItem(row.id, row.provision, f"{codes_of(session, row.sponsors, ', ')}: {words}", why)
