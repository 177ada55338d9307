"""Laying out the texts of a cluster as sequences, with what is adopted in its place."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from editor.negotiation.adoption.ground import Ground, inserted_at
from editor.negotiation.adoption.sequence import Item, Laid, Slot, Source, Stretch, sliced
from editor.negotiation.change import Change, Nature
from editor.negotiation.clash import bits
from editor.text.edit import Edit

Points = Mapping[Source, Iterable[int]]
"""Offsets of sources where something begins or ends that no change of a cluster tells of."""


class Layout:
    """Writes sequences. `points` are cut points beside those of the changes themselves."""

    def __init__(self, points: Points) -> None:
        self._points = points

    def of_provision(self, ground: Ground, provision: str) -> list[Item]:
        """The sequence of a base provision."""
        text = ground.verdict.cluster.texts[provision]
        return [each.item for each in self._text(ground, provision, text)]

    def of_new(self, ground: Ground, number: int) -> list[Item]:
        """The sequence of a new provision: change `number` of the cluster."""
        change = ground.verdict.cluster.changes[number]
        return [each.item for each in self._inserted(ground, change, number)]

    def _text(self, ground: Ground, provision: str, text: str) -> list[Laid]:
        source = ground.source_of(provision)
        taken = _taken_whole(ground, provision)
        points = self._cuts(source, text, ground, provision)
        if taken is not None:
            return list(self._replaced(ground, source, provision, points, taken))
        return list(self._amended(ground, source, provision, text, points))

    def _replaced(
        self,
        ground: Ground,
        source: Source,
        provision: str,
        points: list[int],
        taken: tuple[int, Change],
    ) -> Iterator[Laid]:
        """A text in whose place another stands, at its end or elsewhere."""
        number, change = taken
        for start, end in pairwise(points):
            yield Laid(start, start, Slot(source, start, 0))
            yield Laid(start, end, Stretch(source, start, end, ""))
        end = points[-1]
        if change.provision == provision:
            for each in self._inserted(ground, change, number):
                yield Laid(end, end, each.item)
        yield Laid(end, end, Slot(source, end, 0))

    def _amended(
        self, ground: Ground, source: Source, provision: str, text: str, points: list[int]
    ) -> Iterator[Laid]:
        """At each point the text of the replacement that ends there, then the insertions."""
        atoms = ground.atoms(provision)
        gone = [edit for edit in atoms if edit.start < edit.end]
        for start, end in pairwise([*points, len(text) + 1]):
            for edit in gone:
                if edit.end == start and edit.text:
                    yield from self._atom(ground, edit, atoms[edit], start)
            yield Laid(start, start, Slot(source, start, 0))
            for behind, edit in enumerate(ground.adopted_at(provision, start), 1):
                yield from self._atom(ground, edit, atoms[edit], start)
                yield Laid(start, start, Slot(source, start, behind))
            if end <= len(text):
                is_gone = any(edit.start <= start and end <= edit.end for edit in gone)
                kept = "" if is_gone else text[start:end]
                yield Laid(start, end, Stretch(source, start, end, kept))

    def _atom(self, ground: Ground, edit: Edit, numbers: list[int], point: int) -> Iterator[Laid]:
        number = ground.owner(numbers)
        if number < 0:
            change = ground.verdict.bridges[-1 - number]
            items = self._inserted(ground, change, number)
        else:
            change = ground.verdict.cluster.changes[number]
            items = self._inserted(ground, change, number)
        start = inserted_at(change, edit)
        for item in sliced(items, start, start + len(edit.text)):
            yield Laid(point, point, item)

    def _inserted(self, ground: Ground, change: Change, number: int) -> list[Laid]:
        """What a change inserts, with the adopted amendments to it."""
        inner = ground.inner.get(number)
        if inner is not None:
            return self._text(inner, change.provision, change.inserted)
        table = "amendments" if number >= 0 else "rulings"
        source, text = Source(table, change.ids[0]), change.inserted
        starts = [inserted_at(change, edit) for edit in change.edits]
        points = sorted({0, len(text), *starts, *self._extra(source, text)})
        laid = [Laid(0, 0, Slot(source, 0, 0))]
        for start, end in pairwise(points):
            laid.append(Laid(start, end, Stretch(source, start, end, text[start:end])))
            laid.append(Laid(end, end, Slot(source, end, 0)))
        return laid

    def _cuts(self, source: Source, text: str, ground: Ground, provision: str) -> list[int]:
        points = {0, len(text), *self._extra(source, text)}
        for edit, _ in ground.verdict.cluster.atoms(provision):
            points.update((edit.start, edit.end))
        for edit in ground.atoms(provision):
            points.update((edit.start, edit.end))
        return sorted(points)

    def _extra(self, source: Source, text: str) -> Iterable[int]:
        return (each for each in self._points.get(source, ()) if 0 <= each <= len(text))


def _taken_whole(ground: Ground, provision: str) -> tuple[int, Change] | None:
    """The adopted change that stands for a whole text, with its number."""
    verdict = ground.verdict
    for index, bridge in enumerate(verdict.bridges):
        if bridge.nature is Nature.WHOLE and provision in bridge.touched:
            return -1 - index, bridge
    for number in bits(verdict.applied & verdict.cluster.wholes):
        change = verdict.cluster.changes[number]
        if provision in change.touched:
            return number, change
    return None
