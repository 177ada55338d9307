"""The provisions of the new base text, in their order."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from editor.negotiation.adoption.atlas import Part
from editor.negotiation.adoption.ground import Ground
from editor.negotiation.adoption.laying_out import Layout
from editor.negotiation.adoption.sequence import Item, Stretch
from editor.negotiation.amendment import START
from editor.negotiation.composition import Composition
from editor.negotiation.identity import fresh
from editor.negotiation.structure import PlaceRole


class GapSlot(NamedTuple):
    """A place in the gap after a base provision (or START), behind so many adopted guests."""

    gap: str
    behind: int


class NewBase(NamedTuple):
    """`trail` are the parts and the gap slots in the order of the text."""

    parts: tuple[Part, ...]
    trail: tuple[Part | GapSlot, ...]

    def anchors(self, standing: Collection[str]) -> dict[GapSlot, tuple[str, int]]:
        """For each gap slot the last provision before it, of those `standing`, and its turn."""
        found: dict[GapSlot, tuple[str, int]] = {}
        last = START
        for turn, each in enumerate(self.trail):
            if isinstance(each, GapSlot):
                found[each] = last, turn
            elif each.id in standing:
                last = each.id
        return found


def new_base(alone: Composition, grounds: Mapping[str, Ground], layout: Layout) -> NewBase:
    """The base that the composition of what is adopted makes."""
    ids = fresh("p", alone.session.provisions)
    gap, behind = START, 0
    trail: list[Part | GapSlot] = [GapSlot(START, 0)]
    chain: list[tuple[str, list[Item]]] = []
    for place in alone.places:
        provision = place.provision
        home = alone.index.provision_home.get(provision)
        if place.role is not PlaceRole.MOVED_AWAY:
            if home is not None:
                items = layout.of_provision(grounds[home], provision)
            else:
                where, number = alone.structure.new_numbers[provision]
                items = layout.of_new(grounds[where], number)
            chain.append((provision, items))
            if provision not in alone.joined_after:
                trail.extend(_parts(chain, ids))
                chain = []
        if place.role is PlaceRole.MOVED_HERE or home is None:
            behind += 1
        else:
            gap, behind = provision, 0
        trail.append(GapSlot(gap, behind))
    parts = tuple(each for each in trail if isinstance(each, Part))
    return NewBase(parts, tuple(trail))


def _parts(chain: list[tuple[str, list[Item]]], ids: Iterator[str]) -> Iterator[Part]:
    """The provisions that some joined ones make: cut at the breaks adopted in them."""
    heads = tuple(provision for provision, _ in chain)
    first = next((each for each, items in chain if _has_words(items)), heads[0])
    key, items = first, list[Item]()
    for each in (item for _, laid in chain for item in laid):
        if not isinstance(each, Stretch) or each.source.of == "provisions":
            items.append(each)
            continue
        start = each.start
        for line in each.text.split("\n")[:-1]:
            end = start + len(line)
            items.append(Stretch(each.source, start, end, line))
            items.append(Stretch(each.source, end, end + 1, ""))
            yield Part(key, heads, tuple(items))
            key, items = next(ids), []
            start = end + 1
        if each.text:
            items.append(Stretch(each.source, start, each.end, each.text[start - each.start :]))
        else:
            items.append(each)
    yield Part(key, heads, tuple(items))


def _has_words(items: list[Item]) -> bool:
    return any(isinstance(each, Stretch) and each.text for each in items)
