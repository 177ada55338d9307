"""From marks to meaning: which paragraphs stay, and what became of the others.

A final paragraph that keeps words of an original one *is* that paragraph; one that keeps words
of several is a join, one whose words are in several a split. Blank paragraphs are none.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from editor.importers.tracked.findings import (
    Changed,
    Combined,
    Deleted,
    Finding,
    Hunk,
    Inserted,
    Joined,
    Replaced,
)
from editor.importers.tracked.projection import Piece, Sheet, State
from editor.importers.tracked.stream import NOBODY, Atom, Names
from editor.text.edit import Edit


def interpret(sheet: Sheet, before: int) -> Iterator[Finding]:
    """What happened in a sheet; `before` is the number of the last original paragraph above."""
    yield from _Interpreter(sheet, before).findings()


@dataclass(frozen=True, slots=True)
class _Kin:
    """Original and final paragraphs (first and last) held together by words that were kept."""

    rows: tuple[int, int]
    columns: tuple[int, int]


class _Interpreter:
    def __init__(self, sheet: Sheet, before: int) -> None:
        self._sheet = sheet
        self._before = before
        self._rows = [index for index, row in enumerate(sheet.rows) if row.number >= 0]
        self._pieces = _without_blanks(sheet)
        self._texts = [""] * sheet.columns
        self._in_row: dict[int, list[Piece]] = defaultdict(list)
        self._in_column: dict[int, list[Piece]] = defaultdict(list)
        for piece in self._pieces:
            if piece.state in (State.KEPT, State.REMOVED):
                self._in_row[piece.row].append(piece)
            if not piece.is_break:
                self._in_column[piece.column].append(piece)
                if piece.state in (State.KEPT, State.ADDED):
                    self._texts[piece.column] += piece.text
        edges = sorted({_cell(each) for each in self._pieces if each.state is State.KEPT})
        self._edged = frozenset(row for row, _ in edges)
        self._kin = list(_components(edges))

    def findings(self) -> Iterator[Finding]:
        for kin in self._kin:
            yield from self._of_kin(kin)
        held = {row for kin in self._kin for row in range(kin.rows[0], kin.rows[1] + 1)}
        kept = {c for kin in self._kin for c in range(kin.columns[0], kin.columns[1] + 1)}
        columns = range(self._sheet.columns)
        new = dict.fromkeys(c for c in columns if self._texts[c] and c not in kept)
        for row in self._rows:
            if row in held:
                continue
            removed = tuple(each.atom for each in self._in_row[row])
            place = self._replacement(row)
            if place not in new:
                yield Deleted(self._sheet.rows[row], removed)
            else:
                del new[place]
                atoms = removed + self._added(place)
                yield Replaced(self._sheet.rows[row], self._texts[place], atoms)
        thresholds = [self._threshold(row) for row in self._rows]
        for column in new:
            atoms = self._added(column)
            above = bisect_right(thresholds, self._beginning(column))
            after = self._sheet.rows[self._rows[above - 1]].number if above else self._before
            yield Inserted(after, self._texts[column], atoms[0].line, atoms)

    def _added(self, column: int) -> tuple[Atom, ...]:
        states = (State.ADDED, State.NESTED)
        return tuple(each.atom for each in self._in_column[column] if each.state in states)

    def _replacement(self, row: int) -> int | None:
        """The final paragraph whose words stand where those of `row` stood, no mark between."""
        cells = {_cell(each) for each in self._in_row[row]}
        if len(cells) != 1:
            return None
        ((_, column),) = cells
        return column if {_cell(each) for each in self._in_column[column]} == cells else None

    def _threshold(self, row: int) -> int:
        """What is new from here on stands after original paragraph `row`."""
        own = self._in_row[row]
        kept = [each.order for each in own if each.state is State.KEPT]
        return max(kept) if kept else own[0].order

    def _beginning(self, column: int) -> int:
        return next(
            each.order
            for each in self._in_column[column]
            if each.state is State.ADDED and each.text.strip()
        )

    def _of_kin(self, kin: _Kin) -> Iterator[Finding]:
        """Paragraphs that were kept, joined or split."""
        first, last = kin.rows
        within = [row for row in self._rows if first <= row <= last]
        edged = [row for row in within if row in self._edged]
        by_row = self._dealt(kin, edged)
        if edged != within:
            pieces = [piece for row in edged for piece in by_row[row]]
            texts = self._texts[kin.columns[0] : kin.columns[1] + 1]
            yield Combined(
                tuple(self._sheet.rows[row] for row in within),
                "\n".join(text for text in texts if text),
                tuple(p.atom for p in pieces if p.state is not State.KEPT),
            )
            return
        hunks = {row: list(_hunks(by_row[row])) for row in edged}
        for row, following in pairwise(edged):
            yield self._joined(row, following, hunks)
        for row in edged:
            if hunks[row]:
                yield Changed(self._sheet.rows[row], tuple(hunks[row]))

    def _dealt(self, kin: _Kin, edged: Sequence[int]) -> dict[int, list[Piece]]:
        """The pieces of each row; what was added between two rows belongs to the first."""
        dealt: dict[int, list[Piece]] = {row: [] for row in edged}
        first, last = kin.columns
        for piece in self._pieces:
            if piece.state in (State.KEPT, State.REMOVED):
                if piece.row in dealt:
                    dealt[piece.row].append(piece)
                continue
            is_inside = first <= piece.column <= last - int(piece.is_break)
            if not is_inside or (piece.is_break and not self._texts[piece.column]):
                continue
            row = max((each for each in edged if each <= piece.row), default=edged[0])
            at = piece.at
            if row != piece.row:
                at = len(self._sheet.rows[row].text) if row < piece.row else 0
            dealt[row].append(replace(piece, row=row, at=at))
        return dealt

    def _joined(self, row: int, following: int, hunks: dict[int, list[Hunk]]) -> Joined:
        """The words in place of the mark, mostly a space, go with the join."""
        first, second = self._sheet.rows[row], self._sheet.rows[following]
        end = len(first.text)
        text = ""
        atoms = [self._sheet.joints[each] for each in range(row, following)]
        if hunks[row] and _is_seam(hunks[row][-1], end):
            seam = hunks[row].pop()
            text, atoms = seam.edit.text, [*atoms, *seam.atoms]
        if hunks[following] and _is_seam(hunks[following][0], 0):
            seam = hunks[following].pop(0)
            text, atoms = text + seam.edit.text, [*atoms, *seam.atoms]
        opening = next((each for each in hunks[following] if not each.edit.start), None)
        return Joined(first, second, text, tuple(atoms), opening)


def _is_seam(hunk: Hunk, at: int) -> bool:
    """Words put in right at a mark that is gone."""
    return hunk.edit.start == hunk.edit.end == at and "\n" not in hunk.edit.text


def _cell(piece: Piece) -> tuple[int, int]:
    return piece.row, piece.column


def _without_blanks(sheet: Sheet) -> list[Piece]:
    """The pieces as they would be without paragraphs that hold no words, where only spaces
    were kept."""
    finals = [""] * sheet.columns
    kept: dict[tuple[int, int], str] = {}
    for piece in sheet.pieces:
        if piece.state in (State.KEPT, State.ADDED) and not piece.is_break:
            finals[piece.column] += piece.text
        if piece.state is State.KEPT:
            kept[_cell(piece)] = kept.get(_cell(piece), "") + piece.text
    found: list[Piece] = []
    for piece in sheet.pieces:
        has_original = sheet.rows[piece.row].number >= 0
        has_final = bool(finals[piece.column].strip())
        match piece.state:
            case State.KEPT:
                if has_original and has_final and kept[_cell(piece)].strip():
                    found.append(piece)
                    continue
                if has_original:
                    found.append(replace(piece, state=State.REMOVED))
                if has_final:
                    at = piece.at + len(piece.text)
                    found.append(replace(piece, state=State.ADDED, at=at))
            case State.REMOVED if has_original:
                found.append(piece)
            case State.ADDED | State.NESTED if has_final or piece.is_break:
                found.append(piece)
    return found


def _components(edges: Sequence[tuple[int, int]]) -> Iterator[_Kin]:
    """Edges rise in both directions: each shares a row or a column with the one before, or
    begins something new."""
    kin: _Kin | None = None
    for row, column in edges:
        if kin is not None and (row == kin.rows[1] or column == kin.columns[1]):
            kin = _Kin((kin.rows[0], row), (kin.columns[0], column))
            continue
        if kin is not None:
            yield kin
        kin = _Kin((row, row), (column, column))
    if kin is not None:
        yield kin


def _hunks(pieces: Sequence[Piece]) -> Iterator[Hunk]:
    """The changes between kept words; what more delegations want is apart from what is wanted
    by fewer."""
    run: list[Piece] = []
    names = NOBODY
    for piece in pieces:
        own = _names(piece)
        if piece.text and (piece.state is State.KEPT or (names and own and own != names)):
            yield from _hunk(run)
            run, names = [], NOBODY
        if piece.state is not State.KEPT:
            run.append(piece)
            names = names or own
    yield from _hunk(run)


def _names(piece: Piece) -> Names:
    """Who is behind words that are put in or taken out."""
    if piece.is_break or not piece.text:
        return NOBODY
    return {State.ADDED: piece.atom.added, State.REMOVED: piece.atom.removed}.get(
        piece.state, NOBODY
    )


def _hunk(run: Sequence[Piece]) -> Iterator[Hunk]:
    removed = [each for each in run if each.state is State.REMOVED]
    text = "".join(each.text for each in run if each.state is State.ADDED)
    if not run or not (text or any(each.text for each in removed)):
        return
    start = min((each.at for each in removed), default=run[0].at)
    end = start + sum(len(each.text) for each in removed)
    yield Hunk(Edit(start, end, text), tuple(each.atom for each in run))
