"""A cluster: provisions that can only be judged together, with all changes wanted in them.

Nearly always one provision and the gap after it; joins, dropped breaks and alternatives across
provisions make larger ones. Everything here is fixed when proposals are entered: switching
layers and deciding only picks bits.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.bridge import bridge_of
from editor.negotiation.change import Change, Nature
from editor.negotiation.clash import bits, clash_masks, engulfed_masks, fitting_sets
from editor.negotiation.grounds import changes_of, place_in_normal_form
from editor.negotiation.ruling import Ruling
from editor.text.edit import Edit


@dataclass(frozen=True)
class Cluster:
    """`texts` by provision id (START has none); `clash` and `engulfed` as in `clash.py`;
    `inner` are the clusters of amendments to a change, by its number, `grounds` those of
    amendments to a bridging text, by the id of its ruling; `points` the changes
    that insert at one point of a text, where there are several. `equals` gives the change to
    which a withdrawn, parked or superseded amendment is equal: rulings and amendments to it
    still hold. `unplaced` are proposed amendments that fit nowhere, with the reason."""

    texts: Mapping[str, str]
    changes: tuple[Change, ...]
    number_of: Mapping[str, int]
    clash: tuple[int, ...]
    engulfed: Mapping[int, int]
    wholes: int
    structural: int
    points: tuple[tuple[str, int, int], ...]
    inner: Mapping[int, "Cluster"]
    equals: Mapping[str, int]
    unplaced: Mapping[str, tuple[Amendment, str]]
    grounds: Mapping[str, "Cluster"] = field(default_factory=dict)

    @cached_property
    def has_clashes(self) -> bool:
        return any(self.clash)

    @cached_property
    def is_plain(self) -> bool:
        """Whether everything in it can stand as it is, whatever is included."""
        return not (self.has_clashes or self.points or self.inner or self.grounds)

    def bridge(self, ruling: Ruling) -> Change | None:
        """What the bridging text of a ruling comes to here, if it has a place."""
        changes = [self.changes[number] for number in bits(self.mask(ruling.members))]
        found = bridge_of(self.texts, changes, ruling)
        return found.change if found is not None else None

    @cached_property
    def bridged(self) -> frozenset[str]:
        """The rulings whose bridging texts are amended here, or in what is inserted here."""
        within = [*self.inner.values(), *self.grounds.values()]
        return frozenset(self.grounds).union(*(each.bridged for each in within))

    @cached_property
    def _options(self) -> dict[int, tuple[int, ...]]:
        return {}

    @cached_property
    def _atoms(self) -> dict[str, tuple[tuple[Edit, int], ...]]:
        return {}

    def atoms(self, provision: str) -> tuple[tuple[Edit, int], ...]:
        """The distinct edits of one text in order, each with the changes it belongs to."""
        found = self._atoms.get(provision)
        if found is None:
            masks: dict[Edit, int] = defaultdict(int)
            for number, change in enumerate(self.changes):
                if change.provision == provision:
                    for edit in change.edits:
                        masks[edit] |= 1 << number
            found = tuple(sorted(masks.items(), key=_place))
            self._atoms[provision] = found
        return found

    def options(self, members: int) -> tuple[int, ...]:
        """The maximal fitting sets of `members`; computed once for each set of members."""
        if members not in self._options:
            self._options[members] = fitting_sets(members, self.clash)
        return self._options[members]

    def is_truncated(self, members: int) -> bool:
        """Whether some of `members` fit together and yet `options` has them only singly."""
        some_fit = any(members & ~self.clash[each] & ~(1 << each) for each in bits(members))
        return some_fit and not any(each & (each - 1) for each in self.options(members))

    def ids(self, mask: int) -> tuple[str, ...]:
        """Ids of all amendments of the changes in `mask`."""
        return tuple(each for number in bits(mask) for each in self.changes[number].ids)

    def mask(self, amendments: Iterable[str]) -> int:
        """The changes to which any of `amendments` belongs."""
        mask = 0
        number_of, equals = self.number_of, self.equals
        for each in amendments:
            number = number_of[each] if each in number_of else equals.get(each)
            if number is not None:
                mask |= 1 << number
        return mask


def cluster_of(
    texts: Mapping[str, str],
    amendments: Iterable[Amendment],
    followers: Mapping[str, Iterable[Amendment]],
    strays: Collection[Amendment] = (),
    bridges: Collection[Ruling] = (),
) -> Cluster:
    """The cluster of the provisions `texts` (by id) and the amendments at home in them, in
    whatever state.

    `followers` gives, by the id of an amendment or of a ruling, the amendments to it or to its
    bridging text; `bridges` are the rulings whose bridging texts are amended; `strays` amend
    what is no amendment: a bridging text, or nothing that there is.
    """
    found = _at_home(texts, amendments)
    changes, equals, lost, unplaced = found.changes, found.equals, found.lost, found.unplaced
    inner: dict[int, Cluster] = {}
    for number, change in enumerate(changes):
        text = texts.get(change.provision, "")
        ground = _ground(text, change, found.standing[number], followers, unplaced)
        if ground:
            words = {change.provision: change.inserted}
            inner[number] = cluster_of(words, ground, followers, (), bridges)
    number_of = {each.id: n for n, change in enumerate(changes) for each in change.amendments}
    grounds: dict[str, Cluster] = {}
    for ruling in bridges:
        numbers = {number_of.get(each, equals.get(each)) for each in ruling.members} - {None}
        settled = [change for n, change in enumerate(changes) if n in numbers]
        bridge = bridge_of(texts, settled, ruling)
        if bridge is not None:
            text = texts.get(bridge.change.provision, "")
            ground = _ground(text, bridge.change, (bridge.entered,), followers, unplaced)
            words = {bridge.change.provision: bridge.change.inserted}
            grounds[ruling.id] = cluster_of(words, ground, followers, (), bridges)
    found_home = set(grounds).union(*(e.bridged for e in (*inner.values(), *grounds.values())))
    for each in strays:
        if each.target not in found_home:
            lost.append(each)
            if each.state is AmendmentState.PROPOSED:
                unplaced[each.id] = each, "target_not_included"
    for each in lost:
        _put_to_sleep(each, followers, unplaced)
    clash = clash_masks(changes)
    return Cluster(
        texts=dict(texts),
        changes=tuple(changes),
        number_of=number_of,
        clash=tuple(clash),
        engulfed=engulfed_masks(changes, clash),
        wholes=_mask(changes, Nature.WHOLE),
        structural=_mask(changes, Nature.NEW, Nature.MOVE, Nature.DROP),
        points=_points(changes),
        inner=inner,
        equals=equals,
        unplaced=unplaced,
        grounds=grounds,
    )


class _AtHome(NamedTuple):
    """The changes wanted in some provisions; `equals` and `unplaced` as in a cluster. `standing`
    are all amendments of a change, retired ones too, `lost` those that are in none."""

    changes: list[Change]
    equals: dict[str, int]
    standing: dict[int, list[Amendment]]
    lost: list[Amendment]
    unplaced: dict[str, tuple[Amendment, str]]


def _at_home(texts: Mapping[str, str], amendments: Iterable[Amendment]) -> _AtHome:
    by_provision: dict[str, list[Amendment]] = defaultdict(list)
    for amendment in amendments:
        by_provision[amendment.provision if amendment.provision in texts else ""].append(amendment)
    home = _AtHome([], {}, {}, [], {})
    for provision, wanted in by_provision.items():
        found = changes_of(texts.get(provision, ""), wanted)
        for change, retired in found.changes:
            number = len(home.changes)
            home.standing[number] = [*change.amendments, *retired]
            home.equals.update((each.id, number) for each in retired)
            home.changes.append(change)
        home.lost.extend((*found.misfits, *found.retired))
        home.unplaced.update((each.id, (each, "misplaced")) for each in found.misfits)
    return home


def _ground(
    text: str,
    change: Change,
    targets: Iterable[Amendment],
    followers: Mapping[str, Iterable[Amendment]],
    unplaced: dict[str, tuple[Amendment, str]],
) -> list[Amendment]:
    """The amendments to `change`, in code points of what its normal form inserts."""
    placed = []
    for target in targets:
        for follower in followers.get(target.id, ()):
            edits = place_in_normal_form(text, target, change, follower.edits)
            if edits is not None:
                placed.append(replace(follower, edits=edits, provision=change.provision))
            elif follower.state is AmendmentState.PROPOSED:
                unplaced[follower.id] = follower, "misplaced"
    return placed


def _put_to_sleep(
    target: Amendment,
    followers: Mapping[str, Iterable[Amendment]],
    unplaced: dict[str, tuple[Amendment, str]],
) -> None:
    """Amendments to what is nowhere in the text, and amendments to those."""
    for follower in followers.get(target.id, ()):
        if follower.id in unplaced:
            continue
        if follower.state is AmendmentState.PROPOSED:
            unplaced[follower.id] = follower, "target_not_included"
        _put_to_sleep(follower, followers, unplaced)


def _place(atom: tuple[Edit, int]) -> tuple[int, int]:
    return atom[0].start, atom[0].end


def _mask(changes: Iterable[Change], *natures: Nature) -> int:
    return sum(1 << n for n, change in enumerate(changes) if change.nature in natures)


def _points(changes: Iterable[Change]) -> tuple[tuple[str, int, int], ...]:
    at_point: dict[tuple[str, int], int] = defaultdict(int)
    for number, change in enumerate(changes):
        for edit in change.edits:
            if edit.is_insertion:
                at_point[change.provision, edit.start] |= 1 << number
    return tuple(
        (provision, offset, mask)
        for (provision, offset), mask in sorted(at_point.items())
        if mask & (mask - 1)
    )
