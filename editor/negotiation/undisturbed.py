"""Texts in which nothing meets: most provisions, written without looking for conflicts."""

from editor.negotiation.circumstances import Circumstances
from editor.negotiation.clash import bits
from editor.negotiation.judgement import Verdict
from editor.negotiation.run import DELETED, INSERTED, KEPT, Run
from editor.negotiation.signatures import Signatures


def undisturbed_runs(
    verdict: Verdict, provision: str, text: str, now: Circumstances
) -> tuple[Run, ...] | None:
    """The runs of a text of a plain cluster, of which only words change; None where several
    delete the same words, each under their own name."""
    behind_of = Signatures(verdict, now).behind
    applied = verdict.applied
    runs: list[Run] = []
    reached = 0
    for edit, mask in verdict.cluster.atoms(provision):
        if not mask & applied:
            continue
        start, end, inserted = edit.start, edit.end, edit.text
        if start < reached:
            return None
        if reached < start:
            runs.append(Run(KEPT, text[reached:start], reached, start))
        behind = behind_of(bits(mask & applied))
        if start < end:
            runs.append(Run(DELETED, text[start:end], start, end, *behind))
        if inserted:
            runs.append(Run(INSERTED, inserted, end, end, *behind))
        reached = end
    if reached < len(text):
        runs.append(Run(KEPT, text[reached:], reached, len(text)))
    return tuple(runs)
