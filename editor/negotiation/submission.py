"""A delegation's submission into its layer, the first or a later one (rule 11)."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState
from editor.negotiation.commands.proposing import proposed_provision
from editor.negotiation.entering import enter, identity
from editor.negotiation.patch import Draft
from editor.negotiation.session import Session


def submit(
    draft: Draft,
    delegation: str,
    proposals: Iterable[Amendment],
    covering: Container[str] | None = None,
    before: Session | None = None,
) -> tuple[str, ...]:
    """Enter all that a delegation now proposes and return the ids as stored.

    A submission that speaks to some provisions only, `covering` their ids, says nothing of what
    the delegation proposed elsewhere. One that came in several papers is submitted paper by
    paper; from the second on, `before` is the session before the first, and what the papers
    since then proposed stands.

    What it proposed before and proposes again keeps its decisions and positions, in the order
    that it has now; what has vanished is superseded, never deleted (co-sponsored proposals just
    lose this sponsor); what is new in a later submission is marked so, and only that. Proposals
    must name the delegation as a sponsor.
    """
    session = draft.session
    earlier = {
        each.id
        for each in _layer(before or session, delegation)
        if covering is None or _place(each) in covering
    }
    standing = {each.id for each in _layer(session, delegation)} if before else set()
    if before:
        _reopen(draft, delegation, before)
    stored: list[str] = []
    for proposal in proposals:
        try:
            key = enter(draft, replace(proposal, is_new=bool(earlier)), stored)
        except KnownError:
            continue
        stored.append(key)
        if key in earlier - standing:
            _reorder(draft, delegation, key, proposal)
        if key == proposal.id and proposal.kind is AmendmentKind.NEW_PROVISION:
            draft.put("provisions", proposal.provision, proposed_provision(session, proposal))
    for key in earlier - standing - set(stored):
        _supersede(draft, delegation, key)
    return tuple(stored)


def _reopen(draft: Draft, delegation: str, before: Session) -> None:
    """Let a delegation propose again what it proposed in `before`: what the first papers of a
    submission left out may be in the next one. What somebody else proposes by now is theirs."""
    live = {identity(each) for each in _live(draft)}
    for old in _layer(before, delegation):
        row = draft.get("amendments", old.id)
        if not isinstance(row, Amendment):
            continue
        if row.state is AmendmentState.PROPOSED and delegation not in row.sponsors:
            voices = (each for each in old.sponsorships if each.delegation == delegation)
            draft.put("amendments", row.id, replace(row, sponsorships=(*row.sponsorships, *voices)))
        elif _is_superseded(row, delegation) and identity(row) not in live:
            draft.put("amendments", row.id, replace(row, state=AmendmentState.PROPOSED))
            if draft.entered:
                draft.entered.setdefault(identity(row), []).append(row.id)


def _is_superseded(row: Amendment, delegation: str) -> bool:
    return row.state is AmendmentState.SUPERSEDED and row.sponsors == (delegation,)


def _live(draft: Draft) -> Iterator[Amendment]:
    rows = (draft.get("amendments", key) for key in draft.keys("amendments"))
    for row in rows:
        if isinstance(row, Amendment) and row.state is AmendmentState.PROPOSED:
            yield row


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
