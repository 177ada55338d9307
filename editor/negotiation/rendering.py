"""From a verdict to runs: the composed text of one provision, with every mark on it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from editor.negotiation.brackets import Atoms, Bracket, BracketWriter, alternatives, brackets_at
from editor.negotiation.change import Change, Nature
from editor.negotiation.circumstances import Circumstances
from editor.negotiation.clash import bits
from editor.negotiation.conflict import ConflictKind, Range
from editor.negotiation.inner_runs import as_inserted
from editor.negotiation.insertions import Insertions
from editor.negotiation.judgement import Case, Verdict
from editor.negotiation.run import DELETED, INSERTED, KEPT, Option, Run
from editor.negotiation.signatures import Signatures
from editor.negotiation.undisturbed import undisturbed_runs
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
        return Rendered((Run(KEPT, text, 0, len(text)),) if text else ())
    if verdict.cluster.is_plain:
        undisturbed = undisturbed_runs(verdict, provision, text, now)
        if undisturbed is not None:
            return Rendered(undisturbed)
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
        amendments=behind.amendments, delegations=behind.delegations
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


_Atom = tuple[Edit, Sequence[int]]
"""An edit, and the numbers of the changes it belongs to."""

_Shown = tuple[Bracket, Sequence[Run]]
"""A bracket, and the runs that stand for it."""

_Piece = tuple[int, int, _Atom | None, _Shown | None]
"""A stretch where something happens: an edit, a bracket or (neither) a contested deletion."""


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
            yield Run(DELETED, self.text, 0, end, *self.signatures.of(number))
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
        atoms = self._atoms()
        shown = self._brackets(cases, dict(atoms)) if cases else ()
        return self._runs(0, len(self.text), atoms, shown, None)

    def inserted_option(self, number: int, option: Option) -> Option:
        """An option of an inserted text as one of the text it is inserted in."""
        edits = self.signatures.change(number).edits
        point = edits[0].end if edits else len(self.text)
        mine = Run(INSERTED, "", point, point, *self.signatures.of(number))
        return option._replace(runs=tuple(as_inserted(run, mine) for run in option.runs))

    def _atoms(self) -> Sequence[_Atom]:
        """What is applied to the text."""
        applied = self.verdict.applied
        atoms = [
            (edit, bits(mask & applied))
            for edit, mask in self.verdict.cluster.atoms(self.provision)
            if mask & applied
        ]
        if not self.verdict.bridges:
            return atoms
        bridged: dict[Edit, Sequence[int]] = dict(atoms)
        for index, bridge in enumerate(self.verdict.bridges):
            for edit in bridge.edits if bridge.provision == self.provision else ():
                bridged[edit] = (*bridged.get(edit, ()), -1 - index)
        return _in_order(bridged)

    def _brackets(self, cases: Iterable[tuple[Range, Case]], atoms: Atoms) -> Sequence[_Shown]:
        """The brackets in which something is shown."""
        in_order = sorted(cases, key=lambda each: (each[0].start, each[0].end))
        writer = BracketWriter(self.verdict, self.provision, self.signatures, self._in_bracket)
        brackets = brackets_at(self.verdict, in_order, atoms)
        written = [(each, writer.runs(each, atoms)) for each in brackets]
        return [(bracket, runs) for bracket, runs in written if runs]

    def _in_bracket(self, bracket: Bracket, atoms: Atoms) -> Iterable[Run]:
        place = bracket.place
        return self._runs(place.start, place.end, _in_order(atoms), (), bracket.case)

    def _runs(
        self,
        start: int,
        end: int,
        atoms: Sequence[_Atom],
        brackets: Sequence[_Shown],
        around: Case | None,
    ) -> Sequence[Run]:
        """Runs of `[start, end]` with `atoms` (in order) applied and conflicts in `brackets`;
        `around` is the conflict in an option of which this stands."""
        pieces: list[_Piece] = [(each[0].start, each[0].end, each, None) for each in atoms]
        if brackets or self._contested:
            pieces.extend((each[0].place.start, each[0].place.end, None, each) for each in brackets)
            pieces.extend((edit.start, edit.end, None, None) for edit, _ in self._contested)
            pieces.sort(key=_where)
        runs: list[Run] = []
        reached = start
        for begins, ends, clump in _clumps(pieces):
            if begins < start or ends > end:
                begins, ends = max(begins, start), min(ends, end)
                if begins > ends:
                    continue
            if reached < begins:
                runs.append(Run(KEPT, self.text[reached:begins], reached, begins))
            runs.extend(self._clump(begins, ends, clump, around))
            reached = ends
        if reached < end:
            runs.append(Run(KEPT, self.text[reached:end], reached, end))
        return runs

    def _clump(
        self, start: int, end: int, clump: Sequence[_Piece], around: Case | None
    ) -> Iterable[Run]:
        """The runs of pieces that meet or overlap; nearly always there is one, and all of it
        lies in `[start, end]`."""
        begins, ends, atom, shown = clump[0]
        if len(clump) == 1 and start <= begins and ends <= end:
            if atom is not None:
                return self._edited(*atom)
            if shown is not None:
                return shown[1]
        atoms = dict(each[2] for each in clump if each[2] is not None)
        brackets = [each[3] for each in clump if each[3] is not None]
        return self._sweep(start, end, atoms, brackets, around)

    def _edited(self, edit: Edit, numbers: Sequence[int]) -> Sequence[Run]:
        """The runs of one edit on its own."""
        start, end = edit.start, edit.end
        behind = self.signatures.behind(numbers)
        written = self.insertions.signed(edit, numbers, end, behind) if edit.text else ()
        if start == end:
            return written
        gone = Run(DELETED, self.text[start:end], start, end, *behind)
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
        contested = [e for e in self._contested if e[0].start < end and start < e[0].end]
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
            return Run(DELETED, text, start, end, *sign.behind(numbers))
        over = [n for e, n in contested if e.start <= start and end <= e.end]
        if over:
            return Run(KEPT, text, start, end, *sign.behind(over), contested=True)
        return Run(KEPT, text, start, end)

    def _contested_deletions(self) -> list[tuple[Edit, int]]:
        if not self.verdict.contested:
            return []
        changes = self.verdict.cluster.changes
        return [
            (changes[n].edits[0], n)
            for n in bits(self.verdict.contested)
            if changes[n].is_phrase_deletion and changes[n].provision == self.provision
        ]


def _in_order(atoms: Atoms) -> Sequence[_Atom]:
    return sorted(atoms.items(), key=lambda atom: (atom[0].start, atom[0].end))


def _where(piece: _Piece) -> tuple[int, int]:
    return piece[0], piece[1]


def _clumps(pieces: Iterable[_Piece]) -> Iterable[tuple[int, int, Sequence[_Piece]]]:
    """Pieces in order, those that meet or overlap together, with where they begin and end."""
    clump: list[_Piece] = []
    begins = ends = -1
    for piece in pieces:
        if clump and piece[0] <= ends:
            clump.append(piece)
            ends = max(ends, piece[1])
            continue
        if clump:
            yield begins, ends, clump
        begins, ends, clump = piece[0], piece[1], [piece]
    if clump:
        yield begins, ends, clump
