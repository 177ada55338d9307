"""What a printed page repeats around the text: running heads and page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from editor.importers.source import SourceParagraph

PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s+(?:of|/)\s+\d{1,4})?\s*", re.IGNORECASE)
_AT_EDGE = 4
_LEAST_PAGES = 3
_LEAST_SHARE_OF_PAGES = 0.25
_LEAST_SHARE = 0.8


def page_furniture(lines: Sequence[SourceParagraph]) -> frozenset[int]:
    """The indices of the lines that are running heads or page numbers.

    A running head stands within four lines of a page break, with no text between, on a quarter
    of the pages and on three at least, and hardly anywhere else; numbers in it count as equal. A
    page number is a number alone, first or last on its page but for running heads.
    """
    edges = _edges(lines)
    if not edges:
        return frozenset()
    shapes = [_shape(each.text) for each in lines]
    everywhere = Counter(shapes)
    pages = 1 + sum(line.after_page_break for line in lines)
    least = max(_LEAST_PAGES, _LEAST_SHARE_OF_PAGES * pages)
    at_edge: dict[str, set[int]] = defaultdict(set)
    for index in edges:
        at_edge[shapes[index]].add(index)
    heads = {
        shape
        for shape, places in at_edge.items()
        if len(places) >= least
        and len(places) >= _LEAST_SHARE * everywhere[shape]
        and not PAGE_NUMBER.fullmatch(shape)
    }
    found = {
        index
        for index, outward in edges.items()
        if shapes[index] in heads
        and all(
            shapes[other] in heads or PAGE_NUMBER.fullmatch(lines[other].text) for other in outward
        )
    }
    for index, outward in edges.items():
        if PAGE_NUMBER.fullmatch(lines[index].text) and all(
            other in found or PAGE_NUMBER.fullmatch(lines[other].text) for other in outward
        ):
            found.add(index)
    return frozenset(found)


def _edges(lines: Sequence[SourceParagraph]) -> Mapping[int, range]:
    """The lines near a page break, each with those between it and the break."""
    found: dict[int, range] = {}
    breaks = [index for index, line in enumerate(lines) if line.after_page_break]
    for place in [*breaks, len(lines)] if breaks else []:
        for index in range(place, min(place + _AT_EDGE, len(lines))):
            found[index] = range(place, index)
        for index in range(max(place - _AT_EDGE, 0), place):
            if index not in found or len(found[index]) > place - index:
                found[index] = range(index + 1, place)
    return found


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.lower().split()))
