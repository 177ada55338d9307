"""Whom words that a format sets apart are of: the delegations in brackets right behind them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editor.importers.house_styles.known_names import KnownNames
from editor.importers.names import Designation

_BRACKET = r"(?:\[(?P<square>[^\[\]]{2,300})\]|\((?P<round>[^\[\]()]{2,300})\))"
_BEHIND = re.compile(rf"\s*{_BRACKET}")
_INSIDE = re.compile(r"\[(?P<square>[^\[\]]{2,300})\]")
_AT_END = re.compile(r"\((?P<round>[^\[\]()]{2,300})\)\s*")
_LONGEST = 310


@dataclass(frozen=True, slots=True)
class Marked:
    """`[start, end)` of a paragraph is set apart by `look`; `owner` is the delegation that the
    document says all words of this look are of, as written, or ""."""

    start: int
    end: int
    look: str
    is_deleted: bool
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Marked words, and who is named right behind them (nobody: `()`)."""

    words: Marked
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """The marked words of a paragraph without the attributions in them, and where these stand,
    each with the spaces before it: they are no part of the text."""

    marked: tuple[Named, ...]
    attributions: tuple[tuple[int, int], ...]


def named_beside(text: str, marked: Sequence[Marked], known: KnownNames) -> Beside:
    """Who is named beside the marked words of a paragraph.

    A bracket that holds only known names attributes the marked words right before it, and those
    that adjoin them: words struck and put in next to each other are one change. `marked` is in
    order and does not overlap.
    """
    return _Search(text, known).found(marked)


class _Search:
    def __init__(self, text: str, known: KnownNames) -> None:
        self._text = text
        self._known = known
        self._attributions: list[tuple[int, int]] = []

    def found(self, marked: Sequence[Marked]) -> Beside:
        pieces = [piece for each in self._joined(marked) for piece in self._parted(each)]
        struck = [each.start for each in pieces if each.is_deleted]
        found: list[Named] = []
        used = 0
        for each in pieces:
            if each.end <= used:
                continue
            each = replace(each, start=max(each.start, used))
            names, end = self._behind(each, struck)
            found.append(Named(each, names))
            if names:
                self._name_adjoining(found)
                self._attributions.append((each.end, end))
                used = end
        return Beside(tuple(found), tuple(self._attributions))

    def _joined(self, marked: Sequence[Marked]) -> Iterator[Marked]:
        """Words of one look that follow each other are one."""
        last: Marked | None = None
        for each in marked:
            if last is not None and last.end == each.start and _alike(last, each):
                last = replace(last, end=each.end)
                continue
            if last is not None:
                yield last
            last = each
        if last is not None:
            yield last

    def _parted(self, marked: Marked) -> Iterator[Marked]:
        """The words around the attributions that are marked as the words are. What is struck has
        none: its brackets are words to be deleted."""
        start = marked.start
        if not marked.is_deleted:
            for begin, end in self._inside(marked):
                if self._text[start:begin].strip():
                    yield replace(marked, start=start, end=begin)
                    start = end
        if start < marked.end:
            yield replace(marked, start=start)

    def _inside(self, marked: Marked) -> Iterator[tuple[int, int]]:
        for found in _INSIDE.finditer(self._text, marked.start, marked.end):
            if self._known.listed(found["square"]):
                yield self._with_space(found)
        tail = max(marked.start, marked.end - _LONGEST)
        opening = self._text.rfind("(", tail, marked.end)
        at_end = _AT_END.fullmatch(self._text, opening, marked.end) if opening >= 0 else None
        if at_end and self._known.listed(at_end["round"]):
            yield self._with_space(at_end)

    def _with_space(self, found: re.Match[str]) -> tuple[int, int]:
        start = found.start()
        while start and self._text[start - 1].isspace():
            start -= 1
        return start, found.end()

    def _behind(self, marked: Marked, struck: Sequence[int]) -> tuple[tuple[str, ...], int]:
        """Who is named right behind marked words, and where that ends."""
        names: list[str] = []
        end = marked.end
        while found := _BEHIND.match(self._text, end):
            listed = self._known.listed(found["square"] or found["round"])
            next_struck = bisect_left(struck, end)
            is_struck = next_struck < len(struck) and struck[next_struck] < found.end()
            if not listed or is_struck or self._abbreviates(listed, marked):
                break
            names += [each.written for each in listed]
            end = found.end()
        return tuple(dict.fromkeys(names)), end

    def _abbreviates(self, listed: Sequence[Designation], marked: Marked) -> bool:
        """Whether the bracket only says what the words before it are called for short."""
        words = self._text[max(marked.start, marked.end - _LONGEST) : marked.end]
        words = words.rstrip().casefold()
        name = listed[0].name
        return (
            len(listed) == 1
            and name is not None
            and any(
                words.endswith(each.casefold())
                for each in name.spellings
                if len(each) > len(listed[0].written)
            )
        )

    def _name_adjoining(self, found: list[Named]) -> None:
        """Give the words that adjoin the last ones its names: of one kind, or of two where words
        are struck for others."""
        names = found[-1].names
        turns = 0
        for index in range(len(found) - 2, -1, -1):
            before, after = found[index], found[index + 1]
            turns += before.words.is_deleted is not after.words.is_deleted
            if before.names or turns > 1 or not self._adjoin(before.words, after.words):
                return
            found[index] = replace(before, names=names)

    def _adjoin(self, before: Marked, after: Marked) -> bool:
        if self._text[before.end : after.start].strip():
            return False
        if before.is_deleted is after.is_deleted:
            return before.look == after.look
        return before.owner == after.owner or not (before.owner and after.owner)


def _alike(one: Marked, other: Marked) -> bool:
    return (one.look, one.is_deleted) == (other.look, other.is_deleted)
