"""A change set: all edits from one text to the next, in the words and laws of CodeMirror 6."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from editor.text.edit import Edit, apply_edits


class Side(IntEnum):
    """Where a position goes when text is inserted exactly there."""

    BEFORE = -1
    AFTER = 1


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Disjoint, ordered edits of a text of `length` code points."""

    length: int
    edits: tuple[Edit, ...]

    @classmethod
    def of(cls, length: int, edits: Iterable[Edit]) -> "ChangeSet":
        """Raises ValueError when edits overlap or lie outside the text."""
        ordered = tuple(sorted((e for e in edits if not e.is_nothing), key=_place))
        reached = 0
        for edit in ordered:
            if not reached <= edit.start <= edit.end <= length:
                raise ValueError(f"edits overlap or leave the text: {edit}")
            reached = edit.end
        return cls(length, ordered)

    @property
    def new_length(self) -> int:
        return self.length + sum(len(e.text) - (e.end - e.start) for e in self.edits)

    def apply(self, text: str) -> str:
        """The text after the change. Raises ValueError for a text of another length."""
        if len(text) != self.length:
            raise ValueError(f"change set for {self.length} code points, text has {len(text)}")
        return apply_edits(text, self.edits)

    def invert(self, text: str) -> "ChangeSet":
        """The change set that leads back to `text`, which is the text before the change."""
        if len(text) != self.length:
            raise ValueError(f"change set for {self.length} code points, text has {len(text)}")
        inverse = []
        shift = 0
        for edit in self.edits:
            start = edit.start + shift
            inverse.append(Edit(start, start + len(edit.text), text[edit.start : edit.end]))
            shift += len(edit.text) - (edit.end - edit.start)
        return ChangeSet(self.new_length, tuple(inverse))

    def map_pos(self, position: int, side: Side = Side.BEFORE) -> int:
        """Where `position` (code points of the old text) lies in the new text.

        A position inside a replaced or deleted range goes to the end of what replaced it when
        `side` is AFTER, else to its start.
        """
        shift = 0
        for edit in self.edits:
            if edit.start > position or (edit.start == position and side is Side.BEFORE):
                break
            if position < edit.end:
                return edit.start + shift + (len(edit.text) if side is Side.AFTER else 0)
            shift += len(edit.text) - (edit.end - edit.start)
        return position + shift

    def compose(self, later: "ChangeSet") -> "ChangeSet":
        """One change set that does this and then `later`."""
        if later.length != self.new_length:
            raise ValueError(f"{later.length} code points expected, change gives {self.new_length}")
        pieces = _pieces(self)
        composed: list[Edit] = []
        for piece in _carve(pieces, later):
            if composed and composed[-1].end == piece.start:
                last = composed.pop()
                piece = Edit(last.start, piece.end, last.text + piece.text)
            composed.append(piece)
        return ChangeSet(self.length, tuple(e for e in composed if not e.is_nothing))


def _place(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the middle text: kept old text (`text is None`) or what an edit put there."""

    old_start: int
    old_end: int
    text: str | None

    @property
    def length(self) -> int:
        return self.old_end - self.old_start if self.text is None else len(self.text)


def _pieces(change: ChangeSet) -> list[_Piece]:
    pieces = []
    position = 0
    for edit in change.edits:
        if edit.start > position:
            pieces.append(_Piece(position, edit.start, None))
        pieces.append(_Piece(edit.start, edit.end, edit.text))
        position = edit.end
    if position < change.length:
        pieces.append(_Piece(position, change.length, None))
    return pieces


def _carve(pieces: list[_Piece], later: ChangeSet) -> list[Edit]:
    """The edits of the old text that `pieces` and then the edits of `later` amount to."""
    edits: list[Edit] = []
    pending = list(later.edits)
    middle = 0
    for piece in pieces:
        start, end = middle, middle + piece.length
        middle = end
        kept_from = start
        text = ""
        changed = piece.text is not None
        old_from = piece.old_start
        while pending and (
            pending[0].start < end or (pending[0].start == end and not pending[0].end > end)
        ):
            edit = pending[0]
            upto = max(edit.start, kept_from)
            stop = min(edit.end, end)
            if piece.text is None:
                edits.append(
                    Edit(
                        start=piece.old_start + upto - start,
                        end=piece.old_start + max(stop, upto) - start,
                        text=edit.text,
                    )
                )
            else:
                text += piece.text[kept_from - start : upto - start] + edit.text
            kept_from = max(stop, upto)
            if edit.end > end:
                pending[0] = Edit(end, edit.end, "")
                break
            pending.pop(0)
        if changed and piece.text is not None:
            text += piece.text[kept_from - start :]
            edits.append(Edit(old_from, piece.old_end, text))
    edits.extend(
        Edit(
            later_edit.start - middle + _end(pieces),
            later_edit.end - middle + _end(pieces),
            later_edit.text,
        )
        for later_edit in pending
    )
    return edits


def _end(pieces: list[_Piece]) -> int:
    return pieces[-1].old_end if pieces else 0
