"""Who wanted the words that are in the base now: attribution outlives adoption."""

from collections.abc import Iterator

from editor.negotiation.adoption.atlas import Atlas, Range
from editor.negotiation.adoption.ground import inserted_at
from editor.negotiation.adoption.sequence import Source
from editor.negotiation.adoption.sorting import Adopted, Fates
from editor.negotiation.amendment import Amendment
from editor.negotiation.change import Nature
from editor.negotiation.provision import BasePosition, Stance
from editor.text.edit import Edit


def places_of(adopted: Adopted, fates: Fates, atlas: Atlas) -> list[Range]:
    """Where the adopted words stand; points where words or a break are gone; nothing for a
    provision that is gone as a whole."""
    change = adopted.change
    match change.nature:
        case Nature.MOVE:
            return atlas.whole(change.provision)
        case Nature.DROP:
            return list(_seams(adopted, atlas))
        case Nature.WORDS:
            found = [each for edit in change.edits for each in _of(adopted, edit, fates, atlas)]
            return list(dict.fromkeys(found))
    own = Source("amendments", change.ids[0])
    return atlas.hull(own, 0, len(change.inserted)) if change.inserted else []


def _seams(adopted: Adopted, atlas: Atlas) -> Iterator[Range]:
    """Where the provisions begin that are the rest of another one now."""
    for each in adopted.change.touched[1:]:
        spot = atlas.start(Source("provisions", each), 0)
        if spot is not None:
            yield Range(spot.provision, spot.offset, spot.offset)


def _of(adopted: Adopted, edit: Edit, fates: Fates, atlas: Atlas) -> list[Range]:
    if edit.text:
        start = inserted_at(adopted.change, edit)
        words = Edit(start, start + len(edit.text), "")
        placed = fates.placed(Source("amendments", adopted.change.ids[0]), (words,))
        if placed is not None:
            source, (there,) = placed
            found = atlas.hull(source, there.start, there.end)
            if found:
                return found
    placed = fates.placed(adopted.source, (edit,))
    spot = atlas.start(placed[0], placed[1][0].start) if placed else None
    return [Range(spot.provision, spot.offset, spot.offset)] if spot else []


def public_positions(row: Amendment, place: Range) -> Iterator[BasePosition]:
    """What sponsors and others publicly think of the words at `place`."""
    for sponsor in row.sponsors:
        yield BasePosition(sponsor, place.start, place.end, Stance.SUPPORT)
    for each in row.positions:
        is_said = each.delegation in row.sponsors and each.stance is Stance.SUPPORT
        if not each.private and not (is_said and not each.note):
            yield BasePosition(each.delegation, place.start, place.end, each.stance, each.note)
