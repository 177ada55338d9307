"""The clean text of a composition, paragraph by paragraph."""

from collections.abc import Callable, Collection, Iterable

from editor.negotiation.composed_provision import ComposedProvision
from editor.negotiation.structure import Place, PlaceRole


def labelled_paragraphs(
    places: Iterable[Place],
    joined_after: Collection[str],
    composed: Callable[[str], ComposedProvision],
) -> tuple[tuple[str, str], ...]:
    """The paragraphs with the id of the provision each begins in; open conflicts in brackets."""
    paragraphs: list[tuple[str, str]] = []
    joining = False
    for place in places:
        if place.role is PlaceRole.MOVED_AWAY:
            continue
        here = composed(place.provision)
        if not here.is_gone or joining:
            first, *more = here.text.split("\n")
            if joining and paragraphs:
                begun, text = paragraphs.pop()
                paragraphs.append((begun, text + first))
            else:
                paragraphs.append((place.provision, first))
            paragraphs.extend((place.provision, each) for each in more)
        joining = place.provision in joined_after and bool(joining or not here.is_gone)
    return tuple(paragraphs)
