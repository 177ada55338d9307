"""The judgement of a cluster: what stands, what is in conflict, which rulings are in force.

Pure bit work on what `clash.py` prepared; no text is touched here.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from editor.negotiation.change import Change, Nature
from editor.negotiation.clash import bits, components
from editor.negotiation.cluster import Cluster
from editor.negotiation.conflict import Asleep, Conflict, ConflictKind, Range
from editor.negotiation.credit import Credit, credit
from editor.negotiation.ordering import Claim, Ordered, in_order
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.rulings import Settlement, settle
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What judging depends on beside the cluster. `rulings` by cluster home, smallest first."""

    is_included: Callable[[str], bool]
    layers_on: Collection[str]
    rank_of: Mapping[str, tuple[object, ...]]
    rulings: Sequence[Ruling]


@dataclass(frozen=True, slots=True)
class Case:
    """A conflict with its members as a mask; `shown` are its ranges that read as brackets."""

    conflict: Conflict
    members: int
    shown: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class PointOrder:
    """The order of the insertions at one point: groups of edits' change numbers."""

    provision: str
    offset: int
    claims: tuple[Claim, ...]
    numbers: tuple[int, ...]
    ordered: Ordered
    ruling: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
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


def judge(cluster: Cluster, now: Circumstances) -> Verdict:
    """The verdict on `cluster` under the present circumstances."""
    included = frozenset(each for each in cluster.number_of if now.is_included(each))
    live = cluster.mask(included)
    if not live:
        return Verdict(cluster, 0, included, 0, inner=None, asleep=_sleepers(cluster, 0, 0, now))
    bench = _Bench(cluster, live, now)
    if cluster.has_clashes and any(cluster.clash[n] & live for n in bits(live)):
        bench.judge_provisions()
        bench.judge_deletions()
        bench.judge_words()
    applied = live & ~bench.bracketed & ~bench.contested & ~bench.left_out
    orders = _orders(cluster, applied, included, now) if cluster.points else ()
    for each in orders:
        bench.report_cycles(each)
    inner = {
        number: judge(ground, now)
        for number, ground in cluster.inner.items()
        if live & ~bench.left_out & 1 << number
    }
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
        _sleepers(cluster, live, bench.left_out, now),
        frozenset(bench.in_force) | {o.ruling for o in orders if o.ruling},
    )


class _Bench:
    """One judging: takes conflicts from the largest to the smallest, ruling by ruling."""

    def __init__(self, cluster: Cluster, live: int, now: Circumstances) -> None:
        self.cluster = cluster
        self.live = live
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
        clash, wholes = self.cluster.clash, self.live & self.cluster.wholes
        opposed = sum(1 << n for n in bits(wholes) if clash[n] & self.live)
        grouped = components(opposed, clash)
        alone = [1 << n for n in bits(opposed) if not any(g >> n & 1 for g in grouped)]
        for group in (*grouped, *alone):
            members = group
            for number in bits(group):
                members |= clash[number] & self.live
            settlement = self._settle(members, group)
            if settlement is None:
                self.contested |= group
            else:
                self._take(settlement)
            self._report(ConflictKind.PROVISION, members, settlement, ())

    def judge_deletions(self) -> None:
        """Rule 4: a phrase deletion whose opponents all lie within it."""
        for number, within in self.cluster.engulfed.items():
            deletion = 1 << number
            opponents = self.cluster.clash[number] & self._in_play
            if not (self._in_play & deletion and opponents) or opponents & ~within:
                continue
            members = deletion | opponents
            settlement = self._settle(members, deletion)
            if settlement is None:
                self.contested |= deletion
            else:
                self._take(settlement)
            self._report(ConflictKind.DELETION, members, settlement, ())

    def judge_words(self) -> None:
        """Rule 6: the connected components of what is still in play."""
        unsettled: list[tuple[int, Settlement | None]] = []
        for members in components(self._in_play, self.cluster.clash):
            settlement = self._settle(members, members)
            if settlement is None or settlement.keeps_brackets:
                unsettled.append((members, settlement))
            else:
                self._take(settlement)
                self._report(_kind(self.cluster, members), members, settlement, ())
        for members, settlement in self._with_overlaps_joined(unsettled):
            self.bracketed |= members
            if settlement:
                self.in_force.append(settlement.ruling.id)
            ranges = self._ranges(members)
            self._report(_kind(self.cluster, members), members, settlement, ranges)

    def report_cycles(self, order: PointOrder) -> None:
        """Rule 5: insertions that nobody's order can reconcile."""
        here = (Range(order.provision, order.offset, order.offset),)
        for group in order.ordered.groups:
            if len(group) > 1:
                members = sum(1 << order.numbers[index] for index in group)
                self._report(ConflictKind.ORDER, members, None, here)

    def _settle(self, members: int, rivals: int) -> Settlement | None:
        return settle(self.cluster, members, rivals, self._in_play, self.now.rulings)

    def _take(self, settlement: Settlement) -> None:
        self.in_force.append(settlement.ruling.id)
        self.left_out |= settlement.left_out
        self.contested |= settlement.contested
        self.bridges.extend(settlement.bridges)

    def _report(
        self,
        kind: ConflictKind,
        members: int,
        settlement: Settlement | None,
        shown: tuple[Range, ...],
    ) -> None:
        cluster = self.cluster
        ids = tuple(sorted(each for each in cluster.ids(members) if self.now.is_included(each)))
        ranges = shown or self._ranges(members)
        provision = (
            ranges[0].provision if ranges else cluster.changes[next(bits(members))].provision
        )
        sponsors = {
            d
            for number in bits(members)
            for d in credit(cluster.changes[number], ids, self.now.layers_on).delegations
        }
        conflict = Conflict(
            f"{kind}:{provision}:{'+'.join(ids)}",
            kind,
            provision,
            ids,
            tuple(sorted(sponsors, key=lambda d: self.now.rank_of.get(d, (d,)))),
            ranges,
            settlement.ruling.id if settlement else None,
            settlement is None,
        )
        self.cases.append(Case(conflict, members, shown))

    def _ranges(self, members: int) -> tuple[Range, ...]:
        return ranges_of(self.cluster, members, self._in_play)

    def _with_overlaps_joined(
        self, unsettled: list[tuple[int, Settlement | None]]
    ) -> list[tuple[int, Settlement | None]]:
        """Components whose ranges share base words (through pure deletions) are one conflict:
        two brackets cannot overlap on the page."""
        joined: list[tuple[int, Settlement | None]] = []
        for members, settlement in unsettled:
            ranges = self._ranges(members)
            apart = []
            for other, other_settlement in joined:
                if any(_overlap(a, b) for a in ranges for b in self._ranges(other)):
                    members |= other
                    settlement = None
                    ranges = self._ranges(members)
                else:
                    apart.append((other, other_settlement))
            joined = [*apart, (members, settlement)]
        return joined


def _kind(cluster: Cluster, members: int) -> ConflictKind:
    return ConflictKind.STRUCTURE if members & cluster.structural else ConflictKind.WORDS


def _overlap(one: Range, other: Range) -> bool:
    return one.provision == other.provision and one.start < other.end and other.start < one.end


def ranges_of(cluster: Cluster, members: int, in_play: int) -> tuple[Range, ...]:
    """Where the changes in `members` touch their texts: their edits' ranges, united where they
    overlap, and where they touch with nobody else's insertion between; a new provision as an
    empty range of its own, a whole-provision proposal as all of each provision it touches."""
    places: list[Range] = []
    for number in bits(members):
        change = cluster.changes[number]
        if change.nature is Nature.NEW:
            places.append(Range(change.provision, 0, 0))
        elif change.nature is Nature.WHOLE:
            places.extend(
                Range(each, 0, len(cluster.texts[each]))
                for each in change.touched
                if each in cluster.texts
            )
        places.extend(Range(change.provision, e.start, e.end) for e in change.edits)
    foreign = {
        (cluster.changes[number].provision, edit.start)
        for number in bits(in_play & ~members)
        for edit in cluster.changes[number].edits
        if edit.is_insertion
    }
    united: list[Range] = []
    for place in sorted(set(places), key=lambda r: (r.provision, r.start, r.end)):
        last = united[-1] if united else None
        if (
            last
            and last.provision == place.provision
            and (
                place.start < last.end
                or (place.start == last.end and (place.provision, place.start) not in foreign)
            )
        ):
            united[-1] = Range(last.provision, last.start, max(last.end, place.end))
        else:
            united.append(place)
    return tuple(united)


def _orders(
    cluster: Cluster, applied: int, included: frozenset[str], now: Circumstances
) -> tuple[PointOrder, ...]:
    found = []
    for provision, offset, at_point in cluster.points:
        present = at_point & applied
        if present & (present - 1):
            found.append(order_at(cluster, provision, offset, present, included, now))
    return tuple(each for each in found if len(each.numbers) > 1)


def order_at(
    cluster: Cluster,
    provision: str,
    offset: int,
    present: int,
    included: frozenset[str],
    now: Circumstances,
) -> PointOrder:
    """The order of the insertions that the changes `present` make at one point."""
    by_edit: dict[Edit, list[int]] = {}
    for number in bits(present):
        for edit in cluster.changes[number].edits:
            if edit.is_insertion and edit.start == offset:
                by_edit.setdefault(edit, []).append(number)
    claims = tuple(
        claim_of(
            [
                (cluster.changes[n], credit(cluster.changes[n], included, now.layers_on))
                for n in numbers
            ],
            (edit.text,),
            now.rank_of,
        )
        for edit, numbers in by_edit.items()
    )
    numbers = tuple(numbers[0] for numbers in by_edit.values())
    decided = decided_order([cluster.changes[n].ids for n in numbers], now.rulings)
    if decided:
        ruling, order = decided
        return PointOrder(
            provision, offset, claims, numbers, Ordered(tuple((i,) for i in order), False), ruling
        )
    return PointOrder(provision, offset, claims, numbers, in_order(claims))


def claim_of(
    credited: Sequence[tuple[Change, Credit]],
    tie: tuple[object, ...],
    rank_of: Mapping[str, tuple[object, ...]],
) -> Claim:
    """The claim of one inserted text that several changes may share."""
    places: dict[str, int] = {}
    for change, behind in credited:
        for amendment in change.amendments:
            if amendment.id in behind.amendments:
                for each in amendment.sponsorships:
                    if each.delegation in behind.delegations:
                        known = places.get(each.delegation, each.ordinal)
                        places[each.delegation] = min(known, each.ordinal)
    rank = min((rank_of.get(d, (True, 0, d, d)) for d in places), default=(True, 0, "", ""))
    return Claim(places, rank, tie)


def decided_order(
    present: Sequence[Sequence[str]], rulings: Sequence[Ruling]
) -> tuple[str, tuple[int, ...]] | None:
    """The order ruling in force for what stands at one place, and the order as indices."""
    for ruling in rulings:
        if ruling.how is not RulingKind.ORDER:
            continue
        place = {each: index for index, each in enumerate(ruling.choice)}
        if all(any(each in ruling.members for each in ids) for ids in present) and all(
            any(each in place for each in ids) for ids in present
        ):
            chosen = [min(place[each] for each in ids if each in place) for ids in present]
            return ruling.id, tuple(sorted(range(len(present)), key=chosen.__getitem__))
    return None


def _sleepers(cluster: Cluster, live: int, left_out: int, now: Circumstances) -> tuple[Asleep, ...]:
    """Included amendments to amendments whose target is not in the text or in an option."""
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
    return tuple(found)


def _all_ids(cluster: Cluster) -> list[str]:
    ids = [*cluster.number_of, *cluster.unplaced]
    for ground in cluster.inner.values():
        ids.extend(_all_ids(ground))
    return ids
