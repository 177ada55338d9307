"""The redline of a composition: every place in order, its pieces, its label and its mark."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.exporters.explanations import Explanations
from editor.exporters.manuscript import (
    ManuscriptParagraph,
    Piece,
    Remark,
    RemarkKind,
    Tracked,
)
from editor.exporters.pieces import PieceWriter
from editor.exporters.printed_label import PrintedLabels
from editor.exporters.stream import NO_MARK
from editor.exporters.voices import voices
from editor.negotiation.composition import ComposedProvision, Composition
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.provision import Provision
from editor.negotiation.structure import Place, PlaceRole


def redline(composition: Composition) -> Iterator[ManuscriptParagraph]:
    """All paragraphs with their tracked changes, as a stream (`stream.py`)."""
    explanations = Explanations(composition)
    labels = PrintedLabels(composition.session)
    written: dict[str, tuple[Piece, ...]] = {}
    for seat in _seats(composition):
        provision = seat.place.provision
        if provision not in written:
            row = composition.session.provisions[provision]
            writer = PieceWriter(composition, row, explanations)
            written[provision] = tuple(writer.pieces())
        scribe = _Scribe(composition, seat, explanations, labels)
        yield from scribe.paragraphs(written[provision])


@dataclass(frozen=True, slots=True)
class _Seat:
    """A place and how it stands in the composed text: whether it is there, begins a paragraph
    of its own, ends one; `joined_by` are the amendments that dropped the break before it."""

    place: Place
    composed: ComposedProvision
    is_there: bool
    begins: bool
    ends: bool
    joined_by: tuple[str, ...] = ()
    breaks_dropped_by: tuple[str, ...] = ()


def _seats(composition: Composition) -> Iterator[_Seat]:
    """As `Composition.labelled_paragraphs` reads the places."""
    joins = composition.structure.joined_after
    places = composition.places
    last = max(
        (i for i, each in enumerate(places) if each.role is not PlaceRole.MOVED_AWAY), default=-1
    )
    joining: tuple[str, ...] = ()
    for index, place in enumerate(places):
        composed = composition.provision(place.provision)
        if place.role is PlaceRole.MOVED_AWAY:
            yield _Seat(place, composed, is_there=False, begins=False, ends=False)
            continue
        is_there = bool(joining) or not composed.is_gone
        dropped = joins.get(place.provision, ()) if is_there else ()
        ends = is_there and (not dropped or index == last)
        yield _Seat(place, composed, is_there, is_there and not joining, ends, joining, dropped)
        joining = dropped


class _Scribe:
    """Writes the paragraphs of one place."""

    def __init__(
        self,
        composition: Composition,
        seat: _Seat,
        explanations: Explanations,
        labels: PrintedLabels,
    ) -> None:
        self._session = composition.session
        self._seat = seat
        self._role = seat.place.role
        self._provision: Provision = self._session.provisions[seat.place.provision]
        self._explanations = explanations
        self._label = labels.of(self._provision)
        self._in_base = self._provision.is_base and self._role is not PlaceRole.MOVED_HERE

    def paragraphs(self, pieces: Sequence[Piece]) -> Iterator[ManuscriptParagraph]:
        match self._role:
            case PlaceRole.MOVED_AWAY:
                pieces = tuple(_as_left(pieces, self._sponsor()))
            case PlaceRole.MOVED_HERE:
                pieces = tuple(_as_arrived(pieces, self._sponsor()))
        mark = _in_texts(in_base=self._in_base, in_composed=self._seat.ends)
        author = self._author_of_mark(mark, pieces)
        labelled = (*self._labelling(pieces), *pieces)
        yield from self._split(self._explained(labelled), mark, author)

    def _sponsor(self) -> str:
        """The first delegation behind the amendments that brought the provision here."""
        amendments = self._seat.place.amendments
        return voices(self._session, amendments[0])[0] if amendments else CHAIR_ID

    def _labelling(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        if not self._label:
            return
        tracked = _in_texts(in_base=self._in_base, in_composed=self._seat.begins)
        match tracked:
            case Tracked.NO:
                yield Piece(self._label, is_label=True)
            case Tracked.INSERTED:
                yield Piece(self._label, tracked, self._sponsor(), is_label=True)
            case Tracked.DELETED:
                author = self._author_of_loss(pieces, self._seat.joined_by)
                yield Piece(self._label, tracked, author, is_label=True)

    def _author_of_mark(self, mark: Tracked, pieces: Iterable[Piece]) -> str:
        match mark:
            case Tracked.INSERTED:
                return self._sponsor()
            case Tracked.DELETED:
                return self._author_of_loss(pieces, self._seat.breaks_dropped_by)
        return ""

    def _author_of_loss(self, pieces: Iterable[Piece], dropped_by: Sequence[str]) -> str:
        """Who takes away a label or a mark: a join, a move, or else who deleted the words."""
        if dropped_by:
            return voices(self._session, dropped_by[0])[0]
        if self._role is PlaceRole.MOVED_AWAY:
            return self._sponsor()
        deleted = (piece.author for piece in pieces if piece.tracked is Tracked.DELETED)
        return next(deleted, CHAIR_ID)

    def _explained(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces with the remarks on the provision as a whole; they need some piece to
        hold on to."""
        remarks = self._remarks()
        if not remarks:
            return list(pieces)
        return [replace(each, remarks=remarks + each.remarks) for each in pieces or (Piece(""),)]

    def _remarks(self) -> tuple[Remark, ...]:
        explain = self._explanations.of_change
        amendments = self._seat.place.amendments
        if self._role is PlaceRole.MOVED_AWAY:
            return explain(RemarkKind.MOVED_AWAY, amendments)
        found = self._explanations.of_provision(self._seat.composed)
        if self._role is PlaceRole.MOVED_HERE:
            found += explain(RemarkKind.MOVED_HERE, amendments)
        elif self._seat.joined_by:
            found += explain(RemarkKind.SPONSORS, self._seat.joined_by)
        return found

    def _split(
        self, pieces: Iterable[Piece], mark: Tracked, author: str
    ) -> Iterator[ManuscriptParagraph]:
        """Paragraphs at the line breaks of inserted words: the mark of the first half is new,
        the last keeps the provision's own."""
        current: list[Piece] = []
        for piece in pieces:
            *ended, rest = piece.text.split("\n")
            if piece.tracked is Tracked.STRUCK:
                ended, rest = [], " ".join((*ended, rest))
            for text in ended:
                current.append(replace(piece, text=text))
                yield self._paragraph(current, piece.tracked, piece.author)
                current = []
            if rest or piece.note or piece.remarks:
                current.append(replace(piece, text=rest))
        yield self._paragraph(current, mark, author)

    def _paragraph(
        self, pieces: Sequence[Piece], mark: Tracked, author: str
    ) -> ManuscriptParagraph:
        row = self._provision
        arrived = self._role is PlaceRole.MOVED_HERE
        return ManuscriptParagraph(
            row.id, row.kind, row.level, tuple(pieces), mark, author, arrived
        )


def _in_texts(*, in_base: bool, in_composed: bool) -> Tracked:
    """How something is tracked that is in one of the two texts, in both or in neither."""
    if in_base:
        return Tracked.NO if in_composed else Tracked.DELETED
    return Tracked.INSERTED if in_composed else NO_MARK


def _as_left(pieces: Iterable[Piece], mover: str) -> Iterator[Piece]:
    """What stays where a provision was: its base words, deleted by the mover if by nobody
    else."""
    for piece in pieces:
        if piece.tracked is Tracked.NO:
            yield replace(piece, tracked=Tracked.DELETED, author=mover, remarks=(), contests=0)
        elif piece.tracked is Tracked.DELETED:
            yield piece


def _as_arrived(pieces: Iterable[Piece], mover: str) -> Iterator[Piece]:
    """What a moved provision says in its new place, the base words inserted by the mover."""
    for piece in pieces:
        if piece.tracked is Tracked.NO:
            yield replace(piece, tracked=Tracked.INSERTED, author=mover)
        elif piece.tracked is not Tracked.DELETED:
            yield piece
