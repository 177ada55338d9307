"""How far a patch reaches: which clusters it touches, and whether the order of provisions."""

from collections.abc import Iterable, Mapping

from editor.negotiation.delegation import Delegation
from editor.negotiation.index import Index
from editor.negotiation.judgement import Verdict
from editor.negotiation.patch import Patch
from editor.negotiation.ruling import Ruling


def homes_touched(before: Index, index: Index, patch: Patch) -> frozenset[str]:
    """The clusters in which `patch` changes who is included or what is ruled; `before` is the
    index it found, `index` the one it left."""
    homes: set[str] = set()
    for change in patch.changes:
        if change.table == "decisions":
            homes.add(index.amendment_home.get(change.key, ""))
        elif change.table == "rulings":
            for row in (change.before, change.after):
                if isinstance(row, Ruling):
                    homes.update(index.amendment_home.get(each, "") for each in row.members)
        elif change.table == "delegations":
            if _renamed(change.before, change.after):
                return frozenset(index.clusters)
            homes |= index.layer_homes.get(change.key, frozenset())
            homes |= before.layer_homes.get(change.key, frozenset())
    return frozenset(each for each in homes if each in index.clusters)


def _renamed(before: object, after: object) -> bool:
    """Whether a delegation's rank among the others may have changed."""
    if isinstance(before, Delegation) and isinstance(after, Delegation):
        return (before.rank, before.code) != (after.rank, after.code)
    return True


def reaches_structure(
    before: Mapping[str, Verdict],
    after: Mapping[str, Verdict],
    patch: Patch,
    touched: Iterable[str],
) -> bool:
    """Whether provisions may come, go or change places, base order aside."""
    return any(change.table == "rulings" for change in patch.changes) or any(
        home in verdicts and verdicts[home].cluster.structural
        for home in touched
        for verdicts in (before, after)
    )


def provisions_of(index: Index, homes: frozenset[str]) -> frozenset[str]:
    """The base provisions of some clusters, and START."""
    found = {
        each for home in homes if home in index.clusters for each in index.clusters[home].texts
    }
    return frozenset(found) | (homes & {""})
