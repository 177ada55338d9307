"""Amendments applied one after another to a text whose characters remember where they are from.

What the engine does at once, done step by step; for amendments that do not clash.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from editor.text.edit import Edit


@dataclass(frozen=True)
class Standing:
    """A piece of the text: base character `place`, or words put into the gap before it.

    `turn` is 0 for insertions in their order, 1 for the words of a replacement, 2 for the base
    character: the order in which things stand at one point.
    """

    place: int
    turn: int
    order: int
    words: str


class Page:
    def __init__(self, base: str) -> None:
        self.pieces = [Standing(index, 2, 0, each) for index, each in enumerate(base)]

    def amend(self, edits: Iterable[Edit], orders: dict[Edit, int]) -> None:
        """Apply one amendment; what several amendments put in alike stands once."""
        for edit in edits:
            taken = set(range(edit.start, edit.end))
            self.pieces = [
                each for each in self.pieces if not (each.turn == 2 and each.place in taken)
            ]
            turn = 0 if edit.is_insertion else 1
            new = Standing(edit.start, turn, orders.get(edit, 0), edit.text)
            if edit.text and new not in self.pieces:
                place = sum(before(each, new) for each in self.pieces)
                self.pieces.insert(place, new)

    @property
    def text(self) -> str:
        return "".join(each.words for each in self.pieces)


def before(one: Standing, other: Standing) -> bool:
    return (one.place, one.turn, one.order) < (other.place, other.turn, other.order)
