"""What the panels show of each provision: its proposals, and whether it is in open conflict.

Counted once when a session is opened; afterwards only where a change touched it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.app.workspace import SessionChange
from editor.negotiation.amendment import START, Amendment, AmendmentKind, AmendmentState
from editor.negotiation.composition import Composition
from editor.negotiation.conflict import Conflict
from editor.negotiation.judgement import Verdict


@dataclass(frozen=True, slots=True)
class _Standing:
    """How one cluster stands: proposals included, those of them that are asleep, and the
    provisions of each open conflict."""

    included: int
    asleep: int
    conflicts: tuple[frozenset[str], ...]


_NOTHING = _Standing(0, 0, ())


class ProvisionFacts:
    """`included` of `proposals` are included, `asleep` of them have nothing to work on;
    `open_conflicts` are to be settled. `changed` are the provisions whose proposals or conflicts
    the last action changed."""

    def __init__(self, composition: Composition) -> None:
        self._composition = composition
        self._standing: dict[str, _Standing] = {}
        self._in_conflict: Counter[str] = Counter()
        self._at: dict[str, set[str]] = defaultdict(set)
        self._counted: Counter[str] = Counter()
        self._structural: tuple[Conflict, ...] = ()
        self.included = 0
        self.asleep = 0
        self.proposals = 0
        self.open_conflicts = 0
        self.changed: set[str] = set()
        for amendment in composition.session.amendments.values():
            self._place(amendment, 1)
        for home in composition.verdicts:
            self._stand(home)
        self._stand_structure()

    def follow(self, composition: Composition, change: SessionChange) -> None:
        """Count again what `change` touched."""
        self._composition = composition
        self.changed = set()
        for row in change.patch.changes:
            if isinstance(row.before, Amendment):
                self._place(row.before, -1)
            if isinstance(row.after, Amendment):
                self._place(row.after, 1)
        homes = composition.index.provision_home
        touched = {homes.get(each, each) for each in change.touched}
        if change.changes_table("provisions") or change.changes_table("amendments"):
            touched |= self._standing.keys() - composition.verdicts.keys()
        for home in touched:
            self._stand(home)
        if composition.structure.conflicts is not self._structural:
            self._stand_structure()
        if START in self.changed:
            self.changed.update(composition.session.base_order[:1])

    def proposals_at(self, provision: str) -> tuple[str, ...]:
        """Ids of all proposals that speak to a provision, or to the gap after it, those set
        aside too, in the order of its words."""
        found = set(self._at.get(provision, ()))
        if self._is_first(provision):
            found |= self._at.get(START, set())
        amendments = self._composition.session.amendments
        return tuple(sorted(found, key=lambda each: _reading_order(amendments[each])))

    def number_at(self, provision: str) -> int:
        """How many live proposals speak to a provision, or to the gap after it."""
        before = self._counted[START] if self._is_first(provision) else 0
        return self._counted[provision] + before

    def is_in_conflict(self, provision: str) -> bool:
        return self._in_conflict[provision] > 0

    @property
    def provisions_in_conflict(self) -> frozenset[str]:
        return frozenset(each for each, number in self._in_conflict.items() if number)

    def _is_first(self, provision: str) -> bool:
        order = self._composition.session.base_order
        return bool(order) and order[0] == provision

    def _place(self, amendment: Amendment, sign: int) -> None:
        live = amendment.state is AmendmentState.PROPOSED
        self.proposals += sign if live else 0
        for place in _places(amendment):
            self.changed.add(place)
            if sign > 0:
                self._at[place].add(amendment.id)
            else:
                self._at[place].discard(amendment.id)
            self._counted[place] += sign if live else 0

    def _stand(self, home: str) -> None:
        before = self._standing.get(home, _NOTHING)
        verdict = self._composition.verdicts.get(home)
        now = _standing_of(verdict) if verdict is not None else _NOTHING
        if now == before:
            return
        self._standing[home] = now
        self.included += now.included - before.included
        self.asleep += now.asleep - before.asleep
        self.open_conflicts += len(now.conflicts) - len(before.conflicts)
        if now.conflicts != before.conflicts:
            self._replace(before.conflicts, now.conflicts)

    def _stand_structure(self) -> None:
        conflicts = self._composition.structure.conflicts
        self.open_conflicts += len(conflicts) - len(self._structural)
        self._replace(map(_provisions_of, self._structural), map(_provisions_of, conflicts))
        self._structural = conflicts

    def _replace(self, before: Iterable[frozenset[str]], now: Iterable[frozenset[str]]) -> None:
        """Count the provisions of other conflicts than before."""
        for provisions in before:
            self._in_conflict.subtract(provisions)
            self.changed |= provisions
        for provisions in now:
            self._in_conflict.update(provisions)
            self.changed |= provisions


def _places(amendment: Amendment) -> frozenset[str]:
    places = {amendment.provision, *amendment.provisions}
    if amendment.kind is AmendmentKind.NEW_PROVISION and amendment.after is not None:
        places.add(amendment.after)
    return frozenset(places)


def _standing_of(verdict: Verdict) -> _Standing:
    included, asleep, conflicts = 0, 0, []
    for each in _with_inner(verdict):
        included += len(each.included)
        asleep += len(each.asleep)
        conflicts += [_provisions_of(c.conflict) for c in each.cases if c.conflict.is_open]
    return _Standing(included, asleep, tuple(conflicts)) if included or asleep else _NOTHING


def _with_inner(verdict: Verdict) -> Iterator[Verdict]:
    yield verdict
    for inner in (verdict.inner or {}).values():
        yield from _with_inner(inner)


def _provisions_of(conflict: Conflict) -> frozenset[str]:
    """Where a conflict is shown: at its ranges."""
    ranges = frozenset(each.provision for each in conflict.ranges)
    return ranges or frozenset({conflict.provision})


def _reading_order(amendment: Amendment) -> tuple[object, ...]:
    starts: Iterable[int] = (each.start for each in amendment.edits)
    whole = amendment.kind is not AmendmentKind.EDIT
    return whole, amendment.target is not None, min(starts, default=0), amendment.ordinal
