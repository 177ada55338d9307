"""What stands in the gaps between provisions: the turns of what is carried over there."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from editor.negotiation.adoption.agreed import Agreed
from editor.negotiation.adoption.ground import Ground, Turn
from editor.negotiation.amendment import START
from editor.negotiation.circumstances import circumstances, order_rulings
from editor.negotiation.composition import Composition, PlaceRole
from editor.negotiation.session import Session
from editor.negotiation.structure import Place, Structure, arrange

Guest = tuple[str, str]
"""A gap, and the provision that is new or moved there."""


def guest_turns(
    session: Session, agreed: Agreed, grounds: Mapping[str, Ground]
) -> dict[Guest, Turn]:
    """For each guest that is carried over its turn in its gap."""
    now = circumstances(session, agreed.alone.index)(order_rulings(session))
    adopted = _by_gap(agreed.alone, agreed.alone.places)
    turns: dict[Guest, Turn] = {}
    everyone = frozenset(session.amendments)
    for is_out in (False, True):
        verdicts = {
            home: ground.verdict._replace(
                applied=ground.verdict.applied | (ground.carried if is_out else ground.standing),
                included=everyone if is_out else ground.included,
            )
            for home, ground in grounds.items()
            if ground.verdict.cluster.structural
        }
        arranged = arrange(session.base_order, verdicts, now)
        for gap, guests in _by_gap(agreed.alone, arranged.places).items():
            known = adopted.get(gap, [])
            first_of = _circles(arranged, guests)
            behind = 0
            for provision in guests:
                if provision in known:
                    behind = max(behind, known.index(provision) + 1)
                else:
                    place = guests.index(first_of.get(provision, provision))
                    turns.setdefault((gap, provision), Turn(behind, is_out, place))
    return turns


def _circles(arranged: Structure, guests: Collection[str]) -> dict[str, str]:
    """For each guest of a gap that is in a circle there the first of the circle."""
    circles = (
        (conflict.provision, [each.provision for each in conflict.ranges])
        for conflict in arranged.conflicts
    )
    return {
        member: first
        for first, members in circles
        if all(each in guests for each in members)
        for member in members
    }


def _by_gap(alone: Composition, places: tuple[Place, ...]) -> dict[str, list[str]]:
    guests: dict[str, list[str]] = defaultdict(list)
    gap = START
    for place in places:
        is_base = place.provision in alone.index.provision_home
        if is_base and place.role is not PlaceRole.MOVED_HERE:
            gap = place.provision
        else:
            guests[gap].append(place.provision)
    return guests
