"""Words in the making: what stands without any proposal, and what is put into it where."""

import re
from dataclasses import dataclass, field

from editor.importers.house_styles.house_style import BEHIND_LABEL

_SPACES = re.compile(rf"[^\S{BEHIND_LABEL}]+")
_BEFORE_NOTHING = re.compile(r"[,.;:!?)\]}’”]")


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words to be put in at `at`, an offset of the text that was settled."""

    at: int
    words: str


@dataclass(slots=True)
class Ground:
    """Builds a text piece by piece, single spaces between words, and the places in it."""

    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _ends_in_space: bool = True
    _gap: bool = False
    _places: list[int] = field(default_factory=list)

    @property
    def length(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def add(self, words: str) -> tuple[int, int]:
        """Append `words`; returns where they stand, outer spaces left out."""
        words = _SPACES.sub(" ", words)
        if self._ends_in_space:
            words = words.lstrip(" ")
        if self._gap and self._ends_in_space and _BEFORE_NOTHING.match(words):
            self._drop_last_space()
        start = self._length
        if words:
            self._pieces.append(words)
            self._length += len(words)
            self._ends_in_space = words.endswith(" ")
            self._gap = False
        stripped = words.rstrip(" ")
        return start + len(words) - len(words.lstrip(" ")), start + len(stripped)

    def leave_gap(self) -> int:
        """Keep a place where words may be put in; returns its number, for `place`."""
        self._gap = True
        self._places.append(self._length)
        return len(self._places) - 1

    def place(self, number: int) -> int:
        """The offset of a place, once the text is whole."""
        return self._places[number]

    def _drop_last_space(self) -> None:
        if self._pieces and self._pieces[-1].endswith(" "):
            self._pieces[-1] = self._pieces[-1][:-1]
            self._length -= 1
            self._places = [min(each, self._length) for each in self._places]
        self._ends_in_space = False


def fitted(text: str, place: int, words: str) -> Insertion:
    """`words` with the spaces they need at `place` of the finished `text`."""
    words = " ".join(words.split())
    place = min(place, len(text))
    follows_on = bool(_BEFORE_NOTHING.match(words))
    if place and text[place - 1] == " " and (follows_on or place == len(text)):
        place -= 1
    before, after = text[:place][-1:], text[place : place + 1]
    if before and before not in " ([{“" and not follows_on:
        words = f" {words}"
    elif before in ("", " ") and after and after != " " and not _BEFORE_NOTHING.match(after):
        words = f"{words} "
    return Insertion(place, words)
