"""Who stands where: proposals against delegations. Nothing private is in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from editor.exporters.tables.proposal_words import proposal_words, where
from editor.exporters.tables.text_order import in_text_order
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.provision import Stance
from editor.negotiation.public import public_session
from editor.negotiation.session import Session

SPONSOR = "proposes"
STANCE_WORDS = {
    Stance.SUPPORT: "supports",
    Stance.OPPOSE: "opposes",
    Stance.RESERVE: "reserves",
    Stance.ACCEPT: "can live with it",
    Stance.CONDITIONAL: "conditional",
}


@dataclass(frozen=True, slots=True)
class PositionsRow:
    """A proposal; `stances` are the words for each delegation that said something."""

    provision: str
    proposal: str
    state: AmendmentState
    stances: Mapping[str, str]


def positions(session: Session) -> tuple[PositionsRow, ...]:
    """A row for each public proposal, in the order of the text."""
    public = public_session(session)
    ordered = in_text_order(public, public.amendments.values())
    return tuple(
        PositionsRow(
            where(public, each.provision),
            proposal_words(public, each),
            each.state,
            {p.delegation: STANCE_WORDS[p.stance] for p in each.positions}
            | dict.fromkeys(each.sponsors, SPONSOR),
        )
        for each in ordered
    )
