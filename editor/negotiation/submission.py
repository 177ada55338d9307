"""A delegation's submission into its layer, the first or a later one (rule 11)."""

from collections.abc import Container, Iterable
from dataclasses import replace

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState
from editor.negotiation.commands.proposing import proposed_provision
from editor.negotiation.entering import enter
from editor.negotiation.patch import Draft
from editor.negotiation.session import Session


def submit(
    draft: Draft,
    delegation: str,
    proposals: Iterable[Amendment],
    covering: Container[str] | None = None,
) -> tuple[str, ...]:
    """Enter all that a delegation now proposes and return the ids as stored.

    A submission that speaks to some provisions only, `covering` their ids, says nothing of what
    the delegation proposed elsewhere.

    What it proposed before and proposes again keeps its decisions and positions, in the order
    that it has now; what has vanished is superseded, never deleted (co-sponsored proposals just
    lose this sponsor); what is new in a later submission is marked so, and only that. Proposals
    must name the delegation as a sponsor.
    """
    session = draft.session
    earlier = {
        each.id
        for each in _layer(session, delegation)
        if covering is None or _place(each) in covering
    }
    stored: list[str] = []
    for proposal in proposals:
        try:
            key = enter(draft, replace(proposal, is_new=bool(earlier)), stored)
        except KnownError:
            continue
        stored.append(key)
        if key in earlier:
            _reorder(draft, delegation, key, proposal)
        if key == proposal.id and proposal.kind is AmendmentKind.NEW_PROVISION:
            draft.put("provisions", proposal.provision, proposed_provision(session, proposal))
    for key in earlier - set(stored):
        _supersede(draft, delegation, key)
    return tuple(stored)


def _layer(session: Session, delegation: str) -> Iterable[Amendment]:
    return (
        each
        for each in session.amendments.values()
        if delegation in each.sponsors and each.state is AmendmentState.PROPOSED
    )


def _place(amendment: Amendment) -> str:
    """The provision that a proposal speaks to; of a new one that after which it goes."""
    is_new = amendment.kind is AmendmentKind.NEW_PROVISION
    return (amendment.after or "") if is_new else amendment.provision


def _reorder(draft: Draft, delegation: str, key: str, again: Amendment) -> None:
    row = draft.get("amendments", key)
    if not isinstance(row, Amendment):
        return
    ordinal = again.ordinal_of(delegation)
    voices = tuple(
        replace(each, ordinal=ordinal) if each.delegation == delegation else each
        for each in row.sponsorships
    )
    is_alone = row.sponsors == (delegation,)
    draft.put(
        "amendments",
        key,
        replace(
            row,
            ordinal=ordinal if is_alone else row.ordinal,
            sponsorships=voices,
            is_new=row.is_new and not is_alone,
        ),
    )


def _supersede(draft: Draft, delegation: str, key: str) -> None:
    """As it stands in the draft: another may have taken it up meanwhile."""
    amendment = draft.get("amendments", key)
    if not isinstance(amendment, Amendment):
        return
    others = tuple(each for each in amendment.sponsorships if each.delegation != delegation)
    if others:
        draft.put("amendments", amendment.id, replace(amendment, sponsorships=others))
        proposed = draft.session.provisions.get(amendment.provision)
        if proposed is not None and proposed.amendment == amendment.id:
            left = replace(proposed, proposed_by=others[0].delegation)
            draft.put("provisions", proposed.id, left)
    else:
        superseded = replace(amendment, state=AmendmentState.SUPERSEDED)
        draft.put("amendments", amendment.id, superseded)
