"""The composition as JSON for other programs, provision by provision."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from editor.negotiation.adoption.reasons import Reason
from editor.negotiation.amendment import START, AmendmentKind
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.conflict import Asleep, Choice, Conflict, ConflictKind
from editor.negotiation.patch import Patch, RowChange
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.run import Option, Run
from editor.negotiation.structure import PlaceRole
from editor.negotiation.unread import Unread

SCHEMA = 1

Json = dict[str, object]
_KINDS = {
    ConflictKind.WORDS: "overlap",
    ConflictKind.DELETION: "contested",
    ConflictKind.PROVISION: "contested",
    ConflictKind.STRUCTURE: "structure",
    ConflictKind.ORDER: "order",
}
_SUPPOSED = "?"
"""The id of a ruling supposed to see what a choice would give; no stored one has it."""
_BETWEEN_RANGES = " … "

_Item = TypeVar("_Item")


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
            "provisions": [self._provision(each) for each in self._order],
            "dormant_rulings": list(self._composition.dormant_rulings),
            "carried_over_failures": [
                _not_carried(each) for each in self._session.unread.values() if _is_left(each)
            ],
        }

    def _by_place(
        self, items: Iterable[tuple[_Item, Sequence[str]]]
    ) -> Mapping[str, Sequence[_Item]]:
        shown = set(self._order)
        found: dict[str, list[_Item]] = defaultdict(list)
        for item, provisions in items:
            for place in [each for each in provisions if each in shown] or self._order[:1]:
                found[place].append(item)
        return found

    def _provision(self, provision: str) -> Json:
        row = self._session.provisions[provision]
        composed = self._composition.provision(provision)
        conflicts = self._conflicts.get(provision, ())
        return {
            "id": provision,
            "label": row.label,
            "kind": row.kind,
            "status": row.status,
            "proposed_by": row.proposed_by,
            "joined_into": composed.merged_into or self._joined.get(provision),
            "moved_from": self._gap_before(provision) if provision in self._moved else None,
            "text": composed.text,
            "runs": [_run(run) for run in composed.runs],
            "conflicts": [self._conflict(each, provision) for each in conflicts],
            "order_questions": [
                {"at": each.offset, "amendments": list(each.members), "ruling": each.ruling}
                for each in self._questions.get(provision, ())
            ],
            "asleep": [self._sleeping(each) for each in self._asleep.get(provision, ())],
            "hints": [
                {"at": hint.start, "kind": hint.kind} for hint in self._composition.hints(provision)
            ],
        }

    def _gap_before(self, provision: str) -> str:
        """The gap from which a provision moved, as amendments name gaps."""
        order = self._session.base_order
        place = order.index(provision)
        return order[place - 1] if place else START

    def _sleeping(self, asleep: Asleep) -> Json:
        target = self._session.amendments[asleep.amendment].target
        return {"amendment": asleep.amendment, "target": target, "reason": asleep.reason}

    def _conflict(self, conflict: Conflict, provision: str) -> Json:
        return {
            "id": conflict.id,
            "kind": self._kind(conflict),
            "ranges": [[r.start, r.end] for r in conflict.ranges if r.provision == provision],
            "amendments": list(conflict.members),
            "delegations": list(conflict.delegations),
            "options": [
                {
                    "amendments": list(choice.amendments),
                    "text": self._text_of(conflict, choice, provision),
                }
                for choice in self._composition.options(conflict)
            ],
            "options_truncated": self._composition.options_truncated(conflict),
            "ruling": conflict.ruling,
            "in_force": conflict.ruling is not None,
            "open": conflict.is_open,
        }

    def _kind(self, conflict: Conflict) -> str:
        amendments = self._session.amendments
        kinds = {amendments[each].kind for each in conflict.members if each in amendments}
        return "move" if kinds == {AmendmentKind.MOVE} else _KINDS[conflict.kind]

    def _text_of(self, conflict: Conflict, choice: Choice, provision: str) -> str | None:
        if conflict.kind is ConflictKind.ORDER:
            return None
        if conflict.kind is not ConflictKind.WORDS:
            return self._supposing(conflict, choice).provision(provision).text
        found = [
            option.text
            for run in self._open.provision(provision).runs
            if run.conflict == conflict.id
            for option in run.options
            if choice.amendments in option.takes
        ]
        return _BETWEEN_RANGES.join(found) if found else None

    def _supposing(self, conflict: Conflict, choice: Choice) -> Composition:
        """The composition if nothing were ruled but this conflict, by this choice."""
        how = RulingKind.OPTION if choice.amendments else RulingKind.BASE
        ruling = Ruling(_SUPPOSED, frozenset(conflict.members), how, choice.amendments)
        patch = Patch((RowChange("rulings", ruling.id, None, ruling),))
        session = replace(self._open.session, rulings={ruling.id: ruling})
        return recompose(self._open, session, patch)


def _without_rulings(composition: Composition) -> Composition:
    if not composition.session.rulings:
        return composition
    return compose(replace(composition.session, rulings={}))


def _joined(order: Sequence[str], joined_after: Collection[str]) -> Mapping[str, str]:
    """For each provision whose words follow those of another without a break, that one."""
    heads: dict[str, str] = {}
    for before, provision in pairwise(order):
        if before in joined_after:
            heads[provision] = heads.get(before, before)
    return heads


def _provisions(conflict: Conflict) -> tuple[str, ...]:
    ranges = dict.fromkeys(each.provision for each in conflict.ranges)
    return tuple(ranges) or (conflict.provision,)


def _is_left(item: Unread) -> bool:
    """Whether a closed reading left it because it could not be carried over."""
    return item.reason in set(Reason)


def _not_carried(item: Unread) -> Json:
    return {
        "item": item.id,
        "provision": item.provision or None,
        "reason": item.reason,
        "raw": item.raw,
    }


def _run(run: Run) -> Json:
    shown: Json = {
        "kind": run.kind,
        "text": run.text,
        "start": run.start,
        "end": run.end,
        "amendments": list(run.amendments),
        "delegations": list(run.delegations),
        "conflict": run.conflict or None,
        "options": [_option(each) for each in run.options],
    }
    if run.by_chair_alone:
        shown["by_chair_alone"] = True
    if run.contested:
        shown["contested"] = True
    if run.inserted_in:
        shown["inserted_in"] = list(run.inserted_in)
        shown["inserted_by"] = list(run.inserted_by)
    return shown


def _option(option: Option) -> Json:
    return {
        "amendments": list(option.amendments),
        "delegations": list(option.delegations),
        "text": option.text,
        "runs": [_run(run) for run in option.runs],
    }
