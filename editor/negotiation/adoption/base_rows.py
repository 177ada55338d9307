"""The rows of the provisions of the new base: words, order, labels, marks, positions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from editor.negotiation.adoption.atlas import Atlas, Part, Range
from editor.negotiation.adoption.sequence import Source
from editor.negotiation.label import next_label
from editor.negotiation.provision import (
    BasePosition,
    Mark,
    MarkKind,
    Provision,
    ProvisionKind,
    ProvisionStatus,
)
from editor.negotiation.session import Session

_NEXT_STATUS = {
    ProvisionStatus.OPEN: ProvisionStatus.NOT_REACHED,
    ProvisionStatus.DELETED: ProvisionStatus.NOT_REACHED,
    ProvisionStatus.MERGED: ProvisionStatus.NOT_REACHED,
    ProvisionStatus.MOVED: ProvisionStatus.NOT_REACHED,
}
"""A new reading has reached nothing yet. Agreement stands, and so does what is pending or
reopened; what still stands is neither deleted nor merged nor moved any more."""


class BaseRows:
    """`parts` are the provisions of the new base in order, `moved` those of them that are not
    where they were; `sources` tells in which text the marks and positions of an old row are."""

    def __init__(
        self, session: Session, parts: Sequence[Part], moved: frozenset[str], atlas: Atlas
    ) -> None:
        self._session = session
        self._parts = parts
        self._moved = moved
        self._atlas = atlas
        self._marks: dict[str, list[Mark]] = defaultdict(list)
        self._positions: dict[str, list[BasePosition]] = defaultdict(list)
        self._labels = {each.label for each in session.provisions.values()}

    def take_along(self, row: Provision, source: Source) -> None:
        """Bring the marks and positions of an old row to where its words are now."""
        for mark in row.marks:
            for place in self._places(source, mark):
                here = replace(mark, start=place.start, end=place.end)
                self._marks[place.provision].append(here)
        for position in row.positions:
            for place in self._atlas.hull(source, position.start, position.end):
                self.add_position(replace(position, start=place.start, end=place.end), place)

    def add_position(self, position: BasePosition, place: Range) -> None:
        known = self._positions[place.provision]
        if position not in known:
            known.append(position)

    def rows(self) -> Iterator[Provision]:
        standing = {each.id for each in self._parts}
        last, above = -1, ""
        for part in self._parts:
            row = self._template(part)
            stays = row.id in self._session.base_order and row.id not in self._moved
            section = row.section if stays and row.section in standing else above
            last = row.ordinal if stays and row.ordinal > last else last + 1
            above = row.id if row.kind is ProvisionKind.HEADING else section
            yield replace(
                row,
                ordinal=last,
                text=part.text,
                section=section,
                status=_NEXT_STATUS.get(row.status, row.status),
                marks=tuple(self._marks[part.id]),
                positions=tuple(self._positions[part.id]),
                proposed_by=None,
                amendment=None,
            )

    def _template(self, part: Part) -> Provision:
        """The row that goes on; behind an adopted break, one like that before it."""
        known = self._session.provisions.get(part.id)
        if known is not None:
            return known
        before = self._session.provisions[part.heads[-1]]
        label = next_label(before.label, self._labels)
        self._labels.add(label)
        return replace(before, id=part.id, label=label)

    def _places(self, source: Source, mark: Mark) -> Iterable[Range]:
        """Typography of words that are gone goes with them; the anchor of a note stays."""
        if mark.kind is MarkKind.NOTE:
            spot = self._atlas.slot(source, mark.start)
            return [Range(spot.provision, spot.offset, spot.offset)] if spot else []
        found = self._atlas.hull(source, mark.start, mark.end)
        return (each for each in found if each.start < each.end)
