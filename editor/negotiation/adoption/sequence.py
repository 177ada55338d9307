"""A new text as a sequence: every stretch of every old text in the order of reading, those that
are gone too, and between them the places where something can still be put in."""

from typing import NamedTuple


class Source(NamedTuple):
    """An old text: of a base provision, or what an amendment or a bridging ruling puts in.
    `of` is the table of its row, `key` the id of the row."""

    of: str
    key: str


class Stretch(NamedTuple):
    """Code points `[start, end)` of a source; `text` is empty when they are gone."""

    source: Source
    start: int
    end: int
    text: str


class Slot(NamedTuple):
    """A place at the offset `at` of a source: behind the replacement that ends there and behind
    `behind` of the insertions adopted there."""

    source: Source
    at: int
    behind: int


Item = Stretch | Slot


class Laid(NamedTuple):
    """An item with the range of the text it is laid out in; empty for what is put into it."""

    start: int
    end: int
    item: Item


def sliced(items: list[Laid], start: int, end: int) -> list[Item]:
    """The items over `[start, end)` of their text; what is put in belongs to the stretch that
    ends where it stands."""
    return [
        each.item
        for each in items
        if (
            start < each.start <= end or each.start == start == 0
            if each.start == each.end
            else start <= each.start and each.end <= end
        )
    ]
