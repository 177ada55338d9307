"""The order of the insertions at one point, and of what stands in one gap: the Chair's if there
is a ruling, else the delegations' (rule 5)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from editor.negotiation.change import Change
from editor.negotiation.circumstances import Circumstances
from editor.negotiation.clash import bits
from editor.negotiation.cluster import Cluster
from editor.negotiation.credit import Credit
from editor.negotiation.ordering import Claim, in_order
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Ranks
from editor.text.edit import Edit


class Circle(NamedTuple):
    """What stands at one place in orders that cannot be joined, as indices; `ruling` says how
    all the same, if there is one."""

    members: tuple[int, ...]
    ruling: str | None = None


class Decided(NamedTuple):
    """An order. `groups` are indices in turn; a group of several is a circle without a ruling.
    `by_rank`: somewhere only the rank decided. `ruling` decides all of it."""

    groups: tuple[tuple[int, ...], ...]
    by_rank: bool
    ruling: str | None = None
    circles: tuple[Circle, ...] = ()

    @property
    def rulings(self) -> tuple[str, ...]:
        """The rulings in force here."""
        found = (self.ruling, *(each.ruling for each in self.circles))
        return tuple(each for each in found if each is not None)


@dataclass(frozen=True, slots=True)
class PointOrder:
    """The order of the insertions that the changes `present` make at one point: the claim of
    each, and for each the number of a change that makes it."""

    provision: str
    offset: int
    present: int
    claims: tuple[Claim, ...]
    numbers: tuple[int, ...]
    ordered: Decided

    @property
    def ruling(self) -> str | None:
        return self.ordered.ruling

    @property
    def rulings(self) -> tuple[str, ...]:
        return self.ordered.rulings


def orders_at_points(
    cluster: Cluster, applied: int, included: frozenset[str], now: Circumstances
) -> tuple[PointOrder, ...]:
    """The orders at all points where several of the changes `applied` insert."""
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
                (cluster.changes[n], cluster.changes[n].credit(included, now.layers_on))
                for n in numbers
            ],
            (edit.text,),
            now.rank_of,
        )
        for edit, numbers in by_edit.items()
    )
    numbers = tuple(numbers[0] for numbers in by_edit.values())
    ordered = decided([cluster.changes[n].ids for n in numbers], claims, now.rulings)
    return PointOrder(provision, offset, present, claims, numbers, ordered)


def claim_of(
    credited: Sequence[tuple[Change, Credit]],
    tie: tuple[object, ...],
    rank_of: Ranks,
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
    rank = min(map(rank_of.__getitem__, places), default=rank_of[""])
    return Claim(places, rank, tie)


def decided(
    present: Sequence[Collection[str]], claims: Sequence[Claim], rulings: Sequence[Ruling]
) -> Decided:
    """The order of what stands at one place: `present` are the ids of each, `claims` what its
    sponsors say. A ruling on all of it decides; one on a circle decides the circle."""
    ruled = _ruled(present, range(len(present)), rulings)
    if ruled:
        ruling, order = ruled
        return Decided(tuple((index,) for index in order), by_rank=False, ruling=ruling)
    wanted = in_order(claims)
    groups: list[tuple[int, ...]] = []
    circles = []
    for group in wanted.groups:
        if len(group) == 1:
            groups.append(group)
            continue
        ruled = _ruled(present, group, rulings)
        circles.append(Circle(group, ruled[0] if ruled else None))
        groups.extend(((index,) for index in ruled[1]) if ruled else (group,))
    return Decided(tuple(groups), wanted.by_rank, circles=tuple(circles))


def _ruled(
    present: Sequence[Collection[str]], indices: Sequence[int], rulings: Sequence[Ruling]
) -> tuple[str, tuple[int, ...]] | None:
    """The order ruling in force for some of what is present, and their order."""
    for ruling in rulings:
        if ruling.how is not RulingKind.ORDER:
            continue
        place = {each: turn for turn, each in enumerate(ruling.choice)}
        if all(
            any(each in ruling.members for each in present[index])
            and any(each in place for each in present[index])
            for index in indices
        ):
            turns = {
                index: min(place[each] for each in present[index] if each in place)
                for index in indices
            }
            return ruling.id, tuple(sorted(indices, key=turns.__getitem__))
    return None
