"""The comparison table as a Word file, on pages that lie across."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from editor.exporters.compilation.paper import Look, PaperPiece
from editor.exporters.ordinals import label_parts
from editor.exporters.paper_head import COMPARISON, paper_head
from editor.exporters.tables.comparison import Comparison, ComparisonRow, Words, same_wordings
from editor.exporters.tables.excerpt import excerpt
from editor.exporters.voice_names import VoiceNames
from editor.exporters.word.document import word_document
from editor.exporters.word.elements import Element, element
from editor.exporters.word.page import Orientation, text_width
from editor.exporters.word.paper import piece_runs
from editor.exporters.word.table import Across, Cells, table, text_paragraph
from editor.negotiation.provision import ProvisionKind
from editor.negotiation.session import Session
from editor.text.scripts import is_right_to_left, needs_space

MOST_COLUMNS = 4
"""With more delegations than these their wordings stand in one column, each with its names."""
_MARKS = "In the proposals, words to be put in are underlined and words to be taken out are struck."
_SHORTENED = " Long stretches that a proposal leaves as they are have been shortened (…)."
_LABEL, _TEXT, _STACK = 9, 28, 40
"""Shares of the width: of labels, of one text, of all proposals in one column."""


def word_comparison(
    session: Session, comparison: Comparison, now: datetime, *, with_names: bool = True
) -> bytes:
    """The bytes of a DOCX: base, proposals, compromise."""
    names = VoiceNames(session.delegations, "")
    columns = comparison.delegations
    apart = with_names and len(columns) <= MOST_COLUMNS
    proposals = [names.author(each) for each in columns] if apart else ["Proposals"]
    rows: list[Cells | Across] = []
    for row in comparison.rows:
        if row.kind is ProvisionKind.HEADING and not row.is_wanted_otherwise:
            rows.append(Across([text_paragraph(row.compromise or row.base, "TableSection")]))
            continue
        if apart:
            cells = [_paragraphs(row.cell(each)) for each in columns]
        else:
            cells = [list(_stacked(row, columns, names if with_names else None))]
        base = [text_paragraph(row.base)]
        compromise = [text_paragraph(row.compromise)]
        rows.append([[label_paragraph(row.label)], base, *cells, compromise])
    shares = [_LABEL, _TEXT, *([_TEXT] * len(columns) if apart else [_STACK]), _TEXT]
    head = ["Provision", "Base text", *proposals, "Compromise"]
    body = [
        text_paragraph(_MARKS if apart else _MARKS + _SHORTENED, "Legend"),
        table(head, rows, text_width(Orientation.LANDSCAPE), shares),
        element("w:p"),
    ]
    moment = now.astimezone(UTC)
    top = paper_head(session.headings["heading"], COMPARISON, moment)
    return word_document(top, body, moment, orientation=Orientation.LANDSCAPE)


def label_paragraph(label: str) -> Element:
    """A printed label in a cell."""
    written = element("w:p", element("w:pPr", element("w:pStyle", val="TableText")))
    for part, italic in label_parts(label):
        written.extend(piece_runs(PaperPiece(part, italic=italic)))
    return written


def _stacked(
    row: ComparisonRow, order: Sequence[str], names: VoiceNames | None
) -> Iterator[Element]:
    for delegations, words in same_wordings(row, order):
        words = excerpt(words)
        if names is not None:
            who = ", ".join(map(names.author, delegations))
            words = (PaperPiece(f"{who}: ", bold=True), *words)
        yield from _paragraphs(words)


def _paragraphs(words: Words) -> list[Element]:
    if not words:
        return []
    properties = element("w:pPr", element("w:pStyle", val="TableText"))
    text = "".join(each.text for each in words if not each.bold)
    if is_right_to_left(text):
        properties.append(element("w:bidi"))
    written = element("w:p", properties)
    for piece in _apart(words):
        written.extend(piece_runs(piece, within=text))
    return [written]


def _apart(words: Words) -> Iterator[PaperPiece]:
    """With a space between words that go and those that come in their place."""
    before = ""
    for piece in words:
        if piece.look is Look.ADDED and needs_space(before, piece.text):
            yield PaperPiece(" ")
        yield piece
        before = piece.text if piece.struck else ""
