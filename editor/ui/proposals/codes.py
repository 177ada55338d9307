"""Who is behind words, by rank; nobody is left out."""

from collections.abc import Iterable

from editor.negotiation.session import Session


def codes_of(session: Session, delegations: Iterable[str], between: str = " ") -> str:
    """The codes of all `delegations`; the names of those that were removed, last."""
    wanted = list(delegations)
    known = [session.delegations[each].code for each in by_rank(session, wanted)]
    return between.join((*known, *removed(session, wanted)))


def removed(session: Session, delegations: Iterable[str]) -> list[str]:
    """The names of those of `delegations` that the session has no more: proposals that were
    parked when their delegation was removed remember it by name."""
    return [each for each in delegations if each not in session.delegations]


def first_of(session: Session, delegations: Iterable[str]) -> str:
    """The delegation whose colour shared words have; "" where there is none."""
    return next(iter(by_rank(session, delegations)), "")


def by_rank(session: Session, delegations: Iterable[str]) -> list[str]:
    """Those of `delegations` that the session knows, in the order of their rank."""
    rank = session.rank_of
    return sorted((each for each in delegations if each in rank), key=rank.__getitem__)
