"""The ways to settle a conflict (rule 6)."""

from collections.abc import Collection, Iterable

from editor.negotiation.circumstances import Circumstances
from editor.negotiation.clash import bits
from editor.negotiation.cluster import Cluster
from editor.negotiation.conflict import Choice, ConflictKind
from editor.negotiation.judgement import Case, Verdict
from editor.negotiation.ordering import wanted_orders
from editor.negotiation.signatures import Signatures

BASE = Choice((), ())


def choices(verdict: Verdict, case: Case, now: Circumstances) -> tuple[Choice, ...]:
    """The ways to settle a conflict, by the rank of their first sponsor, the base last."""
    signatures = Signatures(verdict, now)
    if case.conflict.kind is ConflictKind.ORDER:
        orders = (_in_turn(signatures, each) for each in _wanted(verdict, case.members))
        return (*orders, BASE)
    fitting = list(_fitting(verdict.cluster, case))
    fitting.sort(key=lambda chosen: (signatures.first_rank(chosen), signatures.taken(chosen)))
    return (*(_choice(signatures, each) for each in fitting), BASE)


def is_truncated(cluster: Cluster, case: Case) -> bool:
    """Whether there are too many options to list them: one for each member is listed."""
    is_whole = case.conflict.kind is ConflictKind.PROVISION
    return cluster.is_truncated(case.members & cluster.wholes if is_whole else case.members)


def _fitting(cluster: Cluster, case: Case) -> Iterable[int]:
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


def _wanted(verdict: Verdict, members: int) -> Iterable[tuple[int, ...]]:
    """The distinct orders wanted for the insertions `members` of a circle, as change numbers."""
    for order in verdict.orders:
        for circle in order.ordered.circles:
            if sum(1 << order.numbers[index] for index in circle.members) == members:
                for wanted in wanted_orders(order.claims, circle.members):
                    yield tuple(order.numbers[index] for index in wanted)


def _choice(signatures: Signatures, chosen: int) -> Choice:
    return Choice(signatures.taken(chosen), _named(signatures, bits(chosen)))


def _in_turn(signatures: Signatures, numbers: Collection[int]) -> Choice:
    taken = tuple(a for number in numbers for a in signatures.of(number).amendments)
    return Choice(taken, _named(signatures, numbers))


def _named(signatures: Signatures, numbers: Iterable[int]) -> tuple[str, ...]:
    return signatures.by_rank({d for number in numbers for d in signatures.of(number).delegations})
