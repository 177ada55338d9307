"""The composition as JSON for other programs, provision by provision."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.composition import ComposedProvision, Composition, compose, recompose
from editor.negotiation.conflict import Choice, Conflict, ConflictKind
from editor.negotiation.patch import Patch, RowChange
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.run import Option, Run, RunKind, visible_text
from editor.negotiation.session import Session
from editor.negotiation.structure import PlaceRole

SCHEMA = 1

Json = dict[str, object]
_KINDS = {
    ConflictKind.WORDS: "overlap",
    ConflictKind.DELETION: "contested",
    ConflictKind.PROVISION: "contested",
    ConflictKind.STRUCTURE: "structure",
    ConflictKind.ORDER: "order",
}
_RULING = ""
"""The id of a ruling made up to see what a choice would give; no stored one has it."""


def composed_json(composition: Composition) -> Json:
    """Provisions in composed order with their runs, conflicts (settled ones too), order
    questions, sleeping amendments and hints. Offsets are code points, of the base text but in
    hints, where they are of the composed text.

    What belongs to no provision in view, such as the gap before the first, stands with the
    first one. The text of an option is what would stand at the ranges of the conflict; for
    other kinds than `overlap`, the whole provision.
    """
    return {"schema": SCHEMA, **_Writer(composition).whole()}


class _Writer:
    def __init__(self, composition: Composition) -> None:
        self._composition = composition
        self._session = composition.session
        places = [p for p in composition.places if p.role is not PlaceRole.MOVED_AWAY]
        self._order = [place.provision for place in places]
        self._moved = {p.provision for p in places if p.role is PlaceRole.MOVED_HERE}
        self._joined = _joined(self._order, composition.joined_after)
        self._conflicts = self._by_place(
            (conflict, _provisions(conflict)) for conflict in composition.conflicts
        )
        self._questions = self._by_place(
            (question, (question.provision,)) for question in composition.order_questions
        )
        self._asleep = self._by_place(
            (each, (self._session.amendments[each.amendment].provision,))
            for each in composition.asleep
        )
        self._open = _without_rulings(composition)

    def whole(self) -> Json:
        return {
            "title": self._session.title,
            "provisions": [self._provision(each) for each in self._order],
            "dormant_rulings": list(self._composition.dormant_rulings),
            "carried_over_failures": [],
        }

    def _by_place[Item](
        self, items: Iterable[tuple[Item, tuple[str, ...]]]
    ) -> Mapping[str, list[Item]]:
        shown = set(self._order)
        found: dict[str, list[Item]] = defaultdict(list)
        for item, provisions in items:
            for place in [each for each in provisions if each in shown] or self._order[:1]:
                found[place].append(item)
        return found
