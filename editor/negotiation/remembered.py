"""Delegations that were removed: their parked proposals remember the name."""

from dataclasses import replace

from editor.negotiation.delegation import Delegation
from editor.negotiation.session import Session


def with_the_remembered(session: Session) -> Session:
    """The session with a delegation, its layer off, for every name that only proposals
    remember: for what is handed out, in which nobody's name may be missing."""
    sponsors = dict.fromkeys(s for a in session.amendments.values() for s in a.sponsors)
    gone = [each for each in sponsors if each not in session.delegations]
    if not gone:
        return session
    last = len(session.delegations)
    named = {
        each: Delegation(each, each, each, rank=last + number) for number, each in enumerate(gone)
    }
    return replace(session, delegations={**session.delegations, **named})
