"""Carrying proposals over: each into the words, gaps and provisions of the new base."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from editor.negotiation.adoption.atlas import Atlas, Part, Placed
from editor.negotiation.adoption.ground import Turn
from editor.negotiation.adoption.guests import Guest
from editor.negotiation.adoption.in_words import InWords, normal, reworded, slides_over, told_apart
from editor.negotiation.adoption.kept_rulings import left_of
from editor.negotiation.adoption.new_base import GapSlot, NewBase
from editor.negotiation.adoption.reasons import Reason
from editor.negotiation.adoption.sequence import Source
from editor.negotiation.adoption.sorting import Adopted, Carried, Fates
from editor.negotiation.amendment import START, Amendment, AmendmentKind, AmendmentState
from editor.negotiation.change import Change, Nature
from editor.negotiation.entering import inserted_text
from editor.negotiation.grounds import BREAK, place_in_normal_form
from editor.negotiation.session import Session
from editor.text.edit import Edit


@dataclass
class Result:
    """`rows` as they are in the new session; `standing` the provisions that stay in the base;
    `points` and `gaps` tell what is carried over to one place, in order."""

    rows: dict[str, Amendment] = field(default_factory=dict)
    standing: frozenset[str] = frozenset()
    points: dict[tuple[str, int], list[tuple[tuple[int, Turn], Carried]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    gaps: dict[str, list[tuple[tuple[int, Turn], Carried]]] = field(
        default_factory=lambda: defaultdict(list)
    )


def carry_over(
    session: Session, fates: Fates, base: NewBase, guests: Mapping[Guest, Turn]
) -> Result:
    """Every proposal that can go on, in the new coordinates; those that turn out not to are
    added to what `fates` refuses."""
    return _Carrier(session, fates, base, guests).result()


class _Carrier:
    def __init__(
        self, session: Session, fates: Fates, base: NewBase, guests: Mapping[Guest, Turn]
    ) -> None:
        self.session = session
        self.fates = fates
        self.base = base
        self.guests = guests
        self.atlas = Atlas(base.parts)
        self.part_of = {each.id: each for each in base.parts}
        self.first_of: dict[str, Part] = {}
        self.last_of: dict[str, Part] = {}
        for part in base.parts:
            for head in part.heads:
                self.first_of.setdefault(head, part)
                self.last_of[head] = part
        self.done = Result()
        self.outer: dict[str, Carried] = {}

    def result(self) -> Result:
        worded = []
        for carried in self.fates.carried:
            match carried.change.nature:
                case Nature.WORDS:
                    worded.append(carried)
                case Nature.WHOLE if self._is_inside(carried):
                    worded.append(_as_words(carried, self._length(carried)))
                case Nature.NEW | Nature.MOVE:
                    pass
                case _:
                    self._carry_whole(carried)
        self._carry_words(worded)
        self._keep_idle()
        self._settle_standing()
        anchors = self.base.anchors(self.done.standing)
        for carried in self.fates.carried:
            if carried.change.nature in (Nature.NEW, Nature.MOVE):
                self._carry_guest(carried, anchors)
        self._carry_followers()
        return self.done

    def _put(self, carried: Carried, row: Amendment) -> None:
        self.done.rows[row.id] = row
        self.outer[row.id] = carried

    def _refuse(self, carried: Carried, reason: Reason) -> None:
        for row in carried.rows:
            self.fates.refuse(row, reason)

    def _contain(self, carried: Carried) -> None:
        """What it wants is in the text already."""
        mine = tuple(row for row in carried.rows if row.state is AmendmentState.PROPOSED)
        for row in carried.rows:
            if row not in mine:
                self.fates.refuse(row, Reason.CONTAINED)
        if mine:
            self.fates.adopted.append(Adopted(carried.change, carried.source, mine))

    def _is_inside(self, carried: Carried) -> bool:
        """Whether what it takes away is only a part of a new provision."""
        if carried.source.of != "provisions":
            return True
        part = self.first_of.get(carried.change.provision)
        return part is not None and len(part.heads) > 1 and not carried.change.provisions

    def _length(self, carried: Carried) -> int:
        source = carried.source
        if source.of == "provisions":
            return len(self.session.provisions[source.key].text)
        if source.of == "rulings":
            return len(self.session.rulings[source.key].text)
        adopted = {each.change.ids[0]: each.change for each in self.fates.adopted}
        return len(adopted[source.key].inserted)

    def _carry_whole(self, carried: Carried) -> None:
        """Deleting, replacing or joining whole provisions; dropping a break."""
        change = carried.change
        if change.nature is Nature.DROP:
            self._carry_drop(carried)
            return
        part = self.part_of.get(change.provision)
        if part is None or any(each not in self.part_of for each in change.touched):
            self._refuse(carried, Reason.DELETED)
            return
        if self.first_of[part.id] != self.last_of[part.id]:
            self._refuse(carried, Reason.OVER_BREAK)
            return
        for row in carried.rows:
            self._put(carried, _said_as_whole(row, change))

    def _carry_drop(self, carried: Carried) -> None:
        change = carried.change
        order = {each: index for index, each in enumerate(self.session.base_order)}
        touched = sorted(change.touched, key=lambda each: order.get(each, -1))
        if any(each not in self.first_of for each in touched):
            self._refuse(carried, Reason.DELETED)
            return
        if any(self.first_of[each] != self.last_of[each] for each in touched[1:-1]):
            self._refuse(carried, Reason.OVER_BREAK)
            return
        joined = [self.last_of[touched[0]], *(self.first_of[each] for each in touched[1:])]
        kept = tuple(dict.fromkeys(part.id for part in joined))
        found = self._placed(carried, change.edits)
        if found is None:
            self._refuse(carried, Reason.OVER_BREAK)
            return
        provision, edits, _ = found
        if len(kept) < min(2, len(touched)):
            self._contain(carried)
            return
        for row in carried.rows:
            self._put(
                carried,
                replace(row, provision=provision or kept[0], provisions=kept, edits=edits),
            )

    def _placed(
        self, carried: Carried, edits: Iterable[Edit]
    ) -> tuple[str, tuple[Edit, ...], tuple[tuple[int, int, Turn], ...]] | None:
        """The edits that are not adopted yet, in the one provision in which they now are."""
        ground, change = carried.ground, carried.change
        adopted = ground.atoms(change.provision) if ground else {}
        found: list[Placed] = []
        turns = []
        for edit in edits:
            if edit in adopted:
                continue
            turn = Turn()
            if edit.is_insertion and ground is not None:
                turn = ground.turns_at(change.provision, edit.start).get(edit, Turn())
            there = self.fates.placed(carried.source, (edit,))
            if there is None:
                return None
            source, (own,) = there
            placed = self.atlas.placed(source, own, turn.behind)
            if placed is None:
                return None
            found.extend(placed)
            turns += [(each.edit.start, each.turn, turn) for each in placed if each.turn >= 0]
        provisions = {each.provision for each in found}
        if len(provisions) > 1:
            return None
        return next(iter(provisions), ""), tuple(each.edit for each in found), tuple(turns)

    def _carry_words(self, worded: Iterable[Carried]) -> None:
        found: list[InWords] = []
        for carried in worded:
            each = self._in_words(carried)
            if each is not None:
                found.append(each)
        by_provision: dict[str, list[InWords]] = defaultdict(list)
        for each in found:
            by_provision[each.provision].append(each)
        for provision, here in by_provision.items():
            part = self.part_of[provision]
            clear = told_apart(part.text, [each for each in here if self._is_at_rest(part, each)])
            for each in here:
                if each in clear:
                    self._put_words(part, each)
                else:
                    self._refuse(each.carried, Reason.UNCLEAR)

    def _in_words(self, carried: Carried) -> InWords | None:
        change = carried.change
        placed = self._placed(carried, change.edits)
        if placed is None:
            self._refuse(carried, Reason.OVER_BREAK)
            return None
        provision, edits, turns = placed
        if not edits:
            self._contain(carried)
            return None
        breaks = [each for each in edits if each.text == BREAK and each.is_insertion]
        at = None
        if carried.rows[0].kind is AmendmentKind.SPLIT and breaks:
            at = breaks[0].start
            edits = tuple(each for each in edits if each is not breaks[0])
            if not 0 < at < len(self.part_of[provision].text):
                self._refuse(carried, Reason.MISPLACED)
                return None
        elif not normal(self.part_of[provision].text, edits, None):
            self._contain(carried)
            return None
        return InWords(carried, provision, edits, at, turns)

    def _is_at_rest(self, part: Part, words: InWords) -> bool:
        """Whether it stays where it is in normal form, if others amend its words: to them its
        place among equal words makes a difference."""
        ids = {row.id for row in words.carried.rows}
        if all(each.target not in ids for each in self.fates.followers):
            return True
        return slides_over(part.text, words) is None

    def _put_words(self, part: Part, words: InWords) -> None:
        carried = words.carried
        before = self.session.provisions.get(part.id)
        is_same = (
            carried.source == Source("provisions", part.id)
            and before is not None
            and part.is_as_before(before.text)
        )
        edits = normal(part.text, words.edits, words.at)
        for row in carried.rows:
            self._put(carried, row if is_same else reworded(row, part, edits, words.at))
        for offset, slot, turn in words.turns:
            self.done.points[part.id, offset].append(((slot, turn), carried))

    def _keep_idle(self) -> None:
        """What fits nowhere goes on doing so, where its text is as it was."""
        for row in self.fates.idle:
            before = self.session.provisions.get(row.provision)
            part = self.part_of.get(row.provision)
            if row.target is None and before and part and part.is_as_before(before.text):
                self.done.rows[row.id] = row
            else:
                self.fates.refuse(row, Reason.MISPLACED)

    def _settle_standing(self) -> None:
        """A provision all of whose words are gone stays only for proposals that are in it."""
        used = {row.provision for row in self.done.rows.values()}
        used.update(each for row in self.done.rows.values() for each in row.provisions)
        self.done.standing = frozenset(
            part.id
            for part in self.base.parts
            if part.text or part.id in used or not self._lost_words(part)
        )

    def _lost_words(self, part: Part) -> bool:
        rows = (self.session.provisions[each] for each in part.heads)
        return any(row.text or not row.is_base for row in rows)

    def _carry_guest(self, carried: Carried, anchors: Mapping[GapSlot, tuple[str, int]]) -> None:
        change = carried.change
        if change.nature is Nature.MOVE:
            obstacle = self._obstacle_to_move(change.provision)
            if obstacle is not None:
                self._refuse(carried, obstacle)
                return
        turn = self.guests.get((change.after, change.provision), Turn())
        anchor = anchors.get(GapSlot(change.after, turn.behind))
        after, place = anchor or (START, 0)
        for row in carried.rows:
            self._put(carried, replace(row, after=after))
        self.done.gaps[after].append(((place, turn), carried))

    def _obstacle_to_move(self, provision: str) -> Reason | None:
        if self.first_of[provision] != self.last_of[provision]:
            return Reason.OVER_BREAK
        return None if provision in self.done.standing else Reason.DELETED

    def _carry_followers(self) -> None:
        """Amendments to what is carried over go with it, in code points of what it puts in; those
        to a bridging text stay while its ruling does."""
        rulings = self.session.rulings
        on_bridges = [each for each in self.fates.followers if each.target in rulings]
        others = [each for each in self.fates.followers if each.target not in rulings]
        waiting = self._follow_all(others)
        standing = {*self.done.rows, *(each.id for each in (*on_bridges, *waiting))}
        for row in on_bridges:
            target = row.target or ""
            if left_of(rulings[target], standing) is not None:
                self.done.rows[row.id] = row
            else:
                self.fates.refuse(row, Reason.TARGET_GONE, (target,))
        for row in self._follow_all(waiting):
            self.fates.refuse(row, Reason.TARGET_GONE, (row.target or "",))

    def _follow_all(self, waiting: list[Amendment]) -> list[Amendment]:
        """Carry over those whose target is; returns those whose target is not known yet."""
        while True:
            gone = {each.amendment.id for each in self.fates.refused}
            gone.update(row.id for each in self.fates.adopted for row in each.rows)
            left = []
            for row in waiting:
                target = row.target or ""
                if target in self.done.rows:
                    self._follow(row, self.session.amendments[target])
                elif target in gone:
                    self.fates.refuse(row, Reason.TARGET_GONE, (target,))
                else:
                    left.append(row)
            if len(left) == len(waiting):
                return left
            waiting = left

    def _follow(self, row: Amendment, target: Amendment) -> None:
        new = self.done.rows[target.id]
        moved = replace(row, provision=new.provision)
        carried = self.outer.get(target.id)
        if carried is None or inserted_text(new) == inserted_text(target):
            self.done.rows[row.id] = moved
            return
        edits = place_in_normal_form(self._ground_text(carried), target, carried.change, row.edits)
        placed = edits if edits is None else _among(carried, new, edits)
        if placed is None:
            self.fates.refuse(row, Reason.MISPLACED, (target.id,))
            return
        self.done.rows[row.id] = replace(moved, edits=placed)

    def _ground_text(self, carried: Carried) -> str:
        if carried.source.of == "provisions":
            row = self.session.provisions.get(carried.source.key)
            return row.text if row is not None and row.is_base else ""
        return ""


def _among(carried: Carried, new: Amendment, edits: tuple[Edit, ...]) -> tuple[Edit, ...] | None:
    """Edits of all that a change inserted, in what is left of it to insert."""
    if inserted_text(new) == carried.change.inserted:
        return edits
    ground = carried.ground
    adopted = ground.atoms(carried.change.provision) if ground else {}
    start = shift = 0
    placed: list[Edit] = []
    for each in carried.change.edits:
        end = start + len(each.text)
        if each in adopted:
            shift -= len(each.text)
        else:
            placed += [
                Edit(e.start + shift, e.end + shift, e.text)
                for e in edits
                if start <= e.start and e.end <= end
            ]
        start = end
    return tuple(placed) if len(placed) == len(edits) else None


def _as_words(carried: Carried, length: int) -> Carried:
    change = carried.change
    edit = Edit(0, length, change.text or "")
    words = replace(change, nature=Nature.WORDS, edits=(edit,), text=None)
    return replace(carried, change=words, ground=None)


def _said_as_whole(row: Amendment, change: Change) -> Amendment:
    """An edit of all the words says so by its kind, whatever the words are now."""
    if row.kind is not AmendmentKind.EDIT:
        return row
    if change.text:
        kind = AmendmentKind.REPLACE_PROVISION
        return replace(row, kind=kind, text=change.text, edits=())
    return replace(row, kind=AmendmentKind.DELETE_PROVISION, edits=())
