"""Proposals in the order of the text."""

from collections.abc import Iterable

from editor.exporters.dump import provisions_in_order
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.session import Session


def in_text_order(session: Session, amendments: Iterable[Amendment]) -> list[Amendment]:
    """By provision, new ones where they would stand; what puts a provision in before what
    changes its words."""
    place = {each.id: number for number, each in enumerate(provisions_in_order(session))}
    return sorted(
        amendments,
        key=lambda each: (
            place[each.provision],
            each.kind is not AmendmentKind.NEW_PROVISION,
            each.ordinal,
            each.id,
        ),
    )
