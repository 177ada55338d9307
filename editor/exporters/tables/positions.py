"""Who stands where: proposals, and base words, against delegations. Nothing private is in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from editor.exporters.dump import provisions_in_order
from editor.exporters.tables.proposal_words import proposal_words, where
from editor.exporters.tables.text_order import in_text_order
from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.notation.annotation import Verb
from editor.negotiation.notation.quotation import exact
from editor.negotiation.provision import Provision, Stance
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
    """A proposal, or base words to retain; `stances` are the words for each delegation that said
    something."""

    provision: str
    proposal: str
    state: AmendmentState
    stances: Mapping[str, str]


def positions(session: Session) -> tuple[PositionsRow, ...]:
    """A row for each public proposal, and for base words that somebody has taken a position on,
    in the order of the text."""
    public = public_session(session)
    wanted: dict[str, list[Amendment]] = {}
    for each in in_text_order(public, public.amendments.values()):
        wanted.setdefault(each.provision, []).append(each)
    return tuple(
        row
        for provision in provisions_in_order(public)
        for row in chain(
            _on_words(public, provision),
            (_on_proposal(public, each) for each in wanted.get(provision.id, ())),
        )
    )


def _on_proposal(session: Session, amendment: Amendment) -> PositionsRow:
    return PositionsRow(
        where(session, amendment.provision),
        proposal_words(session, amendment),
        amendment.state,
        {p.delegation: STANCE_WORDS[p.stance] for p in amendment.positions}
        | dict.fromkeys(amendment.sponsors, SPONSOR),
    )


def _on_words(session: Session, provision: Provision) -> Iterator[PositionsRow]:
    """Who wants to retain words of a provision, and who does not, by the place of the words."""
    said: dict[tuple[int, int], dict[str, str]] = {}
    for each in sorted(provision.positions, key=lambda each: (each.start, each.end)):
        stances = said.setdefault((each.start, each.end), {})
        stances[each.delegation] = STANCE_WORDS[each.stance]
    for (start, end), stances in said.items():
        words = f"{Verb.RETAIN} {exact(provision.text[start:end]).written}"
        yield PositionsRow(where(session, provision.id), words, AmendmentState.PROPOSED, stances)
