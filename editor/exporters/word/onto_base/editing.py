"""Writing the pieces of a provision into the paragraph that it has in the base document: kept
words stay the elements that they are, the rest goes in or out around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from editor.exporters.manuscript import ManuscriptParagraph, Piece, Tracked
from editor.exporters.typography import look_at
from editor.exporters.word.elements import Element, element, hollow, name
from editor.exporters.word.onto_base.fields import Field, runs_from
from editor.exporters.word.onto_base.gone import remove_run
from editor.exporters.word.onto_base.host import Host, Leaf, cut_after, cut_before, runs_of
from editor.exporters.word.onto_base.looks import look_between, runs_like, with_typography
from editor.exporters.word.onto_base.paragraphs import split_before
from editor.exporters.word.onto_base.pen import Pen, as_formula
from editor.exporters.word.onto_base.places import is_math, outside, put_after, put_before
from editor.exporters.word.onto_base.text_boxes import holder_of, put_mark_beside
from editor.negotiation.provision import Provision

_GONE = "gone"
"""The author of words that are taken out without a mark."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A base provision and its paragraph."""

    provision: Provision
    host: Host


class HostWriter:
    """Writes one provision into its paragraph; `seats` are all provisions by id, for words
    that come from another."""

    def __init__(self, seat: Seat, seats: Mapping[str, Seat], pen: Pen) -> None:
        self._seat = seat
        self._host = seat.host
        self._seats = seats
        self._pen = pen
        self._last: Leaf | None = None
        self._replaced: Leaf | None = None
        self._new: Element | None = None
        self._deleted: dict[Leaf, str] = {}
        self._visited: set[Leaf] = set()

    def write(self, parts: Sequence[ManuscriptParagraph]) -> list[Element]:
        """The elements of the paragraphs that the provision is now, in order; the last is the
        one that it had."""
        breaks: list[Element] = []
        streams = [list(self._own(part.pieces)) for part in parts]
        if not self._pen.tracks:
            streams = self._with_gaps(streams)
        for index, pieces in enumerate(streams):
            if index:
                breaks.append(element("w:p"))
                self._put(breaks[-1])
            for piece in pieces:
                self._write(piece)
        self._finish_fields()
        if not self._pen.tracks:
            self._take_out()
        return [*(split_before(each, self._host.element) for each in breaks), self._host.element]

    @staticmethod
    def _own(pieces: Sequence[Piece]) -> Iterator[Piece]:
        """The pieces without the label: the base document prints its own."""
        for piece in pieces:
            if piece.is_label and piece.tracked is not Tracked.INSERTED:
                piece = replace(piece, text="")
            yield piece

    def _with_gaps(self, streams: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
        """The pieces with deletions of the base words that are in none of them, each before
        what stands in their place."""
        provision = self._seat.provision
        done: list[list[Piece]] = []
        flat = list(chain.from_iterable(streams))
        starts = [
            piece.start
            for piece in flat
            if piece.start is not None and piece.provision == provision.id and not piece.note
        ]
        ahead = iter([*starts, len(provision.text)])
        next_start, position = next(ahead), 0
        for pieces in streams:
            filled: list[Piece] = []
            for piece in pieces:
                is_own = piece.start is not None and piece.provision == provision.id
                adds = bool(piece.text) and not is_own
                if (adds or (is_own and not piece.note)) and position < next_start:
                    filled.append(self._gap(position, next_start))
                    position = next_start
                if is_own and not piece.note:
                    assert piece.start is not None
                    position = piece.start + len(piece.text)
                    next_start = next(ahead)
                filled.append(piece)
            done.append(filled)
        if position < next_start and done:
            done[-1].append(self._gap(position, next_start))
        return done

    def _gap(self, start: int, end: int) -> Piece:
        provision = self._seat.provision
        return Piece(
            provision.text[start:end],
            Tracked.DELETED,
            _GONE,
            provision=provision.id,
            start=start,
        )

    def _write(self, piece: Piece) -> None:
        leaves = self._leaves(piece)
        opened = list(self._pen.comments.before(piece))
        if leaves:
            self._visit(leaves, piece, opened)
        else:
            for each in opened:
                self._put_mark(each)
            if piece.text or piece.note:
                self._insert(piece)
        for each in self._pen.comments.after(piece):
            self._put_mark(each)

    def _leaves(self, piece: Piece) -> list[Leaf]:
        """Where the words of a piece stand in this paragraph; none for words that are new
        here."""
        if piece.start is None or piece.provision != self._seat.provision.id:
            return []
        if piece.tracked not in (Tracked.NO, Tracked.DELETED):
            return []
        if piece.note:
            notes = self._host.notes_at(piece.start)
            return [leaf for leaf in notes if leaf not in self._visited][:1]
        return self._host.words(piece.start, piece.start + len(piece.text))

    def _visit(self, leaves: Sequence[Leaf], piece: Piece, opened: Sequence[Element]) -> None:
        self._visited.update(leaves)
        if piece.tracked is Tracked.DELETED:
            self._deleted.update(dict.fromkeys(leaves, piece.author))
        leaves = list(filter(self._is_here, leaves))
        if not leaves:
            return
        if self._new is not None:
            self._replaced = None
        if piece.tracked is Tracked.DELETED:
            runs = runs_of(leaves)
            if self._pen.tracks:
                self._pen.deleted(runs, piece.author)
                if piece.note:
                    self._pen.notes.delete(leaves[0].element, piece.author)
            self._replaced = self._replaced or leaves[0]
        else:
            self._replaced = None
            if opened:
                cut_before(leaves[0].element)
        if opened:
            place = self._mark_place(leaves[0].run)
            for each in opened:
                place.addprevious(each)
        self._last, self._new = leaves[-1], None

    def _insert(self, piece: Piece) -> None:
        for each in self._new_elements(piece):
            self._put(each)

    def _new_elements(self, piece: Piece) -> list[Element]:
        is_elsewhere = piece.start is not None and piece.provision != self._seat.provision.id
        if is_elsewhere and not self._pen.tracks:
            return self._from_elsewhere(piece)
        if piece.note:
            return []
        look = self._look(italic=piece.italic, bold=piece.bold)
        return self._pen.inserted(list(runs_like(look, piece.text, self._host.text)), piece)

    def _look(self, *, italic: bool, bold: bool) -> Element:
        """That of the neighbour which is italic and bold as wanted, if one is."""
        before, after = self._neighbours()
        looks: list[tuple[Element, tuple[bool, bool]]] = []
        if before is not None:
            other = None if after is None else after.run
            typography = look_at(self._seat.provision, before.end - 1)
            looks.append((look_between(before.run, other), typography))
        if after is not None:
            other = None if before is None else before.run
            typography = look_at(self._seat.provision, after.start)
            looks.append((look_between(after.run, other), typography))
        wanted = (italic, bold)
        look, was = next(
            (each for each in looks if each[1] == wanted),
            looks[0] if looks else (element("w:rPr"), (False, False)),
        )
        return with_typography(look, italic=italic, bold=bold, was=was)

    def _neighbours(self) -> tuple[Leaf | None, Leaf | None]:
        """The words before (those that are replaced, if any) and after the place."""
        words = [leaf for leaf in self._host.leaves if leaf.end > leaf.start]
        if self._last is None:
            return None, words[0] if words else None
        before = [leaf for leaf in words if leaf.end <= self._last.end]
        after = [leaf for leaf in words if leaf.start >= self._last.end]
        return (before[-1] if before else None), (after[0] if after else None)

    def _from_elsewhere(self, piece: Piece) -> list[Element]:
        """Words of another provision that was joined with this one: their own runs."""
        other = self._seats[piece.provision].host
        assert piece.start is not None
        if piece.note:
            leaves = other.notes_at(piece.start)[:1]
        else:
            leaves = other.words(piece.start, piece.start + len(piece.text))
        return [_out_of_its_place(run) for run in runs_of(leaves)]

    def _put(self, new: Element) -> None:
        """Put a new element at the place that was reached."""
        host = self._host
        if self._new is not None:
            self._new.addnext(new)
        elif self._last is not None:
            following = host.after(self._last)
            put_after(self._last, following, self._replaced, host.element, new)
        elif first := next(filter(self._is_here, host.leaves), None):
            put_before(first, host.element, new)
        else:
            host.element.append(new)
        parent = new.getparent()
        if parent is not None and is_math(parent):
            as_formula(new)
        self._new = new

    def _put_mark(self, mark: Element) -> None:
        """A range mark or the reference to a comment; no comment stands in a text box or in a
        formula."""
        holder = holder_of(self._host.element)
        if holder is None:
            self._put_beside_formula(mark)
            return
        put_mark_beside(holder, mark)

    def _put_beside_formula(self, mark: Element) -> None:
        place = element("w:r")
        before, had = self._new, (self._last, self._replaced)
        self._put(place)
        formula = outside(place)
        if formula is place:
            above = place.getparent()
            assert above is not None
            above.replace(place, mark)
            self._new = mark
            return
        formula.addnext(mark)
        above = place.getparent()
        assert above is not None
        above.remove(place)
        self._new, (self._last, self._replaced) = before, had

    def _mark_place(self, run: Element) -> Element:
        holder = holder_of(self._host.element)
        return outside(run) if holder is None else holder

    def _finish_fields(self) -> None:
        """A field none of whose result is left goes with it."""
        fields: dict[Field, list[Leaf]] = {}
        for leaf in self._deleted:
            for field in leaf.fields:
                fields.setdefault(field, [])
        if not fields:
            return
        for leaf in self._host.leaves:
            for field in leaf.fields:
                if field in fields:
                    fields[field].append(leaf)
        for field, leaves in fields.items():
            if all(leaf in self._deleted for leaf in leaves):
                self._delete_field(field, self._deleted[leaves[0]])

    def _delete_field(self, field: Field, author: str) -> None:
        assert field.end is not None
        cut_before(field.begin)
        cut_after(field.end)
        runs = [each for each in runs_from(field) if each.tag == name("w:r")]
        if self._pen.tracks:
            self._pen.deleted(runs, author)
        else:
            for run in runs:
                remove_run(run)

    def _take_out(self) -> None:
        """Without marks, what is deleted is not there; nor are links around nothing."""
        deleted = [leaf for leaf in self._deleted if not leaf.note and self._is_here(leaf)]
        for run in runs_of(deleted):
            remove_run(run)
        for leaf in self._host.leaves:
            is_left = leaf.note and leaf not in self._visited and self._is_here(leaf)
            if is_left and self._is_gone(leaf):
                self._pen.notes.remove(leaf.element)
                remove_run(leaf.run)

    def _is_here(self, leaf: Leaf) -> bool:
        """Words that were joined to another provision have left."""
        return self._host.element in leaf.run.iterancestors()

    def _is_gone(self, note: Leaf) -> bool:
        """A note goes with the words before it."""
        words = [leaf for leaf in self._host.leaves if leaf.end > leaf.start]
        before = [leaf for leaf in words if leaf.end <= note.start] or words[:1]
        return bool(before) and before[-1] in self._deleted


def _out_of_its_place(run: Element) -> Element:
    """A run that moves to another paragraph, its link around it."""
    above = run.getparent()
    if above is None or above.tag != name("w:hyperlink"):
        return run
    link = hollow(above)
    link.append(run)
    return link
