"""From runs to pieces: the words of one provision with the marks of a redline."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.exporters.explanations import Explanations
from editor.exporters.manuscript import Piece, Tracked
from editor.exporters.typography import base_pieces, look_of_insertion
from editor.exporters.voices import voices_of_words
from editor.negotiation.composition import Composition
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.provision import Provision
from editor.negotiation.run import EMPTY_OPTION, Option, Run, RunKind


class PieceWriter:
    """Writes the pieces of one provision. A line break in an inserted piece is a new paragraph
    mark; the base's own are soft breaks."""

    def __init__(
        self,
        composition: Composition,
        provision: Provision,
        explanations: Explanations,
    ) -> None:
        self._composition = composition
        self._session = composition.session
        self._provision = provision
        self._composed = composition.provision(provision.id)
        self._explanations = explanations

    def pieces(self) -> Iterator[Piece]:
        """All pieces, deletions before the insertions that replace them. Without the inserted
        and struck ones they are the base, without the deleted and struck ones the composed
        text."""
        runs = self._composed.runs
        whole = int(self._composed.contested is not None)
        if not runs and self._provision.is_base:
            yield from base_pieces(self._provision, 0, 0)
        before: Run | None = None
        for run, deletions in zip(runs, self._contesting(runs), strict=True):
            remarks = self._explanations.of_run(run, deletions)
            contests = whole + bool(deletions or run.contested)
            for piece in self._of_run(run, before):
                yield replace(piece, remarks=remarks, contests=contests)
            before = run

    def _contesting(self, runs: Sequence[Run]) -> Iterator[tuple[str, ...]]:
        """For each run the unsettled deletions that would take it, or the words it stands
        for."""
        ranges = list(self._contested_ranges())
        before: Run | None = None
        found: tuple[str, ...] = ()
        for run in runs:
            replaces = (
                before is not None
                and before.kind is RunKind.DELETED
                and run.kind is RunKind.INSERTED
                and before.amendments == run.amendments
            )
            if not replaces:
                found = ()
            found = found or tuple(
                member
                for member, start, end in ranges
                if start <= run.start and run.end <= end and start < run.end and run.start < end
            )
            yield found
            before = run

    def _contested_ranges(self) -> Iterator[tuple[str, int, int]]:
        for conflict in self._composed.conflicts:
            if conflict.kind is not ConflictKind.DELETION or not conflict.is_open:
                continue
            for member in conflict.members:
                amendment = self._session.amendments.get(member)
                if amendment is None or amendment.provision != self._provision.id:
                    continue
                if amendment.target is None and len(amendment.edits) == 1:
                    edit = amendment.edits[0]
                    if not edit.text:
                        yield member, edit.start, edit.end

    def _of_run(self, run: Run, before: Run | None) -> Iterator[Piece]:
        match run.kind:
            case RunKind.KEPT:
                yield from self._base(run)
            case RunKind.DELETED:
                yield from _marked(self._base(run), Tracked.DELETED, _author(run))
            case RunKind.INSERTED:
                yield self._inserted(run, before)
            case RunKind.STRUCK:
                author = run.inserted_by[0]
                yield Piece(run.text, Tracked.STRUCK, author, struck_by=_author(run))
            case RunKind.ALTERNATIVES:
                yield from self._bracket(run)

    def _base(self, run: Run) -> Iterator[Piece]:
        if self._provision.is_base:
            yield from base_pieces(self._provision, run.start, run.end)
        else:
            yield Piece(run.text)

    def _inserted(self, run: Run, before: Run | None) -> Piece:
        italic = bold = False
        if self._provision.is_base:
            replaces = before is not None and before.kind is RunKind.DELETED
            italic, bold = look_of_insertion(self._provision, run.start, replaces=replaces)
        author = (
            voices_of_words(self._composition, run.amendments[0])[0]
            if run.contested
            else _author(run)
        )
        return Piece(run.text, Tracked.INSERTED, author, italic=italic, bold=bold)

    def _bracket(self, run: Run) -> Iterator[Piece]:
        """Rule 7: brackets and slashes inserted by the Chair, rival words by their
        delegations, the base words last and untouched."""
        yield _by_chair("[")
        for index, option in enumerate(run.options):
            if index:
                yield _by_chair(" / ")
            yield from self._base_option(option) if option.is_base else self._rival(option)
        yield _by_chair("]")

    def _base_option(self, option: Option) -> Iterator[Piece]:
        before: Run | None = None
        for run in option.runs:
            yield from self._of_run(run, before)
            before = run
        if not option.text:
            yield _by_chair(EMPTY_OPTION)

    def _rival(self, option: Option) -> Iterator[Piece]:
        """The words of one side: all of them are new here, the base words too."""
        author = option.delegations[0] if option.delegations else CHAIR_ID
        before: Run | None = None
        for run in option.runs:
            for piece in self._of_run(run, before):
                if piece.tracked is Tracked.INSERTED:
                    yield piece
                elif piece.tracked is Tracked.NO and not piece.note:
                    yield replace(piece, tracked=Tracked.INSERTED, author=author, start=None)
            before = run
        if not option.text:
            yield Piece(EMPTY_OPTION, Tracked.INSERTED, author)


def _author(run: Run) -> str:
    return run.delegations[0] if run.delegations else CHAIR_ID


def _by_chair(text: str) -> Piece:
    return Piece(text, Tracked.INSERTED, CHAIR_ID)


def _marked(pieces: Iterator[Piece], tracked: Tracked, author: str) -> Iterator[Piece]:
    for piece in pieces:
        yield replace(piece, tracked=tracked, author=author)
