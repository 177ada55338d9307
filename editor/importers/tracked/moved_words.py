"""A provision that comes again elsewhere in other words: a move, and amendments of its words."""

from collections.abc import Iterator
from dataclasses import replace

from editor.importers.tracked.base_match import Ground, kept_stretches
from editor.importers.tracked.findings import is_by
from editor.importers.tracked.stream import Atom
from editor.importers.tracked.wishes import Left, Wish, left
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.session import Session
from editor.text.diff import word_edits
from editor.text.edit import Edit
from editor.text.normal_form import normal_edit


class MovedWords:
    """What became of the words of a provision between its deletion and its coming again."""

    def __init__(self, session: Session, departure: Wish, arrival: Wish) -> None:
        self._provision = session.provisions[departure.amendment.provision]
        self._departure, self._arrival = departure, arrival
        text, new = self._provision.text, arrival.amendment.text or ""
        self._edits = word_edits(text, new)
        self._ground = Ground(self._provision, tuple(kept_stretches(len(text), self._edits)))
        self._by_others = {
            other: tuple(self._where_it_fits(new, each) for each in edits)
            for other, edits in arrival.inner.items()
        }

    def move(self) -> Wish:
        """Where it arrives it has its place among what else is new there."""
        after = self._arrival.amendment.after
        moved = replace(self._departure.amendment, kind=AmendmentKind.MOVE, after=after)
        atoms = (*self._departure.atoms, *self._arrival.atoms)
        return Wish(moved, tuple(each for each in atoms if each.move or not self._edits))

    def amended(self) -> Iterator[Wish]:
        """What whoever moved it changed in it, with what others change in the words so put in."""
        if not self._edits:
            return
        struck = self._struck_by_others()
        for edit, start in self._put_in():
            end = start + len(edit.text)
            inner = {
                other: tuple(Edit(e.start - start, e.end - start, e.text) for e in own)
                for other, edits in self._by_others.items()
                if (own := [e for e in edits if self._is_within(e, start, end)])
            }
            if edit not in struck:
                yield Wish(self._amendment(edit), self._atoms(start, end), inner)

    def amended_by_others(self) -> Iterator[tuple[str, Wish | Left]]:
        """What others changed in its words where it arrived, with who did."""
        put_in = [(start, start + len(edit.text)) for edit, start in self._put_in()]
        for other, edits in self._by_others.items():
            atoms = tuple(each for each in self._arrival.atoms if is_by(each, other))
            for edit in edits:
                placed = self._ground.place(edit)
                if placed is not None:
                    yield other, Wish(self._amendment(placed), atoms)
                elif not any(self._is_within(edit, *each) for each in put_in):
                    yield other, left(atoms, "inside_other_words", self._ground)

    def _where_it_fits(self, new: str, edit: Edit) -> Edit:
        """An edit of the new text, in normal form unless only as it is it lies in base words."""
        return edit if self._ground.place(edit) else normal_edit(new, edit)

    def _struck_by_others(self) -> frozenset[Edit]:
        """What others took out where it stood: no wish of whoever moved the rest. The printed
        label stands before the words."""
        atoms = self._departure.atoms
        movers = frozenset[str]().union(*(each.removed for each in atoms if each.move))
        text = self._provision.text
        at = len(text) - sum(len(each.text) for each in atoms)
        struck: set[Edit] = set()
        for each in atoms:
            if at >= 0 and not each.move and each.removed - movers:
                struck.add(normal_edit(text, Edit(at, at + len(each.text), "")))
            at += len(each.text)
        return frozenset(struck)

    def _put_in(self) -> Iterator[tuple[Edit, int]]:
        """Each edit, and where its words begin in the new text."""
        shift = 0
        for edit in self._edits:
            yield edit, edit.start + shift
            shift += len(edit.text) - (edit.end - edit.start)

    def _is_within(self, edit: Edit, start: int, end: int) -> bool:
        return start <= edit.start and edit.end <= end and self._ground.place(edit) is None

    def _amendment(self, edit: Edit) -> Amendment:
        return Amendment("", self._provision.id, edits=(edit,))

    def _atoms(self, start: int, end: int) -> tuple[Atom, ...]:
        """Those of the words `[start, end)` of the new text; of a deletion, those that were
        deleted before the move, or one that tells the line only."""
        words = [each for each in self._arrival.atoms if each.added and not each.inside]
        at = len(self._arrival.amendment.text or "") - sum(len(each.text) for each in words)
        found: list[Atom] = []
        for each in words:
            if start < at + len(each.text) and at < end:
                found.append(each)
            at += len(each.text)
        gone = [each for each in self._departure.atoms if not each.move and not each.is_mark]
        first = replace(self._arrival.atoms[0], comments=())
        return tuple(found or gone or [first])
