"""Going from provision to provision."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import pairwise

from editor.negotiation.composition import Composition
from editor.negotiation.provision import FINISHED_STATUSES, ProvisionKind
from editor.negotiation.structure import PlaceRole
from editor.ui.facts.provision_facts import ProvisionFacts

_FIRST_WORDS = 80

Wanted = Callable[[str], bool]


class Direction(IntEnum):
    FORWARD = 1
    BACKWARD = -1


class Navigation:
    """Finds the next provision of a kind in the order of display; goes round at the end."""

    def __init__(self, composition: Composition, facts: ProvisionFacts) -> None:
        self._composition = composition
        self._facts = facts

    def first_provision(self) -> str | None:
        """The first that can be negotiated: what stands on a title page cannot."""
        provisions = self._composition.session.provisions
        negotiated = (e for e in self._order() if provisions[e].kind is ProvisionKind.PROVISION)
        return next(negotiated, None)

    def with_proposals(self, provision: str, direction: Direction) -> str | None:
        return self._next(provision, direction, lambda each: self._facts.number_at(each) > 0)

    def in_conflict(self, provision: str, direction: Direction) -> str | None:
        return self._next(provision, direction, self._facts.is_in_conflict)

    def still_open(self, provision: str, direction: Direction) -> str | None:
        provisions = self._composition.session.provisions

        def is_open(each: str) -> bool:
            row = provisions[each]
            return row.kind is ProvisionKind.PROVISION and row.status not in FINISHED_STATUSES

        return self._next(provision, direction, is_open)

    def with_hints(self, provision: str, direction: Direction) -> str | None:
        return self._next(
            provision,
            direction,
            lambda each: self._facts.number_at(each) > 0 and bool(self._composition.hints(each)),
        )

    def following(self, provision: str) -> str | None:
        """The one that stands right after it; None for the last."""
        order = self._order()
        return dict(pairwise(order)).get(provision)

    def labelled(self, label: str) -> str | None:
        """The provision whose label is `label`, or begins with it; spaces and case aside."""
        wanted = _plain(label)
        if not wanted:
            return None
        provisions = self._composition.session.provisions
        labels = [(each, _plain(provisions[each].label)) for each in self._order()]
        exact = (each for each, found in labels if found == wanted)
        beginning = (each for each, found in labels if found.startswith(wanted))
        return next(exact, None) or next(beginning, None)

    def first_words(self, provision: str) -> str:
        """How a provision begins, with its label."""
        row = self._composition.session.provisions[provision]
        words = row.text[:_FIRST_WORDS].strip()
        return f"{row.label}  {words}…" if row.label else f"{words}…"

    def _next(self, provision: str, direction: Direction, wanted: Wanted) -> str | None:
        order = self._order()
        here = order.index(provision) if provision in order else -1
        count = len(order)
        steps = (order[(here + direction * step) % count] for step in range(1, count + 1))
        return next((each for each in steps if wanted(each)), None)

    def _order(self) -> Sequence[str]:
        return [
            place.provision
            for place in self._composition.places
            if place.role is not PlaceRole.MOVED_AWAY
        ]


def _plain(label: str) -> str:
    return "".join(label.split()).casefold()
