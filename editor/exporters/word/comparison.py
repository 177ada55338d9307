"""The comparison table as a Word file, on pages that lie across."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from editor.exporters.compilation.paper import PaperPiece
from editor.exporters.tables.comparison import Comparison, ComparisonRow, Words, same_wordings
from editor.exporters.word.document import word_document
from editor.exporters.word.elements import Element, element
from editor.exporters.word.page import Orientation, text_width
from editor.exporters.word.paper import piece_runs
from editor.exporters.word.scripts import is_right_to_left
from editor.exporters.word.table import table, text_paragraph
from editor.exporters.word.voice_names import VoiceNames
from editor.negotiation.session import Session

MOST_COLUMNS = 4
"""With more delegations than these their wordings stand in one column, each with its names."""
_SUBTITLE = "Comparison of proposals"


def word_comparison(
    session: Session, comparison: Comparison, now: datetime, *, with_names: bool = True
) -> bytes:
    """The bytes of a DOCX: base, proposals, compromise."""
    names = VoiceNames(session.delegations, "")
    columns = comparison.delegations
    apart = with_names and len(columns) <= MOST_COLUMNS
    proposals = [names.author(each) for each in columns] if apart else ["Proposals"]
    rows = []
    for row in comparison.rows:
        if apart:
            cells = [_paragraphs(row.wordings.get(each, ())) for each in columns]
        else:
            cells = [list(_stacked(row, columns, names if with_names else None))]
        base = [text_paragraph(row.base)]
        compromise = [text_paragraph(row.compromise)]
        rows.append([[text_paragraph(row.label)], base, *cells, compromise])
    width = text_width(Orientation.LANDSCAPE)
    body = [table(["", "Base text", *proposals, "Compromise"], rows, width), element("w:p")]
    moment = now.astimezone(UTC)
    return word_document(session.title, _SUBTITLE, body, moment, orientation=Orientation.LANDSCAPE)


def _stacked(
    row: ComparisonRow, order: Sequence[str], names: VoiceNames | None
) -> Iterator[Element]:
    for delegations, words in same_wordings(row, order):
        if names is not None:
            who = ", ".join(map(names.author, delegations))
            words = (PaperPiece(f"{who}: ", bold=True), *words)
        yield from _paragraphs(words)


def _paragraphs(words: Words) -> list[Element]:
    if not words:
        return []
    properties = element("w:pPr", element("w:pStyle", val="TableText"))
    if is_right_to_left("".join(each.text for each in words if not each.bold)):
        properties.append(element("w:bidi"))
    written = element("w:p", properties)
    for piece in words:
        written.extend(piece_runs(piece))
    return [written]
