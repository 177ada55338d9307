"""The text of one place (a provision, or the words an amendment brings) with what is wanted."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from editor.negotiation.conflict import ConflictKind
from editor.negotiation.ruling import Ruling, RulingKind
from editor.text.edit import Edit
from tests.laws.reference.characters import characters
from tests.laws.reference.order import Standing, in_order, is_for_rank_to_decide
from tests.laws.reference.pieces import AnyOrder, Bracket, Piece, spelled
from tests.laws.reference.settling import (
    Bench,
    Quarrel,
    ids_of,
    keys_of,
    largest_fitting,
    settle_deletions,
    settle_words,
    smallest,
    still_in_play,
)
from tests.laws.reference.wants import Want

InnerText = Callable[[Want, str], tuple[Piece, ...]]
"""The words a want brings, with the amendments to them."""


@dataclass(frozen=True)
class Question:
    """Different insertions at one point: who they are, in the order in which they stand."""

    place: object
    offset: int | None
    members: tuple[frozenset[str], ...]
    ruling: str | None


@dataclass
class PlaceText:
    pieces: tuple[Piece, ...] = ()
    questions: list[Question] = field(default_factory=list)
    deleters: dict[int, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    """Who must be named where a base character outside brackets is taken, and who may be."""


@dataclass(frozen=True)
class Range:
    """Where a conflict shows its alternatives, and the options that it shows there."""

    edits: frozenset[Edit]
    options: tuple[frozenset[Want], ...]

    @property
    def start(self) -> int:
        return min(each.start for each in self.edits)

    @property
    def end(self) -> int:
        return max(each.end for each in self.edits)


class PlaceWriter:
    """Writes one place from the wants that are in play there."""

    def __init__(self, bench: Bench, place: object, base: str, inner: InnerText) -> None:
        self.bench = bench
        self.place = place
        self.base = base
        self.inner = inner
        self.result = PlaceText()

    def write(self, wants: list[Want]) -> PlaceText:
        in_play = settle_deletions(self.bench, wants).in_play
        word_verdicts = settle_words(self.bench, in_play)
        in_play = still_in_play(in_play, word_verdicts)
        held = [each.held for each in word_verdicts if each.held]
        free = [each for each in in_play if not any(each in group for group in held)]
        self.bench.alive |= {each.key for each in in_play}
        ranges = [spot for group in held for spot in self.ranges(group, free)]
        ranges = [each for each in ranges if self.is_disputed(each, free)]
        self.result.pieces = tuple(self.written(free, ranges))
        self.note_deleters(free, in_play, ranges)
        return self.result

    def ranges(self, group: tuple[Want, ...], free: list[Want]) -> list[Range]:
        """Where the members of an open conflict reach: edits that overlap or touch together,
        unless something that nobody disputes stands where they touch."""
        options = tuple(largest_fitting(group, self.bench.exclude))
        undisputed = {edit for each in free for edit in each.edits}
        taken = {each.start for each in undisputed if each.is_insertion}
        loose = {edit for each in group for edit in each.edits}
        ranges = []
        while loose:
            cluster = {loose.pop()}
            while True:
                near = {e for e in loose if any(hang_together(e, c, taken) for c in cluster)}
                if not near:
                    break
                cluster |= near
                loose -= near
            ranges.append(Range(frozenset(cluster), options))
        return ranges

    def is_disputed(self, spot: Range, free: list[Want]) -> bool:
        """Whether the options differ here: what all delete anyway is no alternative."""
        options = [*spot.options, frozenset[Want]()]
        return len({spelled(self.within(spot, free, each)) for each in options}) > 1

    def written(self, free: list[Want], ranges: list[Range]) -> Iterable[Piece]:
        outside = {edit for each in free for edit in each.edits}
        outside -= {edit for spot in ranges for edit in spot.edits}
        gap = 0
        while True:
            self.ask_for_order(free, gap)
            yield from self.insertions(free, gap, self.order_ruled, outside)
            for each in ranges:
                if each.start == each.end == gap:
                    yield self.bracket(each, free)
            wide = next((r for r in ranges if r.start == gap < r.end), None)
            if wide:
                yield self.bracket(wide, free)
                gap = wide.end
                continue
            yield from self.replacement(free, gap)
            if gap == len(self.base):
                return
            if not any(gap in characters(edit) for each in free for edit in each.edits):
                yield self.base[gap]
            gap += 1

    def bracket(self, spot: Range, free: list[Want]) -> Bracket:
        wanted = tuple(tuple(self.within(spot, free, option)) for option in spot.options)
        return Bracket(wanted, tuple(self.within(spot, free, frozenset())))

    def within(self, spot: Range, free: list[Want], option: frozenset[Want]) -> Iterable[Piece]:
        """What stands in the range if `option` is taken; free deletions that reach in do."""
        wants = [*free, *option]
        for gap in range(spot.start, spot.end + 1):
            if gap in (spot.start, spot.end):
                yield from self.insertions(wants, gap, self.order_unruled, spot.edits)
            else:
                yield from self.insertions(wants, gap, self.order_unruled)
            if gap == spot.end:
                return
            yield from self.replacement(wants, gap)
            if not any(gap in characters(edit) for each in wants for edit in each.edits):
                yield self.base[gap]

    def replacement(self, wants: list[Want], gap: int) -> tuple[Piece, ...]:
        for edit in {e for each in wants for e in each.edits if e.start == gap < e.end}:
            if edit.text:
                return self.words(edit, wants)
        return ()

    def insertions(
        self,
        wants: list[Want],
        gap: int,
        order: Callable[[list[Standing]], list[tuple[Standing, ...]]],
        only: Collection[Edit] | None = None,
    ) -> Iterable[Piece]:
        """What is inserted at a gap by `wants`, or what of `only` is; then a paragraph break."""
        here = {e for each in wants for e in each.edits if e.start == e.end == gap}
        if only is not None:
            here &= set(only)
        breaks = {e for e in here if e.text == "\n"}
        standings = {
            Standing(e.text, ids_of(each for each in wants if e in each.edits)): e
            for e in here - breaks
        }
        for unit in order(list(standings)):
            words = [tuple(self.words(standings[each], wants)) for each in unit]
            yield from words[0] if len(unit) == 1 else (AnyOrder(tuple(words)),)
        yield from (e.text for e in breaks)

    def order_ruled(self, standings: list[Standing]) -> list[tuple[Standing, ...]]:
        return order_at(self.bench, standings).units

    def order_unruled(self, standings: list[Standing]) -> list[tuple[Standing, ...]]:
        """An order ruling speaks of what stands in the text, not of what an option would put."""
        return in_order(self.bench.session, standings)

    def ask_for_order(self, free: list[Want], gap: int) -> None:
        """List what the Chair may want to say about the undisputed insertions at a gap."""
        here = {e for each in free for e in each.edits if e.start == e.end == gap}
        standings = [
            Standing(e.text, ids_of(each for each in free if e in each.edits))
            for e in here
            if e.text != "\n"
        ]
        self.result.questions.extend(questions_at(self.bench, self.place, gap, standings))

    def words(self, edit: Edit, wants: list[Want]) -> tuple[Piece, ...]:
        """The text of an edit with the amendments to it, whichever want they were made to."""
        written: list[tuple[Piece, ...]] = [
            self.inner(each, edit.text) for each in wants if each.edits == (edit,)
        ]
        return next((each for each in written if each != (edit.text,)), (edit.text,))

    def note_deleters(self, free: list[Want], in_play: list[Want], ranges: list[Range]) -> None:
        bracketed = {char for spot in ranges for char in range(spot.start, spot.end)}
        for char in set(range(len(self.base))) - bracketed:
            takers = [
                ids_of(w for w in wants if any(char in characters(e) for e in w.edits))
                for wants in (free, in_play)
            ]
            self.result.deleters[char] = (takers[0], takers[1])


def hang_together(one: Edit, other: Edit, taken: set[int]) -> bool:
    """Whether two edits of one conflict overlap, or touch where nothing else stands."""
    if one.is_insertion and other.is_insertion:
        return one.start == other.start
    if one.end == other.start or other.end == one.start:
        return (one.end if one.end == other.start else one.start) not in taken
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True)
class Order:
    """What stands at one point, in order; `circles` are those that no two sponsors agree on,
    each with the ruling that says how all the same."""

    units: list[tuple[Standing, ...]]
    ruling: str | None = None
    circles: tuple[tuple[tuple[Standing, ...], str | None], ...] = ()


def order_at(bench: Bench, standings: Iterable[Standing]) -> Order:
    """The order of all that stands at one point: the Chair's, where a ruling says so of all of
    it, or of a circle in it."""
    here = list(standings)
    ruling = order_ruling(bench, here)
    if ruling is not None and len(here) > 1:
        return Order(as_ruled(bench, here, ruling), ruling.id)
    units: list[tuple[Standing, ...]] = []
    circles = []
    for unit in in_order(bench.session, here):
        ruling = order_ruling(bench, unit) if len(unit) > 1 else None
        units += as_ruled(bench, unit, ruling) if ruling else [unit]
        if len(unit) > 1:
            circles.append((unit, ruling.id if ruling else None))
    return Order(units, None, tuple(circles))


def order_ruling(bench: Bench, standings: Iterable[Standing]) -> Ruling | None:
    return smallest(
        each
        for each in bench.session.rulings.values()
        if each.how is RulingKind.ORDER and all(turn(bench, s, each.members) for s in standings)
    )


def as_ruled(
    bench: Bench, standings: Iterable[Standing], ruling: Ruling
) -> list[tuple[Standing, ...]]:
    bench.in_force.add(ruling.id)
    return [(each,) for each in sorted(standings, key=lambda s: turn(bench, s, ruling.choice))]


def turn(bench: Bench, standing: Standing, choice: Iterable[str]) -> list[int]:
    """Where in `choice` the standing, or what equals it, is named."""
    wanted = keys_of(bench.session, standing.members)
    return [index for index, each in enumerate(choice) if wanted & keys_of(bench.session, [each])]


def questions_at(
    bench: Bench, place: object, offset: int | None, standings: Iterable[Standing]
) -> list[Question]:
    """The order question at one point; its circles are listed as conflicts."""
    order = order_at(bench, standings)
    for circle, ruling in order.circles:
        members = frozenset().union(*(each.members for each in circle))
        bench.quarrels.append(Quarrel(ConflictKind.ORDER, members, ruling, is_open=ruling is None))
    in_line = [each for unit in order.units for each in unit]
    if order.ruling or (not order.circles and is_for_rank_to_decide(bench.session, in_line)):
        ids = tuple(each.members for each in in_line)
        return [Question(place, offset, ids, order.ruling)]
    return []
