"""Ranges: where conflicts stand in their texts (rule 6)."""

from editor.negotiation.change import Nature
from editor.negotiation.clash import bits
from editor.negotiation.cluster import Cluster
from editor.negotiation.conflict import Range


def ranges_of(cluster: Cluster, members: int, in_play: int) -> tuple[Range, ...]:
    """Where the changes in `members` touch their texts: their edits' ranges, united where they
    overlap, and where they touch with nobody else's insertion between; a new provision as an
    empty range of its own, a whole-provision proposal as all of each provision it touches."""
    places: list[Range] = []
    for number in bits(members):
        change = cluster.changes[number]
        if change.nature is Nature.NEW:
            places.append(Range(change.provision, 0, 0))
        elif change.nature is Nature.WHOLE:
            places.extend(
                Range(each, 0, len(cluster.texts[each]))
                for each in change.touched
                if each in cluster.texts
            )
        places.extend(Range(change.provision, e.start, e.end) for e in change.edits)
    foreign = {
        (cluster.changes[number].provision, edit.start)
        for number in bits(in_play & ~members)
        for edit in cluster.changes[number].edits
        if edit.is_insertion
    }
    united: list[Range] = []
    for place in sorted(set(places), key=lambda r: (r.provision, r.start, r.end)):
        last = united[-1] if united else None
        if (
            last
            and last.provision == place.provision
            and (
                place.start < last.end
                or (place.start == last.end and (place.provision, place.start) not in foreign)
            )
        ):
            united[-1] = Range(last.provision, last.start, max(last.end, place.end))
        else:
            united.append(place)
    return tuple(united)


def overlap(one: Range, other: Range) -> bool:
    """Whether two ranges share a character."""
    return one.provision == other.provision and one.start < other.end and other.start < one.end
