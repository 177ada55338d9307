"""What a whole text says in its footnotes that the base does not, and the reverse."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from editor.importers.source import SourceDocument, SourceNote
from editor.negotiation.note import Note
from editor.negotiation.session import Session
from editor.text.alignment import align
from editor.text.pairing import Changed, Replaced

_Told = TypeVar("_Told")


class ChangedNote(NamedTuple):
    """`reason` as the codes for unread words are; `provision` is where the note stands, if that
    is one of the base."""

    raw: str
    reason: str
    provision: str = ""
    line: int = 0


def changed_notes(
    session: Session, source: SourceDocument, places: Mapping[int, str]
) -> Iterator[ChangedNote]:
    """The notes of `source` that differ from those of the base. Where it has none at all,
    nothing: most formats cannot say that notes are gone. `places` are the base provisions that
    paragraphs of `source` are, by line."""
    if not source.notes:
        return
    base = [each for each in session.notes.values() if _is_of_the_base(session, each)]
    told = Counter(_words(each.text) for each in base)
    said = Counter(map(_text, source.notes))
    gone = _without(base, [_words(each.text) for each in base], said)
    new = _without(source.notes, [*map(_text, source.notes)], told)
    pairs = align([_words(each.text) for each in gone], [*map(_text, new)])
    changed = {each.old: each.new for each in pairs if isinstance(each, Changed | Replaced)}
    for number, note in enumerate(gone):
        provision = note.anchor.provision
        if number in changed:
            other = new[changed[number]]
            raw = f"{_words(note.text)} → {_text(other)}"
            yield ChangedNote(raw, "footnote_changed", provision, _line(other))
        else:
            yield ChangedNote(_words(note.text), "footnote_deleted", provision)
    for number, other in enumerate(new):
        if number not in changed.values():
            provision = _place(source, other, places)
            yield ChangedNote(_text(other), "footnote_inserted", provision, _line(other))


def _place(source: SourceDocument, note: SourceNote, places: Mapping[int, str]) -> str:
    """The provision in which a note is referred to."""
    lines = (
        paragraph.line
        for paragraph in source.paragraphs
        if any(run.note == note.key for run in paragraph.runs)
    )
    return next((places[line] for line in lines if line in places), "")


def _is_of_the_base(session: Session, note: Note) -> bool:
    row = session.provisions.get(note.anchor.provision)
    is_on_base = row is not None and row.is_base and not note.anchor.amendment
    return is_on_base and note.delegation is None


def _without(notes: Sequence[_Told], words: Sequence[str], others: Counter[str]) -> list[_Told]:
    """The notes whose words are not among those of the others, each counted once."""
    left = Counter(others)
    found = []
    for note, text in zip(notes, words, strict=True):
        if left[text]:
            left[text] -= 1
        else:
            found.append(note)
    return found


def _text(note: SourceNote) -> str:
    return _words("\n".join(each.text for each in note.paragraphs))


def _words(text: str) -> str:
    return " ".join(text.split())


def _line(note: SourceNote) -> int:
    return note.paragraphs[0].line if note.paragraphs else 0
