"""Brackets: the alternatives at one range of a conflict, base words included (rule 7)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from editor.negotiation.clash import bits
from editor.negotiation.conflict import Range
from editor.negotiation.judgement import Case, Verdict
from editor.negotiation.run import Option, Run, RunKind, bracketed
from editor.negotiation.signatures import Signatures, struck_beside
from editor.text.edit import Edit

Atoms = Mapping[Edit, Sequence[int]]
"""Distinct edits, each with the numbers of the changes it belongs to; `-1 - n` is bridge `n`."""


class Bracket(NamedTuple):
    """One range at which a conflict shows its alternatives; `carried` are the applied edits
    that hold in every option."""

    place: Range
    case: Case
    carried: tuple[Edit, ...]


Sweep = Callable[[Bracket, Atoms], Iterable[Run]]
"""Writes the range of a bracket with some edits applied."""


def brackets_at(
    verdict: Verdict, cases: Iterable[tuple[Range, Case]], atoms: Atoms
) -> list[Bracket]:
    """The brackets of some conflicts at their ranges, where `atoms` are applied."""
    changes = verdict.cluster.changes
    return [
        Bracket(
            place,
            case,
            tuple(
                edit
                for edit in atoms
                if (edit.start < place.end and place.start < edit.end)
                or (
                    _belongs(edit, place, case)
                    and any(edit in changes[n].edits for n in bits(case.members))
                )
            ),
        )
        for place, case in cases
    ]


class BracketWriter:
    """Writes brackets; `sweep` writes the words of one option."""

    def __init__(
        self, verdict: Verdict, provision: str, signatures: Signatures, sweep: Sweep
    ) -> None:
        self._cluster = verdict.cluster
        self._provision = provision
        self._signatures = signatures
        self._sweep = sweep

    def runs(self, bracket: Bracket, atoms: Atoms) -> tuple[Run, ...]:
        """The alternatives; none where all agree, and what is applied can stand as it is, but
        for inserted words that others strike."""
        options: dict[str, Option] = {}
        for chosen in self._choices(bracket.case):
            option = self._option(bracket, chosen, atoms)
            same = options.get(option.text)
            options[option.text] = self._signatures.united(same, option) if same else option
        base = self._option(bracket, 0, atoms)
        merged = options.pop(base.text, None)
        struck = struck_beside(base, merged) if merged else ()
        place = bracket.place
        if not options:
            return struck if place.start == place.end else ()
        takes = (*base.takes, *(merged.takes if merged else ()))
        last = base._replace(is_base=True, runs=(*base.runs, *struck), takes=takes)
        return (alternatives((*options.values(), last), place.start, place.end, bracket.case),)

    def _choices(self, case: Case) -> list[int]:
        """The options of a conflict by the rank of their first sponsor."""
        return sorted(
            self._cluster.options(case.members),
            key=lambda chosen: (
                self._signatures.first_rank(chosen),
                tuple(self._cluster.changes[n].edits for n in bits(chosen)),
            ),
        )

    def _option(self, bracket: Bracket, chosen: int, atoms: Atoms) -> Option:
        inside: dict[Edit, list[int]] = {edit: list(atoms[edit]) for edit in bracket.carried}
        mine = chosen & bracket.case.members
        for edit, members in self._cluster.atoms(self._provision):
            if members & mine and _belongs(edit, bracket.place, bracket.case):
                known = inside.setdefault(edit, [])
                known.extend(n for n in bits(members & mine) if n not in known)
        runs = self._sweep(bracket, inside)
        return self._signatures.option(runs, (self._signatures.taken(mine),))


def alternatives(options: tuple[Option, ...], start: int, end: int, case: Case) -> Run:
    """The run that shows the options of a conflict, the base last."""
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


def _belongs(edit: Edit, place: Range, case: Case) -> bool:
    """Whether a member's edit is shown at this range of its conflict; an insertion on the
    border of two ranges has an empty range of its own."""
    if edit.is_insertion and place.start < place.end:
        own = Range(place.provision, edit.start, edit.start)
        return place.start <= edit.start <= place.end and own not in case.shown
    return place.start <= edit.start and edit.end <= place.end
