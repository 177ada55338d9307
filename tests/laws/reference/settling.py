"""Which wants are met, which are held in an open conflict, which a ruling has left out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations

from editor.negotiation.conflict import ConflictKind
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.laws.reference.characters import characters, edits_exclude, normal_single
from tests.laws.reference.wants import (
    Key,
    Want,
    declared_alternatives,
    key_of,
    keys_exclude,
    structure_excludes,
    text_of_place,
)

Relation = Callable[[Want, Want], bool]


@dataclass(frozen=True)
class Quarrel:
    """A conflict: only what two independent writers can be expected to agree on."""

    kind: ConflictKind
    members: frozenset[str]
    ruling: str | None
    is_open: bool


@dataclass
class Bench:
    """The session, and what has been found out about it so far."""

    session: Session
    included: frozenset[str]
    quarrels: list[Quarrel] = field(default_factory=list)
    in_force: set[str] = field(default_factory=set)
    alive: set[Key] = field(default_factory=set)
    """Wants that are in the text or in an option."""

    def exclude(self, one: Want, other: Want) -> bool:
        return keys_exclude(self.session, one, other)


@dataclass(frozen=True)
class Verdict:
    """What becomes of the wants of one conflict."""

    group: tuple[Want, ...]
    ruling: Ruling | None
    met: tuple[Want, ...] = ()
    held: tuple[Want, ...] = ()


def components(wants: Iterable[Want], related: Relation) -> list[tuple[Want, ...]]:
    """The groups of at least two wants that hang together."""
    left = list(wants)
    groups = []
    while left:
        group = [left.pop(0)]
        for each in group:
            near = [other for other in left if related(each, other) or related(other, each)]
            group.extend(near)
            left = [other for other in left if other not in near]
        if len(group) > 1:
            groups.append(tuple(group))
    return groups


def ids_of(wants: Iterable[Want]) -> frozenset[str]:
    return frozenset().union(*(each.members for each in wants))


def keys_of(session: Session, ids: Iterable[str]) -> set[Key]:
    """What some amendments, bridging texts among them, want."""
    return {
        ("bridge", each) if each in session.rulings else key_of(session, session.amendments[each])
        for each in ids
    }


def settle(
    bench: Bench,
    kind: ConflictKind,
    group: tuple[Want, ...],
    related: Relation,
    bridge_fits: Callable[[Ruling], bool],
) -> Verdict:
    """Rule 8: the smallest ruling in force decides; without one all are held."""
    verdict = judged(bench, group, ruling_on(bench, group, related, bridge_fits))
    note_quarrel(bench, kind, verdict)
    return verdict


def ruling_on(
    bench: Bench,
    group: tuple[Want, ...],
    related: Relation,
    bridge_fits: Callable[[Ruling], bool],
) -> Ruling | None:
    live = {each.key for each in group}

    def applies(ruling: Ruling) -> bool:
        if not live <= keys_of(bench.session, ruling.members):
            return False
        if ruling.how is RulingKind.OPTION:
            taken = chosen(bench, group, ruling)
            return bool(taken) and not any(related(a, b) for a, b in combinations(taken, 2))
        if ruling.how is RulingKind.BRIDGE:
            rest = keys_of(bench.session, ruling.members & bench.included) - live
            return not rest and bridge_fits(ruling)
        return ruling.how is not RulingKind.ORDER

    return smallest(each for each in bench.session.rulings.values() if applies(each))


def chosen(bench: Bench, group: tuple[Want, ...], ruling: Ruling) -> tuple[Want, ...]:
    return tuple(each for each in group if each.key in keys_of(bench.session, ruling.choice))


def judged(bench: Bench, group: tuple[Want, ...], ruling: Ruling | None) -> Verdict:
    """What a ruling makes of a conflict."""
    if ruling is None or ruling.how is RulingKind.BRACKET:
        return Verdict(group, ruling, held=group)
    if ruling.how is RulingKind.OPTION:
        return Verdict(group, ruling, met=chosen(bench, group, ruling))
    if ruling.how is RulingKind.BRIDGE:
        return Verdict(group, ruling, met=(bridge_want(bench.session, ruling, group),))
    return Verdict(group, ruling)


def note_quarrel(bench: Bench, kind: ConflictKind, verdict: Verdict) -> None:
    members = ids_of(verdict.group)
    if verdict.ruling is None:
        bench.quarrels.append(Quarrel(kind, members, None, is_open=True))
        return
    bench.in_force.add(verdict.ruling.id)
    bench.quarrels.append(Quarrel(kind, members, verdict.ruling.id, is_open=False))


def smallest(rulings: Iterable[Ruling]) -> Ruling | None:
    """The smallest set wins; of two of one size, the first by its members."""
    return min(rulings, key=lambda each: (len(each.members), sorted(each.members)), default=None)


def bridge_want(session: Session, ruling: Ruling, group: tuple[Want, ...]) -> Want:
    """The Chair's text in place of everything the ruling's members reach."""
    hull = bridge_hull(session, ruling)
    assert hull is not None
    place, reach = hull
    if any(each.is_whole for each in group):
        return Want(("whole", place, ruling.text), frozenset({ruling.id}))
    member = next(each for each in ruling.members if each in session.amendments)
    base = text_of_place(session, session.amendments[member])
    edit = normal_single(base, Edit(reach.start, reach.stop, ruling.text))
    return Want(("words", place, (edit,)), frozenset({ruling.id}))


def bridge_hull(session: Session, ruling: Ruling) -> tuple[object, range] | None:
    """Place and range of a bridging text; None when its members are not all in one place."""
    reaches: list[tuple[object, int, int]] = []
    for each in ruling.members & set(session.amendments):
        want = Want(key_of(session, session.amendments[each]), frozenset({each}))
        if want.sort == "words":
            reaches += [(want.place, edit.start, edit.end) for edit in want.edits]
        elif want.is_whole:
            end = len(text_of_place(session, session.amendments[each]))
            reaches += [(place, 0, end) for place in want.touched]
        else:
            return None
    if len({place for place, _, _ in reaches}) != 1:
        return None
    start, end = min(start for _, start, _ in reaches), max(end for _, _, end in reaches)
    return reaches[0][0], range(start, end)


@dataclass(frozen=True)
class Contest:
    """Who would take something away, and who opposes that."""

    takers: tuple[Want, ...]
    opponents: tuple[Want, ...]

    @property
    def group(self) -> tuple[Want, ...]:
        return tuple(dict.fromkeys((*self.takers, *self.opponents)))


@dataclass(frozen=True)
class Contests:
    """What the contests of one kind leave: the wants `aside` wait for the Chair, and do not
    act; `in_play` are all the others that no ruling has left out, with the Chair's texts."""

    aside: tuple[Want, ...]
    in_play: list[Want]


def settle_wholes(bench: Bench, wants: list[Want]) -> Contests:
    """Rule 4: whole-provision wants against each other and against all else in the provision."""

    def related(one: Want, other: Want) -> bool:
        if not (one.is_whole or other.is_whole):
            return False
        return bench.exclude(one, other)

    def share_a_place(one: Want, other: Want) -> bool:
        return bool(one.touched & other.touched)

    def contests(standing: list[Want]) -> list[Contest]:
        wholes = [each for each in standing if each.is_whole]
        groups = components(wholes, share_a_place)
        groups += [(each,) for each in wholes if not any(each in group for group in groups)]
        opposed = [
            Contest(group, tuple(e for e in standing if any(related(e, w) for w in group)))
            for group in groups
        ]
        return [each for each in opposed if len(each.group) > 1]

    return settle_contests(
        bench,
        ConflictKind.PROVISION,
        wants,
        contests,
        related,
        lambda ruling, *_: bridge_hull(bench.session, ruling) is not None,
    )


def still_in_play(wants: list[Want], verdicts: list[Verdict]) -> list[Want]:
    """What no ruling has left out, with the bridging texts that rulings have brought."""
    ruled = {want for each in verdicts if not each.held for want in each.group}
    met = [want for each in verdicts for want in each.met]
    return [each for each in wants if each not in ruled] + met


def settle_structure(bench: Bench, wants: list[Want]) -> list[Verdict]:
    """Rule 10: moves, dropped breaks and new provisions that exclude each other."""

    def related(one: Want, other: Want) -> bool:
        return (
            structure_excludes(one, other)
            or structure_excludes(other, one)
            or declared_alternatives(bench.session, one, other)
        )

    return [
        settle(bench, ConflictKind.STRUCTURE, group, related, lambda _: False)
        for group in components(wants, related)
    ]


def is_phrase_deletion(want: Want) -> bool:
    return len(want.edits) == 1 and want.edits[0].is_deletion


def is_contested(bench: Bench, deletion: Want, wants: list[Want]) -> bool:
    """Rule 4: all who oppose a phrase deletion stay within its range, none with exactly it."""
    if not is_phrase_deletion(deletion):
        return False
    phrase = deletion.edits[0]
    opponents = [each for each in wants if each != deletion and bench.exclude(each, deletion)]
    if any(declared_alternatives(bench.session, each, deletion) for each in opponents):
        return False
    opposing = [edit for each in opponents for edit in each.edits if edits_exclude(edit, phrase)]
    return bool(opposing) and all(
        phrase.start <= edit.start
        and edit.end <= phrase.end
        and (edit.start, edit.end) != (phrase.start, phrase.end)
        for edit in opposing
    )


def settle_deletions(bench: Bench, wants: list[Want]) -> Contests:
    """The contested deletions among `wants`, each against all who are inside it, and what the
    Chair made of them."""

    def contests(standing: list[Want]) -> list[Contest]:
        return [
            Contest((each,), tuple(other for other in standing if bench.exclude(each, other)))
            for each in standing
            if is_contested(bench, each, standing)
        ]

    return settle_contests(
        bench,
        ConflictKind.DELETION,
        wants,
        contests,
        bench.exclude,
        lambda ruling, group, standing: bridge_fits(bench, ruling, group, standing),
    )


def settle_contests(
    bench: Bench,
    kind: ConflictKind,
    wants: list[Want],
    contests: Callable[[list[Want]], list[Contest]],
    related: Relation,
    bridge_fits: Callable[[Ruling, tuple[Want, ...], list[Want]], bool],
) -> Contests:
    """Whoever loses by any ruling is out. What the Chair has not decided, or wants to stay in
    brackets, is judged when all that is decided is done: it dissolves when nobody is left to
    oppose it."""

    def verdict_on(group: tuple[Want, ...], present: list[Want]) -> Verdict:
        def fits(ruling: Ruling) -> bool:
            return bridge_fits(ruling, group, present)

        return judged(bench, group, ruling_on(bench, group, related, fits))

    standing, brought = list(wants), list[Want]()
    while True:
        found = contests(standing)
        present = [*standing, *brought]
        verdicts = [verdict_on(each.group, present) for each in found]
        decided = [each for each in verdicts if not each.held]
        if not decided:
            break
        for each in decided:
            note_quarrel(bench, kind, each)
        losers = {want for each in decided for want in each.group if want not in each.met}
        standing = [each for each in standing if each not in losers]
        brought += [want for each in decided for want in each.met if want not in wants]
    for each in verdicts:
        note_quarrel(bench, kind, each)
    aside = {want: None for contest in found for want in contest.takers}
    return Contests(tuple(aside), [each for each in standing if each not in aside] + brought)


def settle_words(bench: Bench, wants: list[Want]) -> list[Verdict]:
    """Rule 6. What a ruling takes out of the way, or brings, may let a bridging text stand or
    keep it from it; so the others are looked at again."""
    standing, decided = list(wants), list[Verdict]()
    while True:
        verdicts = [
            word_verdict(bench, group, standing) for group in held_together(bench, standing)
        ]
        takes_sides = [each for each in verdicts if not each.held]
        if not takes_sides:
            break
        decided += takes_sides
        standing = still_in_play(standing, takes_sides)
    for each in decided + verdicts:
        note_quarrel(bench, ConflictKind.WORDS, each)
    return decided + verdicts


def word_verdict(bench: Bench, group: tuple[Want, ...], wants: list[Want]) -> Verdict:
    def fits(ruling: Ruling) -> bool:
        return bridge_fits(bench, ruling, group, wants)

    return judged(bench, group, ruling_on(bench, group, bench.exclude, fits))


def held_together(bench: Bench, wants: list[Want]) -> list[tuple[Want, ...]]:
    """The conflicts about words; open ones that deletions of both sides bring onto the same
    characters are one."""

    def reach(group: tuple[Want, ...]) -> set[int]:
        return {char for want in group for edit in want.edits for char in characters(edit)}

    groups = components(wants, bench.exclude)
    is_held = {each: bool(word_verdict(bench, each, wants).held) for each in groups}
    held = [each for each in groups if is_held[each]]
    while pair := next(((a, b) for a, b in combinations(held, 2) if reach(a) & reach(b)), None):
        held = [each for each in held if each not in pair] + [(*pair[0], *pair[1])]
    return [each for each in groups if not is_held[each]] + held


def bridge_fits(bench: Bench, ruling: Ruling, group: tuple[Want, ...], wants: list[Want]) -> bool:
    """Whether the bridging text leaves alone what others want."""
    if bridge_hull(bench.session, ruling) is None:
        return False
    bridge = bridge_want(bench.session, ruling, group)
    if bridge.is_whole:
        return True
    return not any(
        edits_exclude(edit, theirs)
        for edit in bridge.edits
        for each in wants
        if each not in group
        for theirs in each.edits
    )


def largest_fitting(group: tuple[Want, ...], related: Relation) -> list[frozenset[Want]]:
    """The maximal sets of wants that fit together; above 24 wants, each alone."""
    if len(group) > 24:
        return [frozenset({each}) for each in group]
    fitting = [
        frozenset(some)
        for size in range(1, len(group) + 1)
        for some in combinations(group, size)
        if not any(related(a, b) for a, b in combinations(some, 2))
    ]
    return [each for each in fitting if not any(each < other for other in fitting)]
