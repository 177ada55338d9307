"""Adoption: what is agreed becomes the base text of the next reading."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from editor.negotiation.adoption.agreed import agreed
from editor.negotiation.adoption.carrying import carry_over
from editor.negotiation.adoption.guests import guest_turns
from editor.negotiation.adoption.laying_out import Layout
from editor.negotiation.adoption.new_base import new_base
from editor.negotiation.adoption.revision import Revision
from editor.negotiation.adoption.sequence import Source
from editor.negotiation.adoption.sorting import Fates, NotCarried, fates
from editor.negotiation.amendment import Amendment
from editor.negotiation.patch import Draft, Patch, patched
from editor.negotiation.ruling import Ruling
from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class Adoption:
    """`session` is the new one, `patch` leads to it from the old one. `adopted` are the rows of
    all proposals whose words are in the base now, those of equal wishes too; `settled` the
    rulings that have nothing left to settle."""

    session: Session
    patch: Patch
    adopted: tuple[Amendment, ...]
    not_carried: tuple[NotCarried, ...]
    settled: tuple[Ruling, ...]


def adopt(session: Session, amendments: Collection[str], reading: str = "") -> Adoption:
    """The session whose base is the composition of exactly `amendments`, with everything else
    carried over to it; `reading` is the name of the new reading, if it has another.

    Raises KnownError: unknown_proposal, proposal_not_standing, adopted_in_conflict (the adopted
    ones exclude each other and no ruling settles it).
    """
    ground = agreed(session, amendments)
    found = fates(session, ground)
    layout = Layout(_points(session, found))
    base = new_base(ground.alone, found.grounds, layout)
    turns = guest_turns(session, ground, found.grounds)
    carried = carry_over(session, found, base, turns)
    revision = Revision(ground, found, base, carried)
    patch = revision.patch(Draft(session), reading)
    return Adoption(
        patched(session, patch),
        patch,
        tuple(row for each in found.adopted for row in each.rows),
        tuple(found.refused),
        revision.settled,
    )


def _points(session: Session, found: Fates) -> Mapping[Source, set[int]]:
    """Where marks, positions, and proposals that no change stands for begin and end."""
    points: dict[Source, set[int]] = defaultdict(set)
    for row in session.provisions.values():
        source = found.source_of(row.id)
        for mark in row.marks:
            points[source].update((mark.start, mark.end))
        for position in row.positions:
            points[source].update((position.start, position.end))
    for carried in found.carried:
        for edit in carried.change.edits:
            placed = found.placed(carried.source, (edit,))
            if placed is not None:
                source, (own,) = placed
                points[source].update((own.start, own.end))
    return points
