"""Notes with their places: a provision, its status, or the proposal they speak to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.importers.compilation.annotations import Known, Mention
from editor.importers.compilation.assemble import Assembly, PartRead
from editor.importers.compilation.notes import mention_of, spoken_parts
from editor.importers.compilation.reading import ReadNote
from editor.importers.compilation.sections import SourceNoteText
from editor.importers.compilation.stream import TokenKind, text_of


@dataclass(frozen=True, slots=True)
class _Anchor:
    provision: int
    amendment: int | None = None
    on_status: bool = False
    mention: Mention | None = None


def read_notes(
    assembly: Assembly, notes: Sequence[SourceNoteText], known: Known
) -> Iterator[ReadNote]:
    """Each note, split by who speaks in it, where its number stands in the text."""
    anchors: dict[str, _Anchor] = {}
    for read, row in assembly.parts:
        for key, anchor in _anchors_of(assembly, read, row):
            anchors.setdefault(key, anchor)
    for note in notes:
        place = anchors.get(note.key)
        if place is None:
            assembly.warnings.append(("note_without_anchor", note.line, note.label))
        for spoken in spoken_parts(text_of(note.tokens), known):
            yield ReadNote(
                note.key,
                note.label,
                spoken.text,
                note.line,
                mention_of(spoken, place.mention if place else None),
                place.provision if place else None,
                place.amendment if place else None,
                place.on_status if place else False,
            )


def _anchors_of(assembly: Assembly, read: PartRead, row: int) -> Iterator[tuple[str, _Anchor]]:
    proposer = assembly.provisions[row].proposed_by
    for _at, key in read.head.notes:
        yield key, _Anchor(row, mention=proposer)
    for key in read.printed.status_notes:
        yield key, _Anchor(row, on_status=True)
    for _at, key in read.printed.notes:
        yield key, _Anchor(row)
    for token in read.part.tokens:
        if token.kind is TokenKind.NOTE and not read.printed.tokens:
            yield token.text, _Anchor(row)
    for annotation in read.printed.annotations:
        for number, clause in enumerate(annotation.clauses):
            for mention in clause.mentions:
                for key in mention.notes:
                    clause_key = (annotation.serial, number)
                    amendment = assembly.by_clause.get((row, clause_key))
                    if amendment is None:
                        amendment = _spoken_about(assembly, read, row, clause_key)
                    yield key, _Anchor(row, amendment, mention=Mention(mention.written))


def _spoken_about(
    assembly: Assembly, read: PartRead, row: int, clause: tuple[int, int]
) -> int | None:
    for settled in read.settled:
        for said in settled.said:
            if said.clause == clause and said.about is not None:
                return assembly.by_clause.get((row, said.about))
    return None
