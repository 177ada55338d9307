"""From a verdict to runs: the composed text of one provision, with every mark on it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from editor.negotiation.brackets import Atoms, Bracket, BracketWriter, alternatives, brackets_at
from editor.negotiation.change import Change, Nature
from editor.negotiation.circumstances import Circumstances
from editor.negotiation.clash import bits
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.inner_runs import as_inserted
from editor.negotiation.insertions import Insertions
from editor.negotiation.judgement import Case, Verdict
from editor.negotiation.run import Option, Run, RunKind
from editor.negotiation.signatures import Signatures
from editor.text.edit import Edit


class Rendered(NamedTuple):
    """The runs of a provision; `takes` is the applied change that takes the whole of it."""

    runs: tuple[Run, ...]
    takes: Change | None = None


def render(verdict: Verdict, provision: str, now: Circumstances) -> Rendered:
    """The runs of a provision (or of an inserted text) of the verdict's cluster."""
    text = verdict.cluster.texts[provision]
    number = _whole(verdict, provision)
    if number is not None:
        pen = _Pen(verdict, provision, text, now)
        return Rendered(tuple(pen.whole(number)), pen.signatures.change(number))
    if not (verdict.live or verdict.bridges):
        return Rendered((Run(RunKind.KEPT, text, 0, len(text)),) if text else ())
    return Rendered(tuple(_Pen(verdict, provision, text, now).words()))


def render_new(verdict: Verdict, number: int, now: Circumstances) -> tuple[Run, ...]:
    """The runs of a proposed provision: the change `number` of the verdict's cluster."""
    pen = _Pen(verdict, verdict.cluster.changes[number].provision, "", now)
    runs = tuple(pen.insertions.whole(number, 0))
    if not verdict.bracketed >> number & 1:
        return runs
    case = next(case for case in verdict.cases if case.shown and case.members >> number & 1)
    choices = verdict.cluster.options(case.members)
    taking, leaving = (
        [pen.signatures.taken(each) for each in choices if (each >> number & 1) == wanted]
        for wanted in (1, 0)
    )
    behind = pen.signatures.of(number)
    option = pen.signatures.option(runs, taking)._replace(
        amendments=behind.amendments, delegations=pen.signatures.by_rank(behind.delegations)
    )
    base = Option("", (), (), (), is_base=True, takes=((), *leaving))
    return (alternatives((option, base), 0, 0, case),)


def render_beside(verdict: Verdict, provision: str, now: Circumstances) -> tuple[Option, ...]:
    """The contested whole-provision proposals shown beside a text, each as it would read, and
    those beside what is inserted into it."""
    cluster = verdict.cluster
    pen = _Pen(verdict, provision, cluster.texts.get(provision, ""), now)
    found = []
    for number in bits(verdict.contested & cluster.wholes):
        if provision in cluster.changes[number].touched:
            taken = pen.signatures.taken(1 << number)
            option = pen.signatures.option(pen.whole(number), (taken,))
            found.append((pen.signatures.first_rank(1 << number), option.text, option))
    beside = [option for _, _, option in sorted(found, key=lambda each: each[:2])]
    for number, inner in (verdict.inner or {}).items():
        if pen.signatures.change(number).provision == provision:
            for option in render_beside(inner, provision, now):
                beside.append(pen.inserted_option(number, option))
    return tuple(beside)


def _whole(verdict: Verdict, provision: str) -> int | None:
    """The number of the whole-provision change, or bridge, that stands for `provision`."""
    for index, bridge in enumerate(verdict.bridges):
        if bridge.nature is Nature.WHOLE and provision in bridge.touched:
            return -1 - index
    for number in bits(verdict.applied & verdict.cluster.wholes):
        if provision in verdict.cluster.changes[number].touched:
            return number
    return None


_Changed = tuple[int, int, Iterable[Run]]
"""A stretch of a text, and the runs that stand for it."""


class _Pen:
    """Writes the runs of one text."""

    def __init__(self, verdict: Verdict, provision: str, text: str, now: Circumstances) -> None:
        self.verdict = verdict
        self.provision = provision
        self.text = text
        self.signatures = Signatures(verdict, now)
        self.insertions = Insertions(
            verdict, provision, now, self.signatures, lambda v, p: render(v, p, now).runs
        )
        self._contested = self._contested_deletions()

    def whole(self, number: int) -> Iterable[Run]:
        """The runs of a text that a whole-provision change takes away or replaces."""
        end = len(self.text)
        if self.text:
            behind = [self.signatures.of(number)]
            yield self.signatures.run(RunKind.DELETED, self.text, 0, end, behind)
        if self.signatures.change(number).provision == self.provision:
            yield from self.insertions.whole(number, end)

    def words(self) -> Iterable[Run]:
        """The runs of a text of which words change."""
        cases = [
            (place, case)
            for case in self.verdict.cases
            for place in case.shown
            if place.provision == self.provision and case.conflict.kind is not ConflictKind.ORDER
        ]
        if not (cases or self._contested or self.verdict.bridges):
            changed = self._changed()
            if _are_apart(changed, 0, len(self.text)):
                return self._plain(changed, 0, len(self.text))
        cases.sort(key=lambda each: (each[0].start, each[0].end))
        atoms = self._atoms()
        brackets = brackets_at(self.verdict, cases, atoms) if cases else []
        writer = BracketWriter(self.verdict, self.provision, self.signatures, self._in_bracket)
        written = [(each, writer.runs(each, atoms)) for each in brackets]
        shown = [(bracket, runs) for bracket, runs in written if runs]
        return self._runs(0, len(self.text), atoms, shown, None)

    def inserted_option(self, number: int, option: Option) -> Option:
        """An option of an inserted text as one of the text it is inserted in."""
        edits = self.signatures.change(number).edits
        point = edits[0].end if edits else len(self.text)
        behind = [self.signatures.of(number)]
        mine = self.signatures.run(RunKind.INSERTED, "", point, point, behind)
        return option._replace(runs=tuple(as_inserted(run, mine) for run in option.runs))

    def _changed(self) -> list[_Changed]:
        applied = self.verdict.applied
        return [
            (edit.start, edit.end, self._edited(edit, bits(mask & applied)))
            for edit, mask in self.verdict.cluster.atoms(self.provision)
            if mask & applied
        ]

    def _atoms(self) -> dict[Edit, Sequence[int]]:
        applied = self.verdict.applied
        atoms: dict[Edit, Sequence[int]] = {
            edit: bits(mask & applied)
            for edit, mask in self.verdict.cluster.atoms(self.provision)
            if mask & applied
        }
        for index, bridge in enumerate(self.verdict.bridges):
            for edit in bridge.edits if bridge.provision == self.provision else ():
                atoms[edit] = (*atoms.get(edit, ()), -1 - index)
        return atoms

    def _in_bracket(self, bracket: Bracket, atoms: Atoms) -> Iterable[Run]:
        return self._runs(bracket.place.start, bracket.place.end, atoms, (), bracket.case)

    def _runs(
        self,
        start: int,
        end: int,
        atoms: Atoms,
        brackets: Sequence[tuple[Bracket, Sequence[Run]]],
        around: Case | None,
    ) -> Iterable[Run]:
        """Runs of `[start, end]` with `atoms` applied and conflicts in `brackets`; `around` is
        the conflict in an option of which this stands."""
        if not (self._contested or any(bracket.carried for bracket, _ in brackets)):
            changed = [
                *((edit.start, edit.end, self._edited(edit, by)) for edit, by in atoms.items()),
                *((each.place.start, each.place.end, runs) for each, runs in brackets),
            ]
            changed.sort(key=_where)
            if _are_apart(changed, start, end):
                return self._plain(changed, start, end)
        return self._sweep(start, end, atoms, brackets, around)

    def _plain(self, changed: Iterable[_Changed], start: int, end: int) -> Iterable[Run]:
        """The common case: changes that neither overlap nor meet."""
        for begins, ends, runs in changed:
            if start < begins:
                yield Run(RunKind.KEPT, self.text[start:begins], start, begins)
            yield from runs
            start = ends
        if start < end:
            yield Run(RunKind.KEPT, self.text[start:end], start, end)

    def _edited(self, edit: Edit, numbers: Sequence[int]) -> Sequence[Run]:
        """The runs of one edit on its own."""
        start, end = edit.start, edit.end
        behind = self.signatures.behind(numbers)
        written = self.insertions.signed(edit, numbers, end, behind) if edit.text else ()
        if start == end:
            return written
        gone = self.signatures.run(RunKind.DELETED, self.text[start:end], start, end, behind)
        return (gone, *written)

    def _sweep(
        self,
        start: int,
        end: int,
        atoms: Atoms,
        brackets: Sequence[tuple[Bracket, Sequence[Run]]],
        around: Case | None,
    ) -> Iterable[Run]:
        """The runs, point by point: at each the text of the replacement that ends there, then
        insertions, then what starts there."""
        contested = self._contested
        enclosed = [e for bracket, _ in brackets for e in bracket.carried if e.text]
        ending: dict[int, list[Edit]] = {}
        for edit in atoms:
            if edit.text and not (enclosed and edit in enclosed):
                ending.setdefault(edit.end, []).append(edit)
        taken = [(e.start, e.end, n) for e, n in atoms.items() if e.start < e.end]
        cuts = {start, end}
        for edit in (*atoms, *(e for e, _ in contested)):
            cuts.update((max(start, edit.start), min(end, edit.end)))
        for bracket, _ in brackets:
            cuts.update((bracket.place.start, bracket.place.end))
        points = sorted(cuts)
        resume = start
        for index, point in enumerate(points):
            if point < resume:
                continue
            if point in ending:
                yield from self.insertions.at(point, ending[point], atoms, around)
            for bracket, runs in brackets:
                place = bracket.place
                if place.start == point and (place.end > point or place.start == place.end):
                    yield from runs
                    resume = max(resume, place.end)
            if resume <= point < end:
                yield self._stretch(point, points[index + 1], taken, contested)

    def _stretch(
        self,
        start: int,
        end: int,
        taken: Sequence[tuple[int, int, Sequence[int]]],
        contested: Sequence[tuple[Edit, int]],
    ) -> Run:
        """The base words between two neighbouring points; `taken` says who takes which away."""
        text, sign = self.text[start:end], self.signatures
        numbers = [n for begins, ends, by in taken if begins <= start and end <= ends for n in by]
        if numbers:
            return sign.run(RunKind.DELETED, text, start, end, sign.behind(numbers))
        over = [sign.of(n) for e, n in contested if e.start <= start and end <= e.end]
        if over:
            return sign.run(RunKind.KEPT, text, start, end, over)._replace(contested=True)
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


def _where(changed: _Changed) -> tuple[int, int]:
    return changed[0], changed[1]


def _are_apart(changed: Iterable[_Changed], start: int, end: int) -> bool:
    """Whether changes in order lie in `[start, end]`, and none overlap or insert at one point."""
    reached = -1
    for begins, ends, _ in changed:
        if begins < max(start, reached) or begins == ends == reached or ends > end:
            return False
        reached = ends
    return True
