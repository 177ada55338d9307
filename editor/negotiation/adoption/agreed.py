"""What is agreed: the composition of exactly the adopted proposals, with nothing open in it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from editor.errors import KnownError
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.cluster import Cluster
from editor.negotiation.composition import Composition, compose
from editor.negotiation.conflict import Conflict
from editor.negotiation.index import build_index
from editor.negotiation.ruling import RulingKind
from editor.negotiation.session import Decision, Session


@dataclass(frozen=True)
class Agreed:
    """`alone` is the composition of exactly what is adopted, `present` that of what is adopted
    and of all that is included now. Layers are as they are: they say who is named, and so what
    stands first."""

    alone: Composition
    present: Composition


def agreed(session: Session, amendments: Collection[str]) -> Agreed:
    """Raises KnownError: unknown_proposal, proposal_not_standing, adopted_in_conflict."""
    for each in sorted(amendments):
        if each not in session.amendments:
            raise KnownError("unknown_proposal", amendment=each)
        if session.amendments[each].state is not AmendmentState.PROPOSED:
            raise KnownError("proposal_not_standing", amendment=each)
    index = build_index(session)
    present = compose(_with(session, dict.fromkeys(amendments, True)), index)
    chosen = set(amendments)
    for cluster in clusters_in(index.clusters.values()):
        for change in cluster.changes:
            if not chosen.isdisjoint(change.ids):
                chosen.update(each for each in change.ids if present.is_included(each))
    alone = compose(_with(session, {each: each in chosen for each in session.amendments}), index)
    _refuse_conflicts(alone)
    return Agreed(alone, present)


def clusters_in(clusters: Collection[Cluster]) -> Iterator[Cluster]:
    """The clusters, and those of amendments to their changes."""
    for cluster in clusters:
        yield cluster
        yield from clusters_in(cluster.inner.values())


def _with(session: Session, included: dict[str, bool]) -> Session:
    decisions = {key: Decision(key, is_in) for key, is_in in included.items()}
    return replace(session, decisions={**session.decisions, **decisions})


def _refuse_conflicts(alone: Composition) -> None:
    """What stays in brackets by the Chair's decision is no text either."""
    session = alone.session
    unsettled = [each for each in alone.conflicts if each.is_open or _is_bracketed(session, each)]
    if unsettled:
        members = dict.fromkeys(m for each in unsettled for m in each.members)
        raise KnownError(
            "adopted_in_conflict",
            amendments=", ".join(members),
            proposals="; ".join(_in_words(session, each) for each in unsettled),
        )


def _is_bracketed(session: Session, conflict: Conflict) -> bool:
    ruling = session.rulings.get(conflict.ruling or "")
    return ruling is not None and ruling.how is RulingKind.BRACKET


def _in_words(session: Session, conflict: Conflict) -> str:
    """The label of the place and the codes of those who do not agree there."""
    provision = session.provisions.get(conflict.provision)
    codes = [session.delegations[each].code for each in conflict.delegations]
    place = provision.label if provision else ""
    return f"{place} {', '.join(codes)}".strip()
