"""Insertions: the inserted words at one point of a text, in their order (rule 5)."""

from collections.abc import Callable, Iterable, Sequence

from editor.negotiation.brackets import Atoms, alternatives
from editor.negotiation.circumstances import Circumstances
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.credit import Credit
from editor.negotiation.inner_runs import as_inserted, sliced
from editor.negotiation.judgement import Case, Verdict
from editor.negotiation.ordering import wanted_orders
from editor.negotiation.point_order import PointOrder, order_at
from editor.negotiation.run import INSERTED, Option, Run
from editor.negotiation.signatures import Signatures
from editor.text.edit import Edit

Written = Callable[[Verdict, str], tuple[Run, ...]]
"""The runs of a text of a verdict's cluster, by the provision's id."""


class Insertions:
    """Writes what the changes of one verdict insert into one text. `written` writes the
    inserted words themselves, where they are amended in their turn."""

    def __init__(
        self,
        verdict: Verdict,
        provision: str,
        now: Circumstances,
        signatures: Signatures,
        written: Written,
    ) -> None:
        self._verdict = verdict
        self._provision = provision
        self._now = now
        self._signatures = signatures
        self._written = written
        self._inner: dict[int, tuple[Run, ...]] = {}

    def at(
        self, point: int, here: Sequence[Edit], atoms: Atoms, around: Case | None
    ) -> Iterable[Run]:
        """What the edits that end at a point put there; `around` is the conflict in an option of
        which it stands, if it does."""
        for edit in here:
            if edit.start < edit.end:
                yield from self.atom(edit, atoms[edit], point)
        insertions = [edit for edit in here if edit.start == edit.end]
        if len(insertions) == 1:
            yield from self.atom(insertions[0], atoms[insertions[0]], point)
        elif insertions:
            yield from self._ordered(point, insertions, atoms, around)

    def atom(self, edit: Edit, numbers: Sequence[int], point: int) -> Sequence[Run]:
        """The inserted text of one edit that the changes `numbers` share."""
        return self.signed(edit, numbers, point, self._signatures.behind(numbers))

    def signed(
        self, edit: Edit, numbers: Sequence[int], point: int, behind: Credit
    ) -> Sequence[Run]:
        """As `atom`, where those behind the changes are known."""
        inner = self._verdict.inner
        followed = next((n for n in numbers if self._amended(n)), None) if inner else None
        if followed is None:
            return (Run(INSERTED, edit.text, point, point, *behind),)
        edits = self._signatures.change(followed).edits
        start = sum(len(each.text) for each in edits[: edits.index(edit)])
        return tuple(self._part(followed, point, start, start + len(edit.text), behind))

    def whole(self, number: int, point: int) -> Iterable[Run]:
        """All that a change inserts."""
        text = self._signatures.change(number).inserted
        behind = self._signatures.of(number)
        if self._amended(number):
            yield from self._part(number, point, 0, len(text), behind)
        elif text:
            yield Run(INSERTED, text, point, point, *behind)

    def _amended(self, number: int) -> Verdict | None:
        """The verdict on the amendments to a change, if any of them is included."""
        inner = (self._verdict.inner or {}).get(number)
        return inner if inner is not None and inner.live else None

    def _part(self, number: int, point: int, start: int, end: int, behind: Credit) -> Iterable[Run]:
        """The runs of `[start, end)` of what a change inserts, amendments to it applied."""
        inner = self._amended(number)
        if number not in self._inner and inner is not None:
            provision = self._signatures.change(number).provision
            self._inner[number] = self._written(inner, provision)
        mine = Run(INSERTED, "", point, point, *behind)
        for run in sliced(self._inner[number], start, end):
            yield as_inserted(run, mine)

    def _ordered(
        self, point: int, insertions: Sequence[Edit], atoms: Atoms, around: Case | None
    ) -> Iterable[Run]:
        for edit in insertions:
            if all(n < 0 for n in atoms[edit]):
                yield from self.atom(edit, atoms[edit], point)
        present = sum({1 << n for e in insertions for n in atoms[e] if n >= 0})
        if not present:
            return
        order = self._order(point, present)
        edits = [Edit(point, point, str(claim.tie[0])) for claim in order.claims]
        for group in order.ordered.groups:
            case = self._case(order, group) or around
            if case is None or len(group) == 1:
                for index in group:
                    yield from self.atom(edits[index], atoms[edits[index]], point)
            else:
                yield self._circle(order, group, edits, atoms, case)

    def _order(self, point: int, present: int) -> PointOrder:
        """The order in the text, or among those that stand together in an option."""
        verdict = self._verdict
        for known in verdict.orders:
            if (known.provision, known.offset, known.present) == (self._provision, point, present):
                return known
        return order_at(
            verdict.cluster, self._provision, point, present, verdict.included, self._now
        )

    def _case(self, order: PointOrder, group: Sequence[int]) -> Case | None:
        """The conflict about a circle that stands in the text."""
        number = order.numbers[group[0]]
        cases = (c for c in self._verdict.cases if c.conflict.kind is ConflictKind.ORDER)
        return next((case for case in cases if case.members >> number & 1), None)

    def _circle(
        self,
        order: PointOrder,
        group: Sequence[int],
        edits: Sequence[Edit],
        atoms: Atoms,
        case: Case,
    ) -> Run:
        """The orders that the delegations want for a circle, as alternatives. Inside an option
        of another conflict they are alternatives within it."""
        point = order.offset
        options: dict[str, Option] = {}
        for wanted in wanted_orders(order.claims, group):
            runs = [run for i in wanted for run in self.atom(edits[i], atoms[edits[i]], point)]
            taken = [self._signatures.taken(1 << order.numbers[index]) for index in wanted]
            in_turn = tuple(each for amendments in taken for each in amendments)
            option = self._signatures.option(runs, (in_turn,))
            same = options.get(option.text)
            options[option.text] = self._signatures.united(same, option) if same else option
        base = Option("", (), (), (), is_base=True, takes=((),))
        emptied = options.pop("", None)
        if emptied:
            base = base._replace(runs=emptied.runs, takes=((), *emptied.takes))
        return alternatives((*options.values(), base), point, point, case)
