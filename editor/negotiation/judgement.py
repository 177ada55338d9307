"""The judgement of a cluster: what stands, what is in conflict, which rulings are in force.

Pure bit work on what `clash.py` prepared; no text is touched here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from editor.negotiation.change import Change
from editor.negotiation.circumstances import Circumstances
from editor.negotiation.clash import bits, components
from editor.negotiation.cluster import Cluster
from editor.negotiation.conflict import Asleep, Conflict, ConflictKind, Range
from editor.negotiation.point_order import PointOrder, orders_at_points
from editor.negotiation.ranges import overlap, ranges_of
from editor.negotiation.rulings import Settlement, settle


@dataclass(frozen=True, slots=True)
class Case:
    """A conflict with its members as a mask; `shown` are its ranges that read as brackets."""

    conflict: Conflict
    members: int
    shown: tuple[Range, ...] = ()


class Contest(NamedTuple):
    """A conflict about what some of its members, the rivals, take away (rule 4)."""

    members: int
    rivals: int


class Verdict(NamedTuple):
    """`applied` stand in the text, `bracketed` are in unsettled brackets, `contested` are the
    deletions and whole-provision proposals shown beside it, `left_out` lost by a ruling."""

    cluster: Cluster
    live: int
    included: frozenset[str]
    applied: int
    bracketed: int = 0
    contested: int = 0
    left_out: int = 0
    bridges: tuple[Change, ...] = ()
    cases: tuple[Case, ...] = ()
    orders: tuple[PointOrder, ...] = ()
    inner: Mapping[int, "Verdict"] | None = None
    asleep: tuple[Asleep, ...] = ()
    rulings_in_force: frozenset[str] = frozenset()

    @property
    def in_play(self) -> int:
        """What is in the text or in brackets."""
        return self.applied | self.bracketed

    def with_inner(self) -> Iterator["Verdict"]:
        """This verdict and those on the amendments to what it has in the text or in options."""
        yield self
        for inner in (self.inner or {}).values():
            yield from inner.with_inner()


def judge(cluster: Cluster, now: Circumstances) -> Verdict:
    """The verdict on `cluster` under the present circumstances."""
    included = frozenset(filter(now.is_included, cluster.number_of))
    live = cluster.mask(included)
    if not live or cluster.is_plain:
        return Verdict(cluster, live, included, live, asleep=_sleepers(cluster, live, 0, (), now))
    bench = _Bench(cluster, live, included, now)
    if cluster.has_clashes and any(cluster.clash[n] & live for n in bits(live)):
        bench.judge_provisions()
        bench.judge_deletions()
        bench.judge_words()
    applied = live & ~bench.bracketed & ~bench.contested & ~bench.left_out
    orders = orders_at_points(cluster, applied, included, now) if cluster.points else ()
    for each in orders:
        bench.report_circles(each)
    inner = {
        number: judge(ground, now)
        for number, ground in cluster.inner.items()
        if live & ~bench.left_out & 1 << number
    }
    inner.update(
        (-1 - index, judge(cluster.grounds[bridge.ids[0]], now))
        for index, bridge in enumerate(bench.bridges)
        if bridge.ids[0] in cluster.grounds
    )
    return Verdict(
        cluster,
        live,
        included,
        applied,
        bench.bracketed,
        bench.contested,
        bench.left_out,
        tuple(bench.bridges),
        tuple(bench.cases),
        orders,
        inner,
        _sleepers(cluster, live, bench.left_out, bench.bridges, now),
        frozenset(bench.in_force).union(*(each.rulings for each in orders)),
    )


class _Bench:
    """One judging: takes conflicts from the largest to the smallest, ruling by ruling."""

    def __init__(
        self, cluster: Cluster, live: int, included: frozenset[str], now: Circumstances
    ) -> None:
        self.cluster = cluster
        self.live = live
        self.included = included
        self.now = now
        self.bracketed = 0
        self.contested = 0
        self.left_out = 0
        self.bridges: list[Change] = []
        self.cases: list[Case] = []
        self.in_force: list[str] = []

    @property
    def _in_play(self) -> int:
        return self.live & ~self.left_out & ~self.contested

    def judge_provisions(self) -> None:
        """Rule 4: whole-provision proposals against each other and against words."""
        self._judge_contests(ConflictKind.PROVISION, self._provision_contests)

    def judge_deletions(self) -> None:
        """Rule 4: a phrase deletion whose opponents all lie within it."""
        self._judge_contests(ConflictKind.DELETION, self._deletion_contests)

    def _judge_contests(self, kind: ConflictKind, contests: Callable[[], list[Contest]]) -> None:
        """Contests may share opponents. Those with a ruling that takes a side are settled
        together; the others are judged in what stands then."""
        found = contests()
        while found:
            settled = [(each, self._settle(each.members, each.rivals)) for each in found]
            ruled = [(each, s) for each, s in settled if s and not s.keeps_brackets]
            for contest, settlement in ruled or settled:
                if settlement:
                    self._take(settlement)
                else:
                    self.contested |= contest.rivals
                self._report(kind, contest.members, _ruling(settlement), ())
            found = contests() if ruled else []

    def _provision_contests(self) -> list[Contest]:
        clash, in_play = self.cluster.clash, self._in_play
        wholes = in_play & self.cluster.wholes
        if not wholes:
            return []
        opposed = sum(1 << n for n in bits(wholes) if clash[n] & in_play)
        grouped = components(opposed, clash)
        alone = [1 << n for n in bits(opposed) if not any(g >> n & 1 for g in grouped)]
        found = []
        for group in (*grouped, *alone):
            members = group
            for number in bits(group):
                members |= clash[number] & in_play
            found.append(Contest(members, group))
        return found

    def _deletion_contests(self) -> list[Contest]:
        in_play = self._in_play
        found = []
        for number, within in self.cluster.engulfed.items():
            deletion = 1 << number
            opponents = self.cluster.clash[number] & in_play
            if not (in_play & deletion and opponents) or opponents & ~within:
                continue
            found.append(Contest(deletion | opponents, deletion))
        return found

    def judge_words(self) -> None:
        """Rule 6: the conflicts in what is still in play. Those with a ruling that takes a side
        are settled together; the others are judged in what stands then, for words that were in
        the way of a bridging text may be gone."""
        while True:
            found = self._word_conflicts()
            ruled = [(members, s) for members, s in found if s and not s.keeps_brackets]
            if not ruled:
                break
            for members, taken in ruled:
                self._take(taken)
                self._report_words(members, taken, ())
        for members, settlement in found:
            self.bracketed |= members
            if settlement:
                self.in_force.append(settlement.ruling.id)
            self._report_words(members, settlement, self._ranges(members))

    def _word_conflicts(self) -> list[tuple[int, Settlement | None]]:
        """The components of what is in play, each with its settlement. Those that would read as
        overlapping brackets are one conflict, settled by a ruling on the whole of it."""
        parts = components(self._in_play, self.cluster.clash)
        settled = [(members, self._settle(members, members)) for members in parts]
        taken = [(members, s) for members, s in settled if s and not s.keeps_brackets]
        held = [members for members, s in settled if not s or s.keeps_brackets]
        joined = self._with_overlaps_joined(held)
        return taken + [(members, self._settle(members, members)) for members in joined]

    def report_circles(self, order: PointOrder) -> None:
        """Rule 5: insertions that delegations want in orders which cannot be joined."""
        here = (Range(order.provision, order.offset, order.offset),)
        for circle in order.ordered.circles:
            members = sum(1 << order.numbers[index] for index in circle.members)
            self._report(ConflictKind.ORDER, members, circle.ruling, here)

    def _settle(self, members: int, rivals: int) -> Settlement | None:
        return settle(self.cluster, members, rivals, self._in_play, self.now.rulings, self.bridges)

    def _take(self, settlement: Settlement) -> None:
        self.in_force.append(settlement.ruling.id)
        self.left_out |= settlement.left_out
        self.contested |= settlement.contested
        self.bridges.extend(settlement.bridges)

    def _report_words(
        self, members: int, settlement: Settlement | None, shown: tuple[Range, ...]
    ) -> None:
        is_structural = bool(members & self.cluster.structural)
        kind = ConflictKind.STRUCTURE if is_structural else ConflictKind.WORDS
        self._report(kind, members, _ruling(settlement), shown)

    def _report(
        self,
        kind: ConflictKind,
        members: int,
        ruling: str | None,
        shown: tuple[Range, ...],
    ) -> None:
        cluster = self.cluster
        ids = tuple(sorted(self.included.intersection(cluster.ids(members))))
        ranges = shown or self._ranges(members)
        provision = ranges[0].provision if ranges else cluster.changes[bits(members)[0]].provision
        sponsors = {
            d
            for number in bits(members)
            for d in cluster.changes[number].credit(self.included, self.now.layers_on).delegations
        }
        conflict = Conflict(
            f"{kind}:{provision}:{'+'.join(ids)}",
            kind,
            provision,
            ids,
            tuple(sorted(sponsors, key=self.now.rank_of.__getitem__)),
            ranges,
            ruling,
            ruling is None,
        )
        self.cases.append(Case(conflict, members, shown))

    def _ranges(self, members: int) -> tuple[Range, ...]:
        return ranges_of(self.cluster, members, self._in_play)

    def _with_overlaps_joined(self, parts: list[int]) -> list[int]:
        """With those made one whose ranges share base words, which only pure deletions do."""
        if len(parts) < 2:
            return parts
        joined: list[tuple[int, tuple[Range, ...]]] = []
        for members in parts:
            mine, ranges = members, self._ranges(members)
            apart = []
            for other in joined:
                if any(overlap(a, b) for a in ranges for b in other[1]):
                    mine, ranges = mine | other[0], ranges + other[1]
                else:
                    apart.append(other)
            joined = [*apart, (mine, ranges)]
        return [members for members, _ in joined]


def _ruling(settlement: Settlement | None) -> str | None:
    return settlement.ruling.id if settlement else None


def _sleepers(
    cluster: Cluster, live: int, left_out: int, bridges: Iterable[Change], now: Circumstances
) -> tuple[Asleep, ...]:
    """Included amendments to what is neither in the text nor in an option."""
    if not (cluster.unplaced or cluster.inner or cluster.grounds):
        return ()
    found = [
        Asleep(each, reason)
        for each, (_, reason) in cluster.unplaced.items()
        if now.is_included(each)
    ]
    for number, ground in cluster.inner.items():
        bit = 1 << number
        if live & bit & ~left_out:
            continue
        reason = "target_left_out" if left_out & bit else "target_not_included"
        found.extend(Asleep(each, reason) for each in _all_ids(ground) if now.is_included(each))
    in_force = {bridge.ids[0] for bridge in bridges}
    for ruling, ground in cluster.grounds.items():
        if ruling not in in_force:
            found.extend(
                Asleep(each, "target_not_included")
                for each in _all_ids(ground)
                if now.is_included(each)
            )
    return tuple(found)


def _all_ids(cluster: Cluster) -> list[str]:
    ids = [*cluster.number_of, *cluster.unplaced]
    for ground in (*cluster.inner.values(), *cluster.grounds.values()):
        ids.extend(_all_ids(ground))
    return ids
