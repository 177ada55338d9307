"""What of a session everybody may see."""

from collections.abc import Container
from dataclasses import replace

from editor.negotiation.amendment import Amendment
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.note import Note
from editor.negotiation.provision import MarkKind, Provision
from editor.negotiation.session import Session


def public_session(session: Session) -> Session:
    """The text, the delegations' proposals, public positions, reasons and statuses.

    Left out are private positions; the Chair's positions, notes, rulings and decisions; the
    Chair's drafts, which are proposals that the Chair alone makes and nobody has spoken to; what
    was not understood; and where everything came from.
    """
    shown = _shown(session)
    amendments = {
        each.id: _public(each, shown) for each in session.amendments.values() if each.id in shown
    }
    provisions = {
        each.id: replace(
            each,
            pending_on=tuple(d for d in each.pending_on if d != CHAIR_ID),
            positions=tuple(
                p for p in each.positions if not p.private and p.delegation != CHAIR_ID
            ),
            proposed_by=_proposer(each, amendments),
        )
        for each in session.provisions.values()
        if each.amendment is None or each.amendment in shown
    }
    notes = {
        each.id: each for each in session.notes.values() if _is_public(each, shown, provisions)
    }
    return Session(
        headings=session.headings,
        delegations=session.delegations,
        provisions={key: _with_notes_of(each, notes) for key, each in provisions.items()},
        amendments={
            key: replace(each, notes=tuple(n for n in each.notes if n in notes))
            for key, each in amendments.items()
        },
        notes=notes,
    )


def _shown(session: Session) -> frozenset[str]:
    """What delegations, or nobody that is named, propose or have spoken to, with what it amends.
    What amends a text of
    the Chair's that is no proposal falls away with it."""
    shown: set[str] = set()
    for each in session.amendments.values():
        spoken = (p.delegation for p in each.positions if not p.private)
        heard = (*each.sponsors, *spoken)
        if not heard or any(delegation != CHAIR_ID for delegation in heard):
            shown.update(_with_targets(session, each))
    return frozenset(shown)


def _with_targets(session: Session, amendment: Amendment) -> tuple[str, ...]:
    """The amendment, what it amends and so on; nothing if that does not end in a proposal."""
    chain = [amendment.id]
    while amendment.target is not None:
        if amendment.target in chain or amendment.target not in session.amendments:
            return ()
        amendment = session.amendments[amendment.target]
        chain.append(amendment.id)
    return tuple(chain)


def _public(amendment: Amendment, shown: frozenset[str]) -> Amendment:
    by_others = tuple(s for s in amendment.sponsorships if s.delegation != CHAIR_ID)
    return replace(
        amendment,
        sponsorships=tuple(
            replace(each, origin=None, time="") for each in by_others or amendment.sponsorships
        ),
        positions=tuple(
            replace(each, time="")
            for each in amendment.positions
            if not each.private and each.delegation != CHAIR_ID
        ),
        alternatives=tuple(each for each in amendment.alternatives if each in shown),
        origin=None,
        is_new=False,
    )


def _proposer(provision: Provision, amendments: dict[str, Amendment]) -> str | None:
    if provision.amendment is None:
        return None
    return next(iter(amendments[provision.amendment].sponsors), None)


def _is_public(note: Note, shown: frozenset[str], provisions: Container[str]) -> bool:
    anchor = note.anchor
    if note.delegation == CHAIR_ID or (anchor.amendment and anchor.amendment not in shown):
        return False
    return not anchor.provision or anchor.provision in provisions


def _with_notes_of(provision: Provision, notes: Container[str]) -> Provision:
    marks = tuple(m for m in provision.marks if m.kind is not MarkKind.NOTE or m.note in notes)
    return replace(provision, marks=marks)
