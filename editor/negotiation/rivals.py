"""A delegation's rival wishes: its layer brings in only the best ranked of them."""

from collections.abc import Iterator

from editor.negotiation.amendment import Amendment
from editor.negotiation.clash import bits
from editor.negotiation.cluster import Cluster
from editor.negotiation.index import Index


def rival_wishes(index: Index, amendment: Amendment, sponsor: str) -> tuple[str, ...]:
    """The other proposals of `sponsor` that `amendment`, one of its own, excludes, or that those
    exclude in their turn, in the sponsor's own order. None for what is not proposed any more."""
    home = index.clusters.get(index.amendment_home.get(amendment.id, ""))
    cluster = _that_holds(home, amendment.id) if home is not None else None
    if cluster is None:
        return ()
    found: dict[str, Amendment] = {}
    reached = due = 1 << cluster.number_of[amendment.id]
    while due:
        clashing = 0
        for number in bits(due):
            clashing |= cluster.clash[number]
        due = 0
        for number in bits(clashing & ~reached):
            own = [e for e in cluster.changes[number].amendments if sponsor in e.sponsors]
            found.update((each.id, each) for each in own)
            due |= 1 << number if own else 0
        reached |= due
    order = sorted(found.values(), key=lambda each: (each.ordinal_of(sponsor), each.id))
    return tuple(each.id for each in order)


def _that_holds(cluster: Cluster, amendment: str) -> Cluster | None:
    return next((each for each in _with_inner(cluster) if amendment in each.number_of), None)


def _with_inner(cluster: Cluster) -> Iterator[Cluster]:
    yield cluster
    for ground in (*cluster.inner.values(), *cluster.grounds.values()):
        yield from _with_inner(ground)
