"""The order of provisions: gaps, moves, new provisions, dropped breaks (rule 10)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from editor.negotiation.amendment import START
from editor.negotiation.change import Change, Nature
from editor.negotiation.circumstances import Circumstances
from editor.negotiation.clash import bits
from editor.negotiation.conflict import (
    Asleep,
    Choice,
    Conflict,
    ConflictKind,
    OrderQuestion,
    Range,
)
from editor.negotiation.judgement import Verdict
from editor.negotiation.label import label_key
from editor.negotiation.ordering import Claim, wanted_orders
from editor.negotiation.point_order import Circle, claim_of, decided

_PRINTED = ""
"""Among the delegations that order new provisions, the printed labels themselves."""


class PlaceRole(StrEnum):
    STANDS = "stands"
    MOVED_HERE = "moved_here"
    MOVED_AWAY = "moved_away"
    """Where a moved provision was: shown struck in a redline, never in the clean text."""


class Place(NamedTuple):
    """One entry in the order of display. `amendments` moved the provision or proposed it."""

    provision: str
    role: PlaceRole = PlaceRole.STANDS
    amendments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """`new_numbers` tells, for a proposed provision in view, its cluster's home and number;
    `joined_after` the provisions whose break to the next one is dropped, with the amendments;
    `choices` the orders wanted in a conflict about order, by its id."""

    places: tuple[Place, ...]
    new_numbers: Mapping[str, tuple[str, int]]
    joined_after: Mapping[str, tuple[str, ...]]
    questions: tuple[OrderQuestion, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    asleep: tuple[Asleep, ...] = ()
    rulings_in_force: frozenset[str] = frozenset()
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)


class _Guest(NamedTuple):
    """What stands in a gap: a new provision or a provision moved there."""

    place: Place
    change: Change
    claim: Claim


def arrange(
    base_order: tuple[str, ...], verdicts: Mapping[str, Verdict], now: Circumstances
) -> Structure:
    """The structure that the structural changes in `verdicts` (by cluster home) give."""
    guests: dict[str, list[_Guest]] = defaultdict(list)
    moved: dict[str, tuple[str, ...]] = {}
    new_numbers: dict[str, tuple[str, int]] = {}
    joined_after: dict[str, tuple[str, ...]] = {}
    asleep: list[Asleep] = []
    index_of = {each: index for index, each in enumerate(base_order)}
    for home, verdict in verdicts.items():
        standing = verdict.applied | verdict.bracketed
        for number in bits(standing & verdict.cluster.structural):
            change = verdict.cluster.changes[number]
            behind = change.credit(verdict.included, now.layers_on)
            if change.nature is Nature.NEW:
                new_numbers[change.provision] = (home, number)
                guest = Place(change.provision, PlaceRole.STANDS, behind.amendments)
                guests[change.after].append(
                    _Guest(guest, change, _claim(verdict, change, now, change.text or ""))
                )
            elif not verdict.applied >> number & 1:
                continue
            elif change.nature is Nature.MOVE:
                moved[change.provision] = behind.amendments
                guest = Place(change.provision, PlaceRole.MOVED_HERE, behind.amendments)
                tie = f"{index_of.get(change.provision, 0):09d}"
                guests[change.after].append(
                    _Guest(guest, change, _claim(verdict, change, now, tie))
                )
            elif _are_neighbours(change.touched, index_of):
                for each in sorted(change.touched, key=lambda p: index_of[p])[:-1]:
                    joined_after[each] = (*joined_after.get(each, ()), *behind.amendments)
            else:
                asleep.extend(Asleep(each, "not_neighbours") for each in behind.amendments)
    gaps = _Gaps(guests, now)
    places: list[Place] = list(gaps.at(START))
    for each in base_order:
        if each in moved:
            places.append(Place(each, PlaceRole.MOVED_AWAY, moved[each]))
        else:
            places.append(Place(each))
        if each in guests:
            places.extend(gaps.at(each))
    for lost in set(guests) - set(base_order) - {START}:
        places.extend(gaps.at(lost))
    return Structure(
        tuple(places),
        new_numbers,
        joined_after,
        tuple(gaps.questions),
        tuple(gaps.conflicts),
        tuple(asleep),
        frozenset(gaps.rulings),
        gaps.choices,
    )


def _claim(verdict: Verdict, change: Change, now: Circumstances, tie: str) -> Claim:
    behind = change.credit(verdict.included, now.layers_on)
    return claim_of([(change, behind)], (change.nature.value, tie), now.rank_of)


def _are_neighbours(touched: Iterable[str], index_of: Mapping[str, int]) -> bool:
    indices = sorted(index_of.get(each, -2) for each in touched)
    return indices[0] >= 0 and all(b == a + 1 for a, b in pairwise(indices))


def _with_labels(guests: list[_Guest]) -> list[Claim]:
    """The claims, with what the printed labels say about the order: 11 ter before 11 quater."""
    labels = [each.change.amendments[0].label for each in guests]
    in_turn = sorted({label_key(each) for each in labels if each})
    return [
        guest.claim._replace(
            places={**guest.claim.places, _PRINTED: in_turn.index(label_key(label))}
        )
        if label
        else guest.claim
        for guest, label in zip(guests, labels, strict=True)
    ]


class _Gaps:
    """Orders what stands in each gap and lists what only the rank decided."""

    def __init__(self, guests: Mapping[str, list[_Guest]], now: Circumstances) -> None:
        self._guests = guests
        self._now = now
        self.questions: list[OrderQuestion] = []
        self.conflicts: list[Conflict] = []
        self.rulings: list[str] = []
        self.choices: dict[str, tuple[Choice, ...]] = {}

    def at(self, gap: str) -> list[Place]:
        guests = self._guests.get(gap, [])
        if len(guests) < 2:
            return [each.place for each in guests]
        claims = _with_labels(guests)
        ordered = decided([each.change.ids for each in guests], claims, self._now.rulings)
        self.rulings.extend(ordered.rulings)
        places = [guests[index].place for group in ordered.groups for index in group]
        ids = tuple(each for place in places for each in place.amendments[:1])
        if ordered.by_rank or ordered.ruling:
            self.questions.append(OrderQuestion(gap, None, ids, ordered.ruling))
        for circle in ordered.circles:
            self._list_circle(gap, guests, claims, circle)
        return places

    def _list_circle(
        self, gap: str, guests: list[_Guest], claims: list[Claim], circle: Circle
    ) -> None:
        group = circle.members
        members = sorted(a for i in group for a in guests[i].place.amendments)
        delegations = dict.fromkeys(d for i in group for d in guests[i].claim.places)
        conflict = Conflict(
            f"{ConflictKind.ORDER}:{gap}:{'+'.join(members)}",
            ConflictKind.ORDER,
            guests[group[0]].place.provision,
            tuple(members),
            tuple(delegations),
            tuple(Range(guests[i].place.provision, 0, 0) for i in group),
            circle.ruling,
            circle.ruling is None,
        )
        self.conflicts.append(conflict)
        self.choices[conflict.id] = tuple(
            Choice(
                tuple(a for i in wanted for a in guests[i].place.amendments),
                self._behind(guests[i] for i in wanted),
            )
            for wanted in wanted_orders(claims, group)
        )

    def _behind(self, guests: Iterable[_Guest]) -> tuple[str, ...]:
        named = dict.fromkeys(d for each in guests for d in each.claim.places)
        return tuple(sorted(named, key=self._now.rank_of.__getitem__))
