"""Where notes are referred to: by a true reference, or by a printed number behind a word."""

import re
from collections.abc import Mapping, Sequence

from editor.importers.compilation.reading import ReadProvision
from editor.importers.house_styles.paragraphs import MarkedParagraph
from editor.importers.source import SourceNote


def rows_of_notes(
    provisions: Sequence[ReadProvision],
    paragraphs: Sequence[MarkedParagraph],
    notes: Sequence[SourceNote],
) -> Mapping[str, int]:
    """The row of each note that has one, by key. A printed number is looked for in the rows
    above the note, the nearest first."""
    by_line = {each.line: row for row, each in reversed(list(enumerate(provisions)))}
    found = {
        key: by_line[each.line]
        for each in paragraphs
        for _offset, key in each.notes
        if each.line in by_line
    }
    for note in notes:
        if note.key in found or not note.paragraphs:
            continue
        reference = re.compile(rf"[^\W\d][\]).,;:”’]*\s?{re.escape(note.label)}(?![\d.])")
        line = note.paragraphs[0].line
        above = [row for row, each in enumerate(provisions) if each.line < line]
        place = next(
            (row for row in reversed(above) if reference.search(provisions[row].text)), None
        )
        if place is not None:
            found[note.key] = place
    return found
