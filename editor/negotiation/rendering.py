"""From a verdict to runs: the composed text of one provision, with every mark on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from editor.negotiation.change import Change, Nature
from editor.negotiation.clash import bits
from editor.negotiation.conflict import ConflictKind, Range
from editor.negotiation.credit import Credit, credit
from editor.negotiation.inner_runs import as_inserted, sliced
from editor.negotiation.judgement import Case, Circumstances, PointOrder, Verdict, order_at
from editor.negotiation.ordering import wanted_orders
from editor.negotiation.run import Option, Run, RunKind, bracketed, visible_text
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Rendered:
    """The runs of a provision; `takes` is the applied change that takes the whole of it."""

    runs: tuple[Run, ...]
    takes: Change | None = None


def render(verdict: Verdict, provision: str, now: Circumstances) -> Rendered:
    """The runs of a provision (or of an inserted text) of the verdict's cluster."""
    text = verdict.cluster.texts[provision]
    pen = _Pen(verdict, provision, text, now)
    whole = _whole(verdict, provision)
    if whole is not None:
        return Rendered(tuple(pen.whole(whole)), whole[1])
    if not (verdict.live or verdict.bridges):
        return Rendered((Run(RunKind.KEPT, text, 0, len(text)),) if text else ())
    return Rendered(tuple(pen.words()))


def render_new(verdict: Verdict, number: int, now: Circumstances) -> tuple[Run, ...]:
    """The runs of a proposed provision: the change `number` of the verdict's cluster."""
    change = verdict.cluster.changes[number]
    pen = _Pen(verdict, change.provision, "", now)
    runs = tuple(pen.inserted(number, change, 0, 0, len(change.inserted)))
    if not verdict.bracketed >> number & 1:
        return runs
    behind = pen.credit_of(number)
    options = (
        Option(visible_text(runs), runs, behind.amendments, pen.by_rank(behind.delegations)),
        Option("", (), (), (), is_base=True),
    )
    case = next(case for case in verdict.cases if case.shown and case.members >> number & 1)
    return (_alternatives(options, 0, 0, case),)


def _whole(verdict: Verdict, provision: str) -> tuple[int | None, Change] | None:
    """The whole-provision change that stands for `provision`, with its number (a bridge has
    none)."""
    for bridge in verdict.bridges:
        if bridge.nature is Nature.WHOLE and provision in bridge.touched:
            return None, bridge
    for number in bits(verdict.applied & verdict.cluster.wholes):
        change = verdict.cluster.changes[number]
        if provision in change.touched:
            return number, change
    return None


Atoms = Mapping[Edit, Sequence[int]]
"""Distinct edits, each with the numbers of the changes it belongs to; -1 - n is bridge n."""


class _Pen:
    """Writes the runs of one text."""

    def __init__(self, verdict: Verdict, provision: str, text: str, now: Circumstances) -> None:
        self.verdict = verdict
        self.provision = provision
        self.text = text
        self.now = now
        self._credits: dict[int, Credit] = {}
        self._inner: dict[int, tuple[Run, ...]] = {}

    def whole(self, applied: tuple[int | None, Change]) -> Iterable[Run]:
        number, change = applied
        behind = self.credit_of(number) if number is not None else _bridge_credit(change)
        if self.text:
            yield self._run(RunKind.DELETED, self.text, 0, len(self.text), [behind])
        if change.provision == self.provision and change.inserted:
            at = len(self.text)
            if number is None:
                yield self._run(RunKind.INSERTED, change.inserted, at, at, [behind])
            else:
                yield from self.inserted(number, change, at, 0, len(change.inserted))

    def words(self) -> Iterable[Run]:
        cases = [
            (place, case)
            for case in self.verdict.cases
            for place in case.shown
            if place.provision == self.provision and case.conflict.kind is not ConflictKind.ORDER
        ]
        contested = self._contested_deletions()
        if not (cases or contested or self.verdict.bridges):
            applied = self._applied()
            if _apart(applied):
                return self._plain(applied)
        cases.sort(key=lambda each: (each[0].start, each[0].end))
        atoms = self._atoms(self.verdict.applied)
        return self._sweep(0, len(self.text), atoms, cases, contested)

    def _applied(self) -> list[tuple[Edit, int]]:
        applied = self.verdict.applied
        return [
            (edit, mask & applied)
            for edit, mask in self.verdict.cluster.atoms(self.provision)
            if mask & applied
        ]

    def _plain(self, applied: Sequence[tuple[Edit, int]]) -> Iterable[Run]:
        """The common case: edits that neither overlap nor meet, nothing in brackets."""
        position = 0
        text = self.text
        for edit, mask in applied:
            start, end = edit.start, edit.end
            if position < start:
                yield Run(RunKind.KEPT, text[position:start], position, start)
            numbers = list(bits(mask))
            if start < end:
                behind = [self.credit_of(n) for n in numbers]
                yield self._run(RunKind.DELETED, text[start:end], start, end, behind)
            if edit.text:
                yield from self._atom(edit, numbers, end)
            position = end
        if position < len(text):
            yield Run(RunKind.KEPT, text[position:], position, len(text))

    def _atoms(self, mask: int) -> dict[Edit, list[int]]:
        atoms = {
            edit: list(bits(members & mask))
            for edit, members in self.verdict.cluster.atoms(self.provision)
            if members & mask
        }
        for index, bridge in enumerate(self.verdict.bridges):
            for edit in bridge.edits if bridge.provision == self.provision else ():
                atoms.setdefault(edit, []).append(-1 - index)
        return atoms

    def _sweep(
        self,
        start: int,
        end: int,
        atoms: Atoms,
        cases: Sequence[tuple[Range, Case]],
        contested: Sequence[tuple[Edit, int]],
    ) -> Iterable[Run]:
        """Runs of `[start, end]` with `atoms` applied and `cases` in brackets: at each point
        the text of the replacement that ends there, then insertions, then what starts there."""
        in_brackets = self._carried_by_case(atoms, cases)
        enclosed = {e for carried in in_brackets for e in carried if e.text}
        texts = [edit for edit in atoms if edit.text and edit not in enclosed]
        deletions = [edit for edit in atoms if edit.start < edit.end]
        cuts = {start, end}
        for edit in (*atoms, *(e for e, _ in contested)):
            cuts.update((max(start, edit.start), min(end, edit.end)))
        for place, _ in cases:
            cuts.update((place.start, place.end))
        points = sorted(cuts)
        resume = start
        for index, point in enumerate(points):
            if point < resume:
                continue
            yield from self._texts_at(point, texts, atoms)
            for (place, case), carried in zip(cases, in_brackets, strict=True):
                if place.start == point and (place.end > point or place.start == place.end):
                    yield from self._bracket(place, case, atoms, carried)
                    resume = max(resume, place.end)
            if resume <= point < end:
                yield self._stretch(point, points[index + 1], deletions, atoms, contested)

    def _texts_at(self, point: int, texts: Sequence[Edit], atoms: Atoms) -> Iterable[Run]:
        here = [edit for edit in texts if edit.end == point]
        for edit in here:
            if edit.start < edit.end:
                yield from self._atom(edit, atoms[edit], point)
        insertions = [edit for edit in here if edit.start == edit.end]
        if len(insertions) == 1:
            yield from self._atom(insertions[0], atoms[insertions[0]], point)
        elif insertions:
            yield from self._ordered(point, insertions, atoms)

    def _ordered(self, point: int, insertions: Sequence[Edit], atoms: Atoms) -> Iterable[Run]:
        bridges = [e for e in insertions if all(n < 0 for n in atoms[e])]
        for edit in bridges:
            yield from self._atom(edit, atoms[edit], point)
        present = sum({1 << n for e in insertions for n in atoms[e] if n >= 0})
        if not present:
            return
        verdict = self.verdict
        order = order_at(
            verdict.cluster, self.provision, point, present, verdict.included, self.now
        )
        edits = self._edits_of(order)
        for group in order.ordered.groups:
            case = self._cycle_case(order, group)
            if case is None:
                for index in group:
                    yield from self._atom(edits[index], atoms[edits[index]], point)
            else:
                yield self._cycle(order, group, edits, atoms, case)

    def _edits_of(self, order: PointOrder) -> list[Edit]:
        return [Edit(order.offset, order.offset, str(claim.tie[0])) for claim in order.claims]

    def _cycle_case(self, order: PointOrder, group: Sequence[int]) -> Case | None:
        """The conflict of a circle that stands in the text; inside an option of another
        conflict there is none, and the rank decides."""
        number = order.numbers[group[0]]
        cases = (c for c in self.verdict.cases if c.conflict.kind is ConflictKind.ORDER)
        found = (case for case in cases if case.members >> number & 1)
        return next(found, None) if len(group) > 1 else None

    def _cycle(
        self,
        order: PointOrder,
        group: Sequence[int],
        edits: Sequence[Edit],
        atoms: Atoms,
        case: Case,
    ) -> Run:
        options = []
        for wanted in wanted_orders(order.claims, group):
            runs = tuple(
                run for i in wanted for run in self._atom(edits[i], atoms[edits[i]], order.offset)
            )
            options.append(self._option(runs))
        options.append(Option("", (), (), (), is_base=True))
        return _alternatives(tuple(options), order.offset, order.offset, case)

    def _atom(self, edit: Edit, numbers: Sequence[int], point: int) -> Iterable[Run]:
        """The inserted text of one edit that the changes `numbers` share."""
        inner = self.verdict.inner or {}
        followed = [n for n in numbers if n in inner and inner[n].live]
        if followed:
            change = self.verdict.cluster.changes[followed[0]]
            start = sum(len(e.text) for e in change.edits[: change.edits.index(edit)])
            yield from self.inserted(followed[0], change, point, start, start + len(edit.text))
        else:
            credits = [self.credit_of(n) for n in numbers]
            yield self._run(RunKind.INSERTED, edit.text, point, point, credits)

    def inserted(
        self, number: int, change: Change, point: int, start: int, end: int
    ) -> Iterable[Run]:
        """The runs of `[start, end)` of what `change` inserts, amendments to it applied."""
        inner = (self.verdict.inner or {}).get(number)
        behind = self.credit_of(number)
        if inner is None or not inner.live:
            if start < end:
                text = change.inserted[start:end]
                yield self._run(RunKind.INSERTED, text, point, point, [behind])
            return
        if number not in self._inner:
            self._inner[number] = render(inner, change.provision, self.now).runs
        mine = self._run(RunKind.INSERTED, "", point, point, [behind])
        for run in sliced(self._inner[number], start, end):
            yield as_inserted(run, mine)

    def _stretch(
        self,
        start: int,
        end: int,
        deletions: Sequence[Edit],
        atoms: Atoms,
        contested: Sequence[tuple[Edit, int]],
    ) -> Run:
        numbers = [
            n for edit in deletions if edit.start <= start and end <= edit.end for n in atoms[edit]
        ]
        text = self.text[start:end]
        if numbers:
            return self._run(
                RunKind.DELETED, text, start, end, [self.credit_of(n) for n in numbers]
            )
        over = [self.credit_of(n) for e, n in contested if e.start <= start and end <= e.end]
        if over:
            return self._run(RunKind.KEPT, text, start, end, over)._replace(contested=True)
        return Run(RunKind.KEPT, text, start, end)

    def _contested_deletions(self) -> list[tuple[Edit, int]]:
        if not self.verdict.contested:
            return []
        changes = self.verdict.cluster.changes
        return [
            (changes[n].edits[0], n)
            for n in bits(self.verdict.contested)
            if changes[n].is_phrase_deletion and changes[n].provision == self.provision
        ]

    def _carried_by_case(
        self, atoms: Atoms, cases: Sequence[tuple[Range, Case]]
    ) -> list[list[Edit]]:
        """For each bracket the applied edits that hold in every option of it."""
        changes = self.verdict.cluster.changes
        return [
            [
                edit
                for edit in atoms
                if (edit.start < place.end and place.start < edit.end)
                or (
                    _belongs(edit, place, case)
                    and any(edit in changes[n].edits for n in bits(case.members))
                )
            ]
            for place, case in cases
        ]

    def _bracket(
        self, place: Range, case: Case, atoms: Atoms, carried: Sequence[Edit]
    ) -> Iterable[Run]:
        """The alternatives at one range of a conflict; plain runs where all agree."""
        options: dict[str, Option] = {}
        for chosen in self._choices(case):
            option = self._option(self._option_runs(place, case, chosen, atoms, carried))
            _merge(options, option, self)
        base = self._option(self._option_runs(place, case, 0, atoms, carried))
        merged = options.pop(base.text, None)
        if not options:
            yield from merged.runs if merged else base.runs
            return
        last = base._replace(is_base=True)
        yield _alternatives((*options.values(), last), place.start, place.end, case)

    def _choices(self, case: Case) -> list[int]:
        """The options of a conflict by the rank of their first sponsor."""
        return sorted(
            self.verdict.cluster.options(case.members),
            key=lambda chosen: (self._rank(chosen), self._words(chosen)),
        )

    def _rank(self, chosen: int) -> tuple[object, ...]:
        return min(
            self.now.rank_of.get(d, (True, 0, d, d))
            for n in bits(chosen)
            for d in self.credit_of(n).delegations or ("",)
        )

    def _words(self, chosen: int) -> tuple[tuple[Edit, ...], ...]:
        return tuple(self.verdict.cluster.changes[n].edits for n in bits(chosen))

    def _option_runs(
        self, place: Range, case: Case, chosen: int, atoms: Atoms, carried: Sequence[Edit]
    ) -> tuple[Run, ...]:
        inside: dict[Edit, list[int]] = {edit: list(atoms[edit]) for edit in carried}
        for edit, numbers in self._atoms(chosen & case.members).items():
            if any(n >= 0 for n in numbers) and _belongs(edit, place, case):
                mine = [n for n in numbers if n >= 0]
                inside.setdefault(edit, []).extend(n for n in mine if n not in inside[edit])
        contested = self._contested_deletions()
        return tuple(self._sweep(place.start, place.end, inside, (), contested))

    def _option(self, runs: tuple[Run, ...]) -> Option:
        named = dict.fromkeys(
            d for run in runs if run.kind is not RunKind.KEPT for d in run.delegations
        )
        ids = dict.fromkeys(a for run in runs for a in run.amendments)
        return Option(visible_text(runs), runs, tuple(ids), self.by_rank(named))

    def credit_of(self, number: int) -> Credit:
        """Who is behind a change of this cluster; a negative number is a bridge."""
        if number not in self._credits:
            verdict = self.verdict
            self._credits[number] = (
                _bridge_credit(verdict.bridges[-1 - number])
                if number < 0
                else credit(verdict.cluster.changes[number], verdict.included, self.now.layers_on)
            )
        return self._credits[number]

    def by_rank(self, delegations: Iterable[str]) -> tuple[str, ...]:
        """The delegations, the first in rank first."""
        return tuple(sorted(delegations, key=lambda d: self.now.rank_of.get(d, (True, 0, d, d))))

    def _run(
        self, kind: RunKind, text: str, start: int, end: int, credits: Sequence[Credit]
    ) -> Run:
        if len(credits) == 1:
            one = credits[0]
            delegations = (
                one.delegations if len(one.delegations) < 2 else self.by_rank(one.delegations)
            )
            return Run(kind, text, start, end, one.amendments, delegations, one.by_chair_alone)
        amendments = dict.fromkeys(a for each in credits for a in each.amendments)
        switched_on = [each for each in credits if not each.by_chair_alone] or credits
        named = dict.fromkeys(d for each in switched_on for d in each.delegations)
        alone = all(each.by_chair_alone for each in credits)
        return Run(kind, text, start, end, tuple(amendments), self.by_rank(named), alone)


def _belongs(edit: Edit, place: Range, case: Case) -> bool:
    """Whether a member's edit is shown at this range of its conflict; an insertion on the
    border of two ranges has an empty range of its own."""
    if edit.is_insertion and place.start < place.end:
        own = Range(place.provision, edit.start, edit.start)
        return place.start <= edit.start <= place.end and own not in case.shown
    return place.start <= edit.start and edit.end <= place.end


def _apart(applied: Sequence[tuple[Edit, int]]) -> bool:
    """Whether no two edits overlap or insert at one point."""
    reached = -1
    for edit, _ in applied:
        if edit.start < reached or (edit.start == edit.end == reached):
            return False
        reached = edit.end
    return True


def _bridge_credit(bridge: Change) -> Credit:
    return Credit(bridge.ids, bridge.amendments[0].sponsors, False)


def _merge(options: dict[str, Option], option: Option, pen: _Pen) -> None:
    """Equal texts are one option, with everybody behind it."""
    same = options.get(option.text)
    if same is None:
        options[option.text] = option
        return
    options[option.text] = same._replace(
        amendments=tuple(dict.fromkeys((*same.amendments, *option.amendments))),
        delegations=pen.by_rank({*same.delegations, *option.delegations}),
    )


def _alternatives(options: tuple[Option, ...], start: int, end: int, case: Case) -> Run:
    amendments = dict.fromkeys(a for option in options for a in option.amendments)
    delegations = dict.fromkeys(d for option in options for d in option.delegations)
    return Run(
        RunKind.ALTERNATIVES,
        bracketed(options),
        start,
        end,
        tuple(amendments) or case.conflict.members,
        tuple(delegations),
        conflict=case.conflict.id,
        options=options,
    )
