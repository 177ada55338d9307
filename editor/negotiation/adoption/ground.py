"""A ground: the texts of one cluster with what is adopted and what is carried over in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.negotiation.adoption.sequence import Source
from editor.negotiation.change import Change
from editor.negotiation.circumstances import Circumstances
from editor.negotiation.clash import bits
from editor.negotiation.judgement import Verdict
from editor.negotiation.point_order import order_at
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """Where something carried over stands in its place: behind how many adopted ones, then in
    which order; what is not included now comes after what is. Equal turns: in a circle."""

    behind: int = 0
    is_out: bool = False
    place: int = 0


@dataclass
class Ground:
    """`verdict` judges what is adopted alone. `carried` and `standing` are masks of the changes
    carried over, and of those that are included now; `inner` the grounds that adopted changes
    make, by number. `source` is None for the base provisions of a home cluster."""

    verdict: Verdict
    now: Circumstances
    included: frozenset[str]
    source: Source | None = None
    carried: int = 0
    standing: int = 0
    inner: dict[int, "Ground"] = field(default_factory=dict)

    def source_of(self, provision: str) -> Source:
        return self.source or Source("provisions", provision)

    def atoms(self, provision: str) -> dict[Edit, list[int]]:
        """The adopted edits of a text; the number of a bridging ruling's is -1 - its index."""
        cluster, applied = self.verdict.cluster, self.verdict.applied
        found = {
            edit: list(bits(mask & applied))
            for edit, mask in cluster.atoms(provision)
            if mask & applied
        }
        for index, bridge in enumerate(self.verdict.bridges):
            if bridge.provision == provision:
                for edit in bridge.edits:
                    found.setdefault(edit, []).append(-1 - index)
        return found

    def owner(self, numbers: list[int]) -> int:
        """Of the changes that share an edit the one whose amendments show in it."""
        inner = self.verdict.inner or {}
        live = [n for n in numbers if n in inner and inner[n].live]
        return (live or [n for n in numbers if n in inner] or numbers)[0]

    def adopted_at(self, provision: str, point: int) -> list[Edit]:
        """The adopted insertions at a point, in order; bridging texts come first."""
        bridges = [
            edit
            for edit, numbers in self.atoms(provision).items()
            if edit.is_insertion and edit.start == point and all(n < 0 for n in numbers)
        ]
        present = self._at(provision, point, self.verdict.applied)
        groups = self._in_order(provision, point, present, self.verdict.included)
        return bridges + [each for group in groups for each in group]

    def turns_at(self, provision: str, point: int) -> Mapping[Edit, Turn]:
        """The turns of the insertions carried over at a point."""
        adopted = self.adopted_at(provision, point)
        everyone = frozenset(self.verdict.cluster.number_of)
        turns: dict[Edit, Turn] = {}
        for mask, included, is_out in (
            (self.standing, self.included, False),
            (self.carried, everyone, True),
        ):
            present = self._at(provision, point, self.verdict.applied | mask)
            behind = 0
            for place, group in enumerate(self._in_order(provision, point, present, included)):
                for edit in group:
                    if edit in adopted:
                        behind = max(behind, adopted.index(edit) + 1)
                    else:
                        turns.setdefault(edit, Turn(behind, is_out, place))
        return turns

    def _at(self, provision: str, point: int, mask: int) -> int:
        here = 0
        for edit, members in self.verdict.cluster.atoms(provision):
            if edit.is_insertion and edit.start == point:
                here |= members
        return here & mask

    def _in_order(
        self, provision: str, point: int, present: int, included: frozenset[str]
    ) -> list[list[Edit]]:
        """The insertions of `present`; those whose order runs in a circle are one group."""
        if not present:
            return []
        cluster = self.verdict.cluster
        order = order_at(cluster, provision, point, present, included, self.now)
        edits = [Edit(point, point, str(claim.tie[0])) for claim in order.claims]
        return [[edits[index] for index in group] for group in order.ordered.groups]


def inserted_at(change: Change, edit: Edit) -> int:
    """Where the text of one edit starts in all that its change inserts."""
    return sum(len(each.text) for each in change.edits[: change.edits.index(edit)])
