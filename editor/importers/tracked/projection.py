"""A tracked document as if only one delegation had changed it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from editor.importers.tracked.stream import Atom, Block, Row


class State(Enum):
    KEPT = auto()
    REMOVED = auto()
    ADDED = auto()
    NESTED = auto()
    """Put into words of this delegation by another: no part of its text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or an added break, in original paragraph `row` and final paragraph `column` of a
    sheet; `at` is the offset (code points) in the text of the row, `order` the place in the
    stream."""

    state: State
    text: str
    row: int
    column: int
    at: int
    order: int
    atom: Atom

    @property
    def is_break(self) -> bool:
        return self.atom.is_mark


@dataclass(slots=True)
class Sheet:
    """What happened between two paragraph marks that stay. `joints` are the removed marks, by
    the row that they ended."""

    rows: list[Row]
    columns: int = 1
    pieces: list[Piece] = field(default_factory=list)
    joints: dict[int, Atom] = field(default_factory=dict)

    @property
    def is_changed(self) -> bool:
        return bool(self.joints) or any(each.state is not State.KEPT for each in self.pieces)


def sheets(block: Block, delegation: str) -> Iterator[Sheet]:
    """The changed stretches of a block, the changes of all but one delegation rejected."""
    rows = iter(block.rows)
    sheet = Sheet([next(rows)])
    at = 0
    for order, atom in enumerate(block.atoms):
        state = _state(atom, delegation)
        if state is None:
            continue
        if delegation in atom.replaced_by:
            atom = replace(atom, removed=atom.replaced_by)
        row, column = len(sheet.rows) - 1, sheet.columns - 1
        if not atom.is_mark:
            sheet.pieces.append(Piece(state, atom.text, row, column, at, order, atom))
            at += len(atom.text) if atom.is_original else 0
        elif state is State.ADDED:
            sheet.pieces.append(Piece(state, "\n", row, column, at, order, atom))
            sheet.columns += 1
        elif state is State.REMOVED:
            sheet.joints[row] = atom
            sheet.rows.append(next(rows))
            at = 0
        elif state is State.KEPT:
            if sheet.is_changed:
                yield sheet
            following = next(rows, None)
            if following is None:
                return
            sheet, at = Sheet([following]), 0


def _state(atom: Atom, delegation: str) -> State | None:
    """None for what others put in."""
    if atom.is_original:
        gone = delegation in atom.removed or delegation in atom.replaced_by
        return State.REMOVED if gone else State.KEPT
    if delegation in atom.inside:
        return State.NESTED
    return State.ADDED if delegation in atom.added and not atom.inside else None
