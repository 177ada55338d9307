"""What judging a session depends on beside its clusters: layers, decisions, rulings."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from editor.negotiation.index import Index
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Ranks, Session


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What judging depends on beside the cluster. `rulings` by cluster home, smallest first."""

    is_included: Callable[[str], bool]
    layers_on: Collection[str]
    rank_of: Ranks
    rulings: Sequence[Ruling]


Now = Callable[[tuple[Ruling, ...]], Circumstances]
"""Gives the circumstances for a cluster with some rulings."""


def circumstances(session: Session, index: Index) -> Now:
    """The present circumstances of `session`."""
    layers_on = frozenset(each.id for each in session.delegations.values() if each.layer_on)
    decisions, brought_by = session.decisions, index.brought_by

    def is_included(amendment: str) -> bool:
        decision = decisions.get(amendment)
        if decision is not None:
            return decision.included and amendment in brought_by
        return not layers_on.isdisjoint(brought_by.get(amendment, ()))

    rank_of = session.rank_of
    plain = Circumstances(is_included, layers_on, rank_of, ())

    def now(rulings: tuple[Ruling, ...]) -> Circumstances:
        if not rulings:
            return plain
        return Circumstances(is_included, layers_on, rank_of, rulings)

    return now


def rulings_by_home(session: Session, index: Index) -> dict[str, tuple[Ruling, ...]]:
    """Rulings where their members are at home, the smallest member set first."""
    by_home: dict[str, list[Ruling]] = {}
    for ruling in session.rulings.values():
        homes = {index.amendment_home[m] for m in ruling.members if m in index.amendment_home}
        for home in homes:
            by_home.setdefault(home, []).append(ruling)
    return {home: tuple(sorted(found, key=smallest_first)) for home, found in by_home.items()}


def smallest_first(ruling: Ruling) -> tuple[object, ...]:
    """Sort key of rulings: the smallest member set first."""
    return len(ruling.members), tuple(sorted(ruling.members)), ruling.id


def order_rulings(session: Session) -> tuple[Ruling, ...]:
    """The rulings about order, the smallest member set first."""
    found = (each for each in session.rulings.values() if each.how is RulingKind.ORDER)
    return tuple(sorted(found, key=smallest_first))
