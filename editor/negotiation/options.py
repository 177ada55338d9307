"""The ways to settle a conflict, as sets of changes (rule 6)."""

from collections.abc import Iterable

from editor.negotiation.clash import bits
from editor.negotiation.cluster import Cluster
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.judgement import Case, Verdict
from editor.negotiation.ordering import wanted_orders


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


def wanted_at_points(verdict: Verdict, members: int) -> Iterable[tuple[int, ...]]:
    """The distinct orders wanted for the insertions `members` of a cycle, as change numbers."""
    for order in verdict.orders:
        for group in order.ordered.groups:
            if sum(1 << order.numbers[index] for index in group) == members:
                for wanted in wanted_orders(order.claims, group):
                    yield tuple(order.numbers[index] for index in wanted)
