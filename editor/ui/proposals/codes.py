"""Who is behind words, by rank; nobody is left out."""

from collections.abc import Iterable

from editor.negotiation.session import Session


def codes_of(session: Session, delegations: Iterable[str], between: str = " ") -> str:
    """The codes of all `delegations` that the session knows."""
    return between.join(session.delegations[each].code for each in by_rank(session, delegations))


def first_of(session: Session, delegations: Iterable[str]) -> str:
    """The delegation whose colour shared words have; "" where there is none."""
    return next(iter(by_rank(session, delegations)), "")


def by_rank(session: Session, delegations: Iterable[str]) -> list[str]:
    """Those of `delegations` that the session knows, in the order of their rank."""
    rank = session.rank_of
    return sorted((each for each in delegations if each in rank), key=rank.__getitem__)
