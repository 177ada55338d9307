"""The ways to settle a conflict, as sets of changes (rule 6)."""

from collections.abc import Iterable

from editor.negotiation.clash import bits
from editor.negotiation.cluster import Cluster
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.judgement import Case


def fitting_choices(cluster: Cluster, case: Case) -> Iterable[int]:
    """The sets of members that fit together. In a contest about whole provisions the words
    inside are one choice, for their own conflicts are settled on their own."""
    if case.conflict.kind is not ConflictKind.PROVISION:
        return cluster.options(case.members)
    wholes = case.members & cluster.wholes
    words = case.members & ~wholes
    options = []
    for chosen in cluster.options(wholes):
        taken = {p for n in bits(chosen) for p in cluster.changes[n].touched}
        beside = sum(1 << n for n in bits(words) if cluster.changes[n].provision not in taken)
        options.append(chosen | beside)
    return (*options, words) if words else options
