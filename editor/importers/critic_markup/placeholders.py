"""The marks of a text held by placeholders while a reader takes the words apart: so no format of
texts has to know them, and none takes their signs for its own."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.importers.source import Revision

# Noncharacters of Unicode: for use within a program, never for text.
_BEGINS, _ENDS = "\ufdd0", "\ufdd1"
_PLACEHOLDER = re.compile(f"{_BEGINS}(\\d+){_ENDS}")
_FOREIGN = re.compile(f"[{_BEGINS}{_ENDS}]")


@dataclass(frozen=True, slots=True)
class Fate:
    """What the marks say of the words from here on."""

    revision: Revision = Revision.NONE
    author: str = ""
    deleted_by: str = ""
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """`[start, end)` of the text with signs, and what stands for it: plain `words`, comments on
    no words (`at_point`), another fate of what follows."""

    start: int
    end: int
    words: str = ""
    at_point: tuple[str, ...] = ()
    fate: Fate | None = None


class HeldText:
    """A text with placeholders. Does not change after it is made."""

    __slots__ = ("_held", "_left_out", "_shortened", "_source", "text")

    def __init__(self, source: str, held: Sequence[Held]) -> None:
        """`held` are in order and do not overlap."""
        self._source = source
        self._held = held
        self._shortened: list[int] = []
        self._left_out = [0]
        pieces: list[str] = []
        line, position = 1, 0
        for number, each in enumerate(held):
            before = source[position : each.start]
            pieces += (_FOREIGN.sub("", before), f"{_BEGINS}{number}{_ENDS}")
            line += before.count("\n")
            position = each.end
            if breaks := source.count("\n", each.start, each.end):
                self._shortened.append(line)
                self._left_out.append(self._left_out[-1] + breaks)
        self.text = "".join((*pieces, _FOREIGN.sub("", source[position:])))

    def pieces(self, text: str) -> Iterator[str | Held]:
        """The words of a piece of the text, and what is held between them."""
        for number, piece in enumerate(_PLACEHOLDER.split(text)):
            if number % 2:
                yield self._held[int(piece)]
            elif piece:
                yield piece

    def plain(self, text: str) -> str:
        """A piece of the text as it was, signs and all."""
        return _PLACEHOLDER.sub(lambda found: self._signs(int(found[1])), text)

    def line(self, number: int) -> int:
        """The line of the source that a line of the text is: a comment may have several."""
        return number + self._left_out[bisect_left(self._shortened, number)]

    def _signs(self, number: int) -> str:
        held = self._held[number]
        return self._source[held.start : held.end]
