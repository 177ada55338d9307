"""From extents to base text and edits in its code points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.importers.compilation.extent import Extent
from editor.importers.compilation.ground import Ground, Word, needs_space
from editor.importers.compilation.tracked_words import are_fused
from editor.importers.revisions import NOT_IN_FINAL, NOT_IN_ORIGINAL
from editor.negotiation.provision import Mark, MarkKind
from editor.text.edit import Edit
from editor.text.tokens import tokens

_INDEX_OF_LITERAL = -1


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word of a text; `index` is its place in the ground. `spaced` counts for quoted words,
    which have no place there."""

    index: int
    text: str
    spaced: bool


class BaseText:
    """The base text of a ground, and the edits that its extents are in it."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        words = ground.words
        self._spaced = [word.spaced and word.gap not in NOT_IN_ORIGINAL for word in words]
        self._spaced_anew = [word.spaced and word.gap not in NOT_IN_FINAL for word in words]
        self._base = [
            _Piece(i, word.base_text or word.text, True)
            for i, word in enumerate(ground.words)
            if word.is_base
        ]
        self._printed = {piece.index: piece.text for piece in self._base}
        self.text, self._places = self._written(self._base)

    def end_before(self, words: int) -> int:
        """The offset at which the last base word among the first `words` printed ones ends."""
        ends = [self._places[piece.index][1] for piece in self._base if piece.index < words]
        return ends[-1] if ends else 0

    def range_of(self, indices: Iterable[int]) -> tuple[int, int] | None:
        """The offsets from the first to the last of these base words."""
        found = [self._places[i] for i in sorted(indices) if i in self._places]
        return (found[0][0], found[-1][1]) if found else None

    def edits(self, extent: Extent) -> tuple[Edit, ...]:
        """The edits that make the base text what the extent wants."""
        wanted = self._wanted(extent)
        text, places = self._written(wanted, extent.old | extent.new)
        edits: list[Edit] = []
        old_reached = new_reached = 0
        for piece in wanted:
            if self._printed.get(piece.index) != piece.text:
                continue
            old, new = self._places[piece.index], places[piece.index]
            self._add_edit(edits, old_reached, old[0], text[new_reached : new[0]])
            old_reached, new_reached = old[1], new[1]
        self._add_edit(edits, old_reached, len(self.text), text[new_reached:])
        return tuple(edits)

    def italics(self) -> tuple[Mark, ...]:
        """Italic stretches of the base text."""
        marks: list[Mark] = []
        for piece in self._base:
            if not self._ground.words[piece.index].italic:
                continue
            start, end = self._places[piece.index]
            if marks and start - marks[-1].end <= 1:
                marks[-1] = Mark(MarkKind.ITALIC, marks[-1].start, end)
            else:
                marks.append(Mark(MarkKind.ITALIC, start, end))
        return tuple(marks)

    def _add_edit(self, edits: list[Edit], start: int, end: int, text: str) -> None:
        if self.text[start:end] != text:
            edits.append(Edit(start, end, text))

    def _wanted(self, extent: Extent) -> list[_Piece]:
        literal = _literal_pieces(extent.literal)
        place = extent.place if extent.place is not None else min(extent.old, default=None)
        pieces: list[_Piece] = []
        for index, word in enumerate(self._ground.words):
            if literal and index == place:
                pieces.extend(literal)
                literal = []
            if index in extent.old:
                continue
            if word.is_base:
                follows_new = bool(pieces) and pieces[-1].index in extent.new
                pieces.append(_Piece(index, _as_wanted(word, follows_new), True))
            elif index in extent.new and extent.literal is None:
                pieces.append(_Piece(index, word.text, True))
        return [*pieces, *literal]

    def _written(
        self, pieces: Sequence[_Piece], changed: frozenset[int] = frozenset()
    ) -> tuple[str, dict[int, tuple[int, int]]]:
        """The pieces as text, and the place of each in it. Around words that are `changed` the
        spaces are those after the tracked changes."""
        text = ""
        places: dict[int, tuple[int, int]] = {}
        last = -1
        for piece in pieces:
            spaced = piece.spaced
            if piece.index >= 0:
                spaced = last < 0 or self._is_spaced(last, piece.index, changed)
                last = piece.index
            if text and needs_space(text[-1], piece.text, spaced):
                text += " "
            if piece.index >= 0:
                places[piece.index] = len(text), len(text) + len(piece.text)
            text += piece.text
        return text, places

    def _is_spaced(self, before: int, after: int, changed: frozenset[int]) -> bool:
        """Whether a space stands between the words of these indices."""
        gaps = slice(before + 1, after + 1)
        if changed.isdisjoint(range(before, after + 1)):
            return any(self._spaced[gaps])
        if any(self._spaced_anew[gaps]):
            return True
        one, two = self._ground.words[before], self._ground.words[after]
        # Only a mark may touch a word: the parts of one word are one printed word.
        return one.is_word and two.is_word and (any(self._spaced[gaps]) or are_fused(one, two))


def _as_wanted(word: Word, follows_new: bool) -> str:
    """A base word in a changed text: after inserted words a capital is gone that only the start
    of the sentence gave it."""
    if follows_new and word.base_text.lower() == word.key:
        return word.text
    return word.base_text or word.text


def _literal_pieces(literal: str | None) -> list[_Piece]:
    pieces: list[_Piece] = []
    spaced = True
    for token in tokens(literal or ""):
        if token.isspace():
            spaced = True
            continue
        pieces.append(_Piece(_INDEX_OF_LITERAL, token, spaced))
        spaced = False
    return pieces
