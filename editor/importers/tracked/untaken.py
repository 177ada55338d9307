"""Tracked changes to what is no provision: notes, headers, footers, footnote references, looks,
pictures."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from editor.importers.source import Revision, SourceDocument, SourceParagraph
from editor.importers.tracked.wishes import Left


def untaken(source: SourceDocument, places: Mapping[int, str]) -> Iterator[Left]:
    """Each stretch of them, raw. `places` are the provisions by line."""
    yield from _of_notes(source, places)
    yield from _of(source.margins, "margin_changed")
    yield from beside_words(source, places)


def beside_words(source: SourceDocument, places: Mapping[int, str]) -> Iterator[Left]:
    """The words whose formatting is changed, and pictures that are new or gone, each with the
    provision that it stands in or beside: no proposal can say that. A picture that its author
    does not name is told by a dash."""
    lines = sorted(places)

    def place(line: int) -> str:
        above = bisect_right(lines, line)
        return places[lines[above - 1]] if above else ""

    for line, words in source.new_looks:
        yield Left(words.strip(), "formatting_changed", line, place(line))
    for each in source.pictures:
        yield Left(each.told or "—", f"picture_{each.revision}", each.line, place(each.line))


def _of_notes(source: SourceDocument, places: Mapping[int, str]) -> Iterator[Left]:
    """A note that comes or goes with its reference is told once, whole."""
    notes = {each.key: each for each in source.notes}
    told: set[str] = set()
    where: dict[str, str] = {}
    for paragraph in source.paragraphs:
        provision = places.get(paragraph.line, "")
        for run in paragraph.runs:
            if run.note not in notes:
                continue
            where.setdefault(run.note, provision)
            if run.revision is not Revision.NONE:
                told.add(run.note)
                text = " ".join(each.text.strip() for each in notes[run.note].paragraphs)
                yield Left(text, f"footnote_{run.revision}", paragraph.line, provision)
    for key, note in notes.items():
        if key not in told:
            yield from _of(note.paragraphs, "footnote_changed", where.get(key, ""))


def _of(paragraphs: Sequence[SourceParagraph], reason: str, provision: str = "") -> Iterator[Left]:
    for paragraph in paragraphs:
        removed = _text(paragraph, Revision.DELETED)
        added = _text(paragraph, Revision.INSERTED)
        if (removed + added).strip():
            raw = " → ".join(filter(None, (removed, added)))
            yield Left(raw, reason, paragraph.line, provision)


def _text(paragraph: SourceParagraph, revision: Revision) -> str:
    return "".join(run.text for run in paragraph.runs if run.revision is revision)
