"""Where every place of the old texts lies in the new ones."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from editor.negotiation.adoption.sequence import Item, Slot, Source, Stretch
from editor.text.edit import Edit


class Part(NamedTuple):
    """A provision of the new base: the sequence of its text. `heads` are the provisions it is
    made of (for a part behind an adopted break, the one that was broken)."""

    id: str
    heads: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        return "".join(each.text for each in self.items if isinstance(each, Stretch))

    def is_as_before(self, text: str) -> bool:
        """Whether these are exactly the words of the base provision whose text was `text`."""
        own = Source("provisions", self.id)
        stretches = [each for each in self.items if isinstance(each, Stretch)]
        return self.text == text and all(each.source == own for each in stretches)


class Spot(NamedTuple):
    """A code point of a new text; `turn` is its place among all items, gone ones too."""

    provision: str
    offset: int
    turn: int


class Range(NamedTuple):
    provision: str
    start: int
    end: int


class Placed(NamedTuple):
    """An edit in the new text of `provision`; for an insertion the turn of its place."""

    provision: str
    edit: Edit
    turn: int = -1


class Atlas:
    """`parts` in the order of the new text."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._whole: dict[str, list[Range]] = defaultdict(list)
        self._stretches: dict[Source, list[tuple[Stretch, Spot]]] = defaultdict(list)
        self._slots: dict[Slot, Spot] = {}
        turn = 0
        for part in parts:
            for head in part.heads:
                self._whole[head].append(Range(part.id, 0, len(part.text)))
            offset = 0
            for item in part.items:
                spot = Spot(part.id, offset, turn)
                if isinstance(item, Slot):
                    self._slots[item] = spot
                else:
                    self._stretches[item.source].append((item, spot))
                    offset += len(item.text)
                turn += 1

    def whole(self, provision: str) -> list[Range]:
        """The new provisions that hold the words of an old one, whole."""
        return self._whole.get(provision, [])

    def slot(self, source: Source, at: int, behind: int = 0) -> Spot | None:
        """The place at an offset, behind so many of the insertions adopted there."""
        return self._slots.get(Slot(source, at, behind))

    def start(self, source: Source, at: int) -> Spot | None:
        """Where the word that begins at an offset begins; at the end of a text, its end."""
        for stretch, spot in self._stretches.get(source, ()):
            if stretch.start <= at < stretch.end:
                into = at - stretch.start if stretch.text else 0
                return Spot(spot.provision, spot.offset + into, spot.turn)
        return self.slot(source, at)

    def ranges(self, source: Source, start: int, end: int) -> list[Range]:
        """What is left of `[start, end)`, without the words put in between."""
        found: list[Range] = []
        for stretch, spot in self._stretches.get(source, ()):
            low, high = max(start, stretch.start), min(end, stretch.end)
            if low < high and stretch.text:
                first = spot.offset + low - stretch.start
                here = Range(spot.provision, first, first + high - low)
                if found and found[-1].provision == here.provision and found[-1].end == first:
                    here = Range(here.provision, found.pop().start, here.end)
                found.append(here)
        return found

    def hull(self, source: Source, start: int, end: int) -> list[Range]:
        """The words of `[start, end)` and all that stands between them, in each provision; a
        point where nothing is left."""
        first, last = self.start(source, start), self.slot(source, end)
        if first is None or last is None:
            return []
        if first.provision == last.provision:
            return [Range(first.provision, first.offset, max(first.offset, last.offset))]
        by_provision: dict[str, Range] = {}
        for each in self.ranges(source, start, end):
            known = by_provision.get(each.provision, each)
            by_provision[each.provision] = Range(each.provision, known.start, each.end)
        return list(by_provision.values()) or [Range(first.provision, first.offset, first.offset)]

    def placed(self, source: Source, edit: Edit, behind: int = 0) -> list[Placed] | None:
        """An edit of a source in the new texts: nothing when its words are gone already, None
        when there is no place for it."""
        if edit.is_insertion:
            spot = self.slot(source, edit.start, behind)
            if spot is None:
                return None
            point = Edit(spot.offset, spot.offset, edit.text)
            return [Placed(spot.provision, point, spot.turn)]
        found = [
            Placed(each.provision, Edit(each.start, each.end, ""))
            for each in self.ranges(source, edit.start, edit.end)
        ]
        if edit.text:
            spot = self.slot(source, edit.end)
            if spot is None:
                return None
            last = found[-1] if found else None
            if last and (last.provision, last.edit.end) == (spot.provision, spot.offset):
                found[-1] = Placed(last.provision, Edit(last.edit.start, spot.offset, edit.text))
            else:
                point = Edit(spot.offset, spot.offset, edit.text)
                found.append(Placed(spot.provision, point, spot.turn))
        return found
