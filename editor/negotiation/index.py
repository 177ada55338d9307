"""The index of a session: its clusters, and where each amendment is at home.

Built once when a session is opened and renewed cluster by cluster as proposals are entered.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.clash import bits
from editor.negotiation.cluster import Cluster, cluster_of
from editor.negotiation.patch import Patch
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Session


@dataclass(frozen=True)
class Index:
    """`clusters` by home (one of their provisions, or START); `home` of each base provision
    and of each amendment; `brought_by` the delegations whose layer brings a proposed amendment
    in; `layer_homes` the homes in which a delegation proposes something."""

    clusters: Mapping[str, Cluster]
    provision_home: Mapping[str, str]
    amendment_home: Mapping[str, str]
    brought_by: Mapping[str, tuple[str, ...]]
    layer_homes: Mapping[str, frozenset[str]]
    followers: Mapping[str, tuple[Amendment, ...]] = field(default_factory=dict)


def build_index(session: Session) -> Index:
    """The index of a whole session."""
    followers = _followers(session)
    provision_home = _provision_homes(session)
    wanted: dict[str, list[Amendment]] = defaultdict(list)
    strays: dict[str, list[Amendment]] = defaultdict(list)
    amendment_home: dict[str, str] = {}
    for amendment in session.amendments.values():
        home = _home(session, amendment, provision_home)
        amendment_home[amendment.id] = home
        if amendment.target is None:
            wanted[home].append(amendment)
        elif amendment.target not in session.amendments:
            strays[home].append(amendment)
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for each in session.base_order:
        texts[provision_home[each]][each] = session.provisions[each].text
    bridges = _amended_bridges(session, followers)
    clusters = {
        home: cluster_of(
            texts.get(home, {}), wanted.get(home, ()), followers, strays.get(home, ()), bridges
        )
        for home in dict.fromkeys((*texts, *wanted, *strays))
    }
    brought_by: dict[str, tuple[str, ...]] = {}
    for cluster in clusters.values():
        brought_by.update(_brought_by(cluster))
    return Index(
        clusters,
        provision_home,
        amendment_home,
        brought_by,
        _layer_homes(session, amendment_home),
        followers,
    )


def renewed(index: Index, session: Session, patch: Patch) -> tuple[Index, frozenset[str]]:
    """The index after `patch`, which led to `session`, and the homes that were rebuilt."""
    amendments = [c for c in patch.changes if c.table == "amendments"]
    provisions = [c for c in patch.changes if c.table == "provisions"]
    rows = [r for c in amendments for r in (c.before, c.after) if isinstance(r, Amendment)]
    if any(_links(each) for each in rows) or any(
        not _same_place(c.before, c.after) for c in provisions
    ):
        fresh = build_index(session)
        return fresh, frozenset(fresh.clusters) | frozenset(index.clusters)
    homes = frozenset(_home(session, each, index.provision_home, rows) for each in rows)
    homes |= _bridged_homes(index, patch)
    if not homes:
        return index, frozenset()
    return _rebuilt(index, session, homes, frozenset(each.id for each in rows)), homes


def _rebuilt(
    index: Index, session: Session, homes: frozenset[str], changed: frozenset[str]
) -> Index:
    amendment_home = {k: v for k, v in index.amendment_home.items() if k not in changed}
    concerned = [
        session.amendments[each]
        for each, home in index.amendment_home.items()
        if home in homes and each not in changed and each in session.amendments
    ]
    for each in changed:
        row = session.amendments.get(each)
        if row is not None:
            amendment_home[each] = _home(session, row, index.provision_home)
            concerned.append(row)
    by_home: dict[str, list[Amendment]] = {}
    by_target: dict[str | None, list[Amendment]] = {}
    for row in concerned:
        by_home.setdefault(amendment_home[row.id], []).append(row)
        by_target.setdefault(row.target, []).append(row)
    followers = dict(index.followers)
    for target in {row.target for row in concerned} | _targets(index, changed):
        if target is not None:
            followers[target] = tuple(by_target.get(target, ()))
    bridges = _amended_bridges(session, followers)
    clusters = dict(index.clusters)
    brought_by = {k: v for k, v in index.brought_by.items() if k not in changed}
    for home in homes:
        known = index.clusters.get(home)
        texts = known.texts if known else {}
        here = by_home.get(home, ())
        wanted = [row for row in here if row.target is None]
        strays = [row for row in here if row.target and row.target not in session.amendments]
        clusters[home] = cluster_of(texts, wanted, followers, strays, bridges)
        brought_by.update(_brought_by(clusters[home]))
    return Index(
        clusters,
        index.provision_home,
        amendment_home,
        brought_by,
        _layer_homes(session, amendment_home),
        followers,
    )


def _targets(index: Index, changed: frozenset[str]) -> set[str | None]:
    return {
        target for target, rows in index.followers.items() if any(row.id in changed for row in rows)
    }


def _same_place(before: object, after: object) -> bool:
    """Whether a change of a provision leaves its text and its place in base order alone, or
    concerns a proposed provision (which exists through its amendment)."""
    rows = [row for row in (before, after) if isinstance(row, Provision)]
    if all(row.amendment is not None for row in rows):
        return True
    if len(rows) < 2:
        return False
    return (
        rows[0].text == rows[1].text
        and rows[0].ordinal == rows[1].ordinal
        and rows[0].amendment == rows[1].amendment
    )


def _links(amendment: Amendment) -> bool:
    """Whether it may tie provisions into one cluster."""
    return amendment.kind in (AmendmentKind.JOIN, AmendmentKind.MOVE) or bool(
        amendment.alternatives
    )


def _followers(session: Session) -> dict[str, tuple[Amendment, ...]]:
    followers: dict[str, list[Amendment]] = defaultdict(list)
    for amendment in session.amendments.values():
        if amendment.target is not None:
            followers[amendment.target].append(amendment)
    return {target: tuple(rows) for target, rows in followers.items()}


def _amended_bridges(
    session: Session, followers: Mapping[str, tuple[Amendment, ...]]
) -> tuple[Ruling, ...]:
    """The rulings whose bridging texts somebody amends."""
    return tuple(
        each
        for each in session.rulings.values()
        if each.how is RulingKind.BRIDGE and followers.get(each.id)
    )


def _bridged_homes(index: Index, patch: Patch) -> frozenset[str]:
    """The homes of rulings in `patch` whose bridging texts are amended."""
    rows = [
        row
        for change in patch.changes
        if change.table == "rulings" and index.followers.get(change.key)
        for row in (change.before, change.after)
        if isinstance(row, Ruling)
    ]
    members = {each for row in rows for each in row.members}
    return frozenset(index.amendment_home[m] for m in members if m in index.amendment_home)


def _provision_homes(session: Session) -> dict[str, str]:
    """Union of provisions that must be judged together, by their first in base order."""
    parent = {each: each for each in session.base_order}

    def find(each: str) -> str:
        while parent[each] != each:
            each = parent[each]
        return each

    order = {each: index for index, each in enumerate(session.base_order)}
    for group in _ties(session):
        known = [each for each in group if each in parent]
        for each in known[1:]:
            first, second = sorted((find(known[0]), find(each)), key=order.__getitem__)
            parent[second] = first
    return {each: find(each) for each in session.base_order}


def _ties(session: Session) -> Iterable[tuple[str, ...]]:
    rows = [a for a in session.amendments.values() if _links(a)]
    broken = {
        each
        for row in rows
        if row.kind is AmendmentKind.JOIN and row.text is None
        for each in row.provisions
    }
    for row in rows:
        if row.kind is AmendmentKind.JOIN:
            yield (row.provision, *row.provisions)
        if row.kind is AmendmentKind.MOVE and row.after in broken:
            yield (row.provision, row.after or "")
        for alternative in row.alternatives:
            other = session.amendments.get(alternative)
            if other is not None:
                yield (_own_place(session, row), _own_place(session, other))


def _own_place(session: Session, amendment: Amendment) -> str:
    """The base provision (or START) where an amendment is drawn."""
    seen = {amendment.id}
    while amendment.target is not None:
        target = _amended(session, amendment.target)
        if target is None or target.id in seen:
            return ""
        amendment = target
        seen.add(target.id)
    if amendment.kind is AmendmentKind.NEW_PROVISION:
        return amendment.after or ""
    return amendment.provision


def _amended(session: Session, target: str) -> Amendment | None:
    """The amendment that is amended; for a bridging text one of those that it settles."""
    ruling = session.rulings.get(target)
    if ruling is None:
        return session.amendments.get(target)
    known = (session.amendments.get(each) for each in sorted(ruling.members))
    return next((each for each in known if each is not None), None)


def _home(
    session: Session,
    amendment: Amendment,
    provision_home: Mapping[str, str],
    gone: Iterable[Amendment] = (),
) -> str:
    place = _own_place(session, amendment)
    if not place and amendment.target is not None:
        target = next((each for each in gone if each.id == amendment.target), None)
        place = _own_place(session, target) if target is not None else ""
    return provision_home.get(place, "")


def _layer_homes(session: Session, amendment_home: Mapping[str, str]) -> dict[str, frozenset[str]]:
    homes: dict[str, set[str]] = defaultdict(set)
    for each, home in amendment_home.items():
        for sponsorship in session.amendments[each].sponsorships:
            homes[sponsorship.delegation].add(home)
    return {delegation: frozenset(found) for delegation, found in homes.items()}


def _brought_by(cluster: Cluster) -> dict[str, tuple[str, ...]]:
    """For each amendment the sponsors whose layer brings it in: those that have no better
    ranked rival wish."""
    brought: dict[str, tuple[str, ...]] = {}
    ranked = {
        each.id
        for change in cluster.changes
        for each in change.amendments
        if any(p.rank is not None for p in each.positions)
    }
    for number, change in enumerate(cluster.changes):
        rivals = (
            [r for n in bits(cluster.clash[number]) for r in cluster.changes[n].amendments]
            if ranked
            else []
        )
        for amendment in change.amendments:
            brought[amendment.id] = tuple(
                d for d in amendment.sponsors if not _beaten(amendment, d, rivals)
            )
    for unplaced, _ in cluster.unplaced.values():
        brought[unplaced.id] = unplaced.sponsors
    for ground in (*cluster.inner.values(), *cluster.grounds.values()):
        brought.update(_brought_by(ground))
    return brought


def _beaten(amendment: Amendment, delegation: str, rivals: Iterable[Amendment]) -> bool:
    own = amendment.rank_for(delegation)
    for rival in rivals:
        rank = rival.rank_for(delegation) if delegation in rival.sponsors else None
        if rank is not None and (own is None or rank < own):
            return True
    return False
