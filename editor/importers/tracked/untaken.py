"""Tracked changes to what is no provision: notes, headers, footers, footnote references, looks."""

from collections.abc import Iterator, Mapping, Sequence

from editor.importers.source import Revision, SourceDocument, SourceParagraph
from editor.importers.tracked.wishes import Left


def untaken(source: SourceDocument, places: Mapping[int, str]) -> Iterator[Left]:
    """Each stretch of them, raw. `places` are the provisions by line."""
    for note in source.notes:
        yield from _of(note.paragraphs, "footnote_changed")
    yield from _of(source.margins, "margin_changed")
    notes = {each.key: each for each in source.notes}
    for paragraph in source.paragraphs:
        for run in paragraph.runs:
            if run.note in notes and run.revision is not Revision.NONE:
                text = " ".join(each.text.strip() for each in notes[run.note].paragraphs)
                yield Left(text, f"footnote_{run.revision}", paragraph.line)
    yield from new_looks(source, places)


def new_looks(source: SourceDocument, places: Mapping[int, str]) -> Iterator[Left]:
    """The words whose formatting is changed: a look is nothing that a proposal can say."""
    for line, words in source.new_looks:
        yield Left(words.strip(), "formatting_changed", line, places.get(line, ""))


def _of(paragraphs: Sequence[SourceParagraph], reason: str) -> Iterator[Left]:
    for paragraph in paragraphs:
        removed = _text(paragraph, Revision.DELETED)
        added = _text(paragraph, Revision.INSERTED)
        if (removed + added).strip():
            yield Left(" → ".join(filter(None, (removed, added))), reason, paragraph.line)


def _text(paragraph: SourceParagraph, revision: Revision) -> str:
    return "".join(run.text for run in paragraph.runs if run.revision is revision)
