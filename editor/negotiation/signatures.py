"""Signatures: runs and options with the names of those behind them (rule 1)."""

from collections.abc import Iterable, Sequence

from editor.negotiation.change import Change
from editor.negotiation.circumstances import Circumstances
from editor.negotiation.clash import bits
from editor.negotiation.credit import Credit
from editor.negotiation.judgement import Verdict
from editor.negotiation.run import KEPT, Option, Run, RunKind, visible_text


class Signatures:
    """Who is behind the changes of one verdict. A negative number `-1 - n` is bridge `n`."""

    def __init__(self, verdict: Verdict, now: Circumstances) -> None:
        self._verdict = verdict
        self._now = now
        self._credits: dict[int, Credit] = {}

    def of(self, number: int) -> Credit:
        """Who is behind a change, the first in rank first."""
        known = self._credits.get(number)
        if known is None:
            known = self._credits[number] = self._credit(number)
        return known

    def behind(self, numbers: Sequence[int]) -> Credit:
        """Who is behind several changes together, the first in rank first."""
        if len(numbers) == 1:
            return self.of(numbers[0])
        return self._joined([self.of(number) for number in numbers])

    def _joined(self, credits: Sequence[Credit]) -> Credit:
        """All in `credits`; who is there by the Chair alone is not named beside others."""
        amendments = dict.fromkeys(a for each in credits for a in each.amendments)
        switched_on = [each for each in credits if not each.by_chair_alone] or credits
        named = {d for each in switched_on for d in each.delegations}
        alone = all(each.by_chair_alone for each in credits)
        return Credit(tuple(amendments), self.by_rank(named), alone)

    def change(self, number: int) -> Change:
        """A change of the cluster, or a bridge."""
        if number < 0:
            return self._verdict.bridges[-1 - number]
        return self._verdict.cluster.changes[number]

    def taken(self, chosen: int) -> tuple[str, ...]:
        """The included amendments of the changes in `chosen`, as a choice of a conflict."""
        return tuple(each for number in bits(chosen) for each in self.of(number).amendments)

    def by_rank(self, delegations: Iterable[str]) -> tuple[str, ...]:
        """The delegations, the first in rank first."""
        return tuple(sorted(delegations, key=self._now.rank_of.__getitem__))

    def first_rank(self, chosen: int) -> tuple[object, ...]:
        """The rank of the first delegation behind the changes in `chosen`."""
        return min(
            self._now.rank_of[delegation]
            for number in bits(chosen)
            for delegation in self.of(number).delegations or ("",)
        )

    def option(self, runs: Iterable[Run], takes: Iterable[tuple[str, ...]]) -> Option:
        """The option that reads as `runs` when one of the choices `takes` is made. Words that
        are kept, contested or not, are nobody's."""
        shown = tuple(runs)
        changed = [run for run in shown if run.kind is not KEPT]
        ids = dict.fromkeys(a for run in changed for a in run.amendments)
        named = dict.fromkeys(d for run in changed for d in run.delegations)
        return Option(
            visible_text(shown), shown, tuple(ids), self.by_rank(named), takes=tuple(takes)
        )

    def united(self, one: Option, other: Option) -> Option:
        """`one`, with everybody behind `other`, which reads the same, and its struck words."""
        return one._replace(
            runs=(*one.runs, *struck_beside(one, other)),
            amendments=tuple(dict.fromkeys((*one.amendments, *other.amendments))),
            delegations=self.by_rank({*one.delegations, *other.delegations}),
            takes=(*one.takes, *other.takes),
        )

    def _credit(self, number: int) -> Credit:
        change = self.change(number)
        found = (
            Credit(change.ids, change.amendments[0].sponsors, False)
            if number < 0
            else change.credit(self._verdict.included, self._now.layers_on)
        )
        if len(found.delegations) < 2:
            return found
        return found._replace(delegations=self.by_rank(found.delegations))


def struck_beside(option: Option, other: Option) -> tuple[Run, ...]:
    """The struck words of `other`, which reads as `option` does: nobody reads them, but who put
    them in and who strikes them is not lost."""
    return tuple(run for run in other.runs if run.kind is RunKind.STRUCK and run not in option.runs)
