"""The slow obvious engine: the whole session from scratch, told in the design's own words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from editor.negotiation.session import Session
from tests.laws.reference.order import Standing
from tests.laws.reference.pieces import Bracket, Piece, spelled
from tests.laws.reference.place_text import (
    PlaceText,
    PlaceWriter,
    Question,
    order_at,
    questions_at,
)
from tests.laws.reference.settling import (
    Bench,
    Quarrel,
    ids_of,
    settle_structure,
    settle_wholes,
    still_in_play,
)
from tests.laws.reference.wants import Key, Want, included, wants_of


@dataclass(frozen=True)
class Placed:
    """What the page shows at one place: a base provision (by id) or a new one (by its want)."""

    name: object
    role: str


@dataclass
class Reference:
    """The composition, as far as two independent writers can be expected to agree on it."""

    places: list[Placed] = field(default_factory=list)
    joined_after: frozenset[str] = frozenset()
    texts: dict[object, str] = field(default_factory=dict)
    """By base provision id, and by want for new provisions; brackets spelled in sorted order."""
    gone: set[str] = field(default_factory=set)
    merged_into: dict[str, str] = field(default_factory=dict)
    contested: set[str] = field(default_factory=set)
    beside: list[str] = field(default_factory=list)
    """How each place would read by each whole-provision want that waits for the Chair."""
    quarrels: list[Quarrel] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    asleep: frozenset[str] = frozenset()
    dormant: frozenset[str] = frozenset()
    included: frozenset[str] = frozenset()
    deleters: dict[str, dict[int, tuple[frozenset[str], frozenset[str]]]] = field(
        default_factory=dict
    )


class Composer:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.bench = Bench(session, included(session))
        self.wants = wants_of(session, self.bench.included)
        self.result = Reference(included=self.bench.included)
        self.inner_texts: dict[Key, tuple[Piece, ...]] = {}

    def compose(self) -> Reference:
        base = self.session.base_order
        outer = [each for each in self.wants if not is_inner(each)]
        contests = settle_wholes(self.bench, outer)
        in_play = contests.in_play
        self.set_aside(contests.aside)
        self.result.contested = {str(place) for e in contests.aside for place in e.touched}
        self.structure(in_play)
        for provision in base:
            self.provision(provision, in_play)
        self.finish_inner_texts()
        awake = self.bench.alive
        self.result.asleep = ids_of(
            each
            for each in self.wants
            if each.sort == "nothing" or (is_inner(each) and target_of(each) not in awake)
        )
        self.result.quarrels = self.bench.quarrels
        self.result.dormant = frozenset(self.session.rulings) - self.bench.in_force
        return self.result

    def set_aside(self, wants: Iterable[Want]) -> None:
        """What waits for the Chair is shown beside each place it touches."""
        for each in wants:
            self.bench.alive.add(each.key)
            there = spelled(self.inner(each, str(each.key[-1])))
            elsewhere = [""] * (len(each.touched) - 1)
            self.result.beside += [there, *elsewhere]

    def provision(self, provision: str, in_play: list[Want]) -> None:
        whole = next((e for e in in_play if e.is_whole and provision in e.touched), None)
        text = self.session.provisions[provision].text
        if whole is None:
            here = [e for e in in_play if e.sort == "words" and e.place == provision]
            written = self.write(provision, text, here)
            self.result.texts[provision] = spelled(written.pieces)
            if not self.result.texts[provision]:
                self.result.gone.add(provision)
            self.result.deleters[provision] = written.deleters
            return
        self.bench.alive.add(whole.key)
        self.result.deleters[provision] = dict.fromkeys(
            range(len(text)), (whole.members, whole.members)
        )
        if whole.sort == "join" and provision != whole.place:
            self.result.merged_into[provision] = str(whole.place)
            self.result.gone.add(provision)
            self.result.texts[provision] = ""
            return
        self.result.texts[provision] = spelled(self.inner(whole, str(whole.key[-1])))
        if not self.result.texts[provision]:
            self.result.gone.add(provision)

    def write(self, place: object, text: str, wants: list[Want]) -> PlaceText:
        written = PlaceWriter(self.bench, place, text, self.inner).write(wants)
        self.result.questions.extend(written.questions)
        return written

    def inner(self, want: Want, text: str) -> tuple[Piece, ...]:
        """The words that `want` brings, with the awake amendments to them."""
        is_bridge = bool(want.members & set(self.session.rulings))
        target: Key = ("bridge", *want.members) if is_bridge else want.key
        place: Key = ("in", target)
        self.bench.alive.add(target)
        if place not in self.inner_texts:
            self.inner_texts[place] = self.inner_text(place, text)
        return self.inner_texts[place]

    def inner_text(self, place: Key, text: str) -> tuple[Piece, ...]:
        wants = [each for each in self.wants if each.sort in ("words", "whole")]
        wants = [each for each in wants if each.place == place]
        if not wants:
            return (text,)
        contests = settle_wholes(self.bench, wants)
        self.set_aside(contests.aside)
        for each in contests.in_play:
            if each.is_whole:
                return self.inner(each, str(each.key[-1]))
        return self.write(place, text, contests.in_play).pieces

    def finish_inner_texts(self) -> None:
        """Amendments to wants that stand in an option are judged even where no text shows it."""
        while True:
            waiting = [
                each
                for each in self.wants
                if is_inner(each)
                and target_of(each) in self.bench.alive
                and each.place not in self.inner_texts
            ]
            if not waiting:
                return
            target = next(each for each in self.wants if each.key == target_of(waiting[0]))
            self.inner(target, text_of(target))

    def structure(self, in_play: list[Want]) -> None:
        wants = [each for each in in_play if each.sort in ("move", "drop", "new")]
        verdicts = settle_structure(self.bench, wants)
        held = {want for each in verdicts for want in each.held}
        wants = still_in_play(wants, verdicts)
        self.bench.alive |= {each.key for each in wants}
        moves = [each for each in wants if each.sort == "move" and each not in held]
        drops = [each for each in wants if each.sort == "drop" and each not in held]
        news = [each for each in wants if each.sort == "new"]
        self.result.joined_after = frozenset(left for each in drops for left in drop_of(each)[:-1])
        self.gap("", moves, news, held)
        away = {each.key[1] for each in moves}
        for provision in self.session.base_order:
            role = "moved_away" if provision in away else "stands"
            self.result.places.append(Placed(provision, role))
            self.gap(provision, moves, news, held)

    def gap(self, after: str, moves: list[Want], news: list[Want], held: set[Want]) -> None:
        standings: dict[Standing, Want] = {}
        for each in (*moves, *news):
            if after == (each.key[2] if each.sort == "move" else each.key[1]):
                text = text_of(each) if each.sort == "new" else self.after_all_new(each)
                standings[Standing(text, each.members)] = each
        if not standings:
            return
        self.result.questions.extend(questions_at(self.bench, after, None, standings))
        order = order_at(self.bench, standings)
        for standing in (each for unit in order.units for each in unit):
            want = standings[standing]
            if want.sort == "move":
                self.result.places.append(Placed(want.key[1], "moved_here"))
                continue
            self.result.places.append(Placed(want, "stands"))
            words = self.inner(want, text_of(want))
            pieces = (Bracket((words,), ()),) if want in held else words
            self.result.texts[want] = spelled(pieces)

    def after_all_new(self, move: Want) -> str:
        """Where nothing else tells, what moves follows what is new, in base order."""
        return f"\U0010ffff{self.session.base_order.index(str(move.key[1])):09d}"


def is_inner(want: Want) -> bool:
    return isinstance(want.key[1], tuple) and want.sort in ("words", "whole")


def target_of(want: Want) -> Key:
    place = want.key[1]
    assert isinstance(place, tuple)
    target = place[1]
    assert isinstance(target, tuple)
    return target


def drop_of(want: Want) -> tuple[str, ...]:
    joined = want.key[1]
    assert isinstance(joined, tuple)
    return joined


def text_of(want: Want) -> str:
    if want.sort == "words":
        return "".join(each.text for each in want.edits)
    return str(want.key[-1])


def compose_slowly(session: Session) -> Reference:
    return Composer(session).compose()
