"""A paper as a Word file."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from editor.exporters.compilation.paper import Look, Paper, PaperParagraph, PaperPiece, PaperStyle
from editor.exporters.manuscript import ManuscriptParagraph, Piece
from editor.exporters.paper_head import COMPILATION, paper_head
from editor.exporters.voice_names import VoiceNames
from editor.exporters.word.document import word_document
from editor.exporters.word.elements import Element, element
from editor.exporters.word.notes import Footnotes
from editor.exporters.word.runs import Tracker, characters
from editor.exporters.word.styles import LABEL_TAB
from editor.negotiation.note import Note
from editor.negotiation.provision import ProvisionKind
from editor.text.scripts import Stretch, is_east_asian, is_right_to_left, stretches

_STYLES = {
    PaperStyle.TITLE: "Title",
    PaperStyle.PROVISION: "Provision",
    PaperStyle.FRONT_MATTER: "FrontMatter",
    PaperStyle.STATEMENT: "Statement",
    PaperStyle.STATUS: "Status",
    PaperStyle.LEGEND: "Legend",
}
_DEEPEST = 6
_SIZE_OF_SAID = "17"
"""Half points: a little smaller than the text."""


def word_paper(paper: Paper, now: datetime) -> bytes:
    """The bytes of a DOCX of `paper`, dated `now`. Notes keep their labels."""
    moment = now.astimezone(UTC)
    names = VoiceNames({}, moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
    notes = {
        each.key: Note(each.key, "\n".join(each.paragraphs), each.label) for each in paper.notes
    }
    references = [
        ManuscriptParagraph(
            "",
            ProvisionKind.PROVISION,
            0,
            tuple(Piece("", note=piece.note) for piece in paragraph.pieces if piece.note),
        )
        for paragraph in paper.paragraphs
    ]
    footnotes = Footnotes(notes, references, Tracker(names, iter(())))
    body = [_paragraph(each, footnotes, notes) for each in paper.paragraphs]
    head = paper_head(replace(paper.heading, title=paper.title), COMPILATION, moment)
    return word_document(head, body, moment, footnotes.part(), top=replace(head, title=""))


def _paragraph(
    paragraph: PaperParagraph, footnotes: Footnotes, notes: Mapping[str, Note]
) -> Element:
    written = element("w:p", _properties(paragraph))
    base = _base_words(paragraph)
    for piece in paragraph.set_pieces:
        if piece.note:
            written.extend(footnotes.reference(Piece("", note=piece.note)))
        else:
            written.extend(piece_runs(piece, paragraph.style, base))
    return written


def _properties(paragraph: PaperParagraph) -> Element:
    style = _STYLES.get(paragraph.style, f"Heading{paragraph.level}")
    properties = element("w:pPr", element("w:pStyle", val=style))
    is_text = paragraph.style is PaperStyle.PROVISION
    indent = LABEL_TAB * min(max(paragraph.level, 0), _DEEPEST) if is_text else 0
    text = _base_words(paragraph)
    if "\t" in text:
        tab = element("w:tab", val="left", pos=str(indent + LABEL_TAB))
        properties.append(element("w:tabs", tab))
    if is_right_to_left(_after_label(text)):
        properties.append(element("w:bidi"))
    if indent:
        properties.append(element("w:ind", left=str(indent)))
    return properties


def _base_words(paragraph: PaperParagraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces if piece.look is not Look.SAID)


def _after_label(words: str) -> str:
    return words.partition("\t")[2] or words


def piece_runs(
    piece: PaperPiece, style: PaperStyle = PaperStyle.PROVISION, within: str = ""
) -> Iterator[Element]:
    """The runs of a piece in a paragraph of some style, whose words are `within`. An annotation
    keeps its own direction."""
    paragraph = "" if piece.look is Look.SAID else _after_label(within)
    for stretch in stretches(piece.text, paragraph):
        run = element("w:r")
        properties = list(_look(piece, stretch, style))
        if properties:
            run.append(element("w:rPr", *properties))
        run.extend(characters(stretch.text))
        yield run


def _look(piece: PaperPiece, stretch: Stretch, style: PaperStyle) -> Iterator[Element]:
    """Annotations are bold and lightly underlined, new words underlined and not bold, not even
    in headings, old ones struck: nothing is told by colour."""
    if is_east_asian(stretch.text):
        yield element("w:rFonts", hint="eastAsia")
    if piece.bold or piece.look is Look.SAID:
        yield from (element("w:b"), element("w:bCs"))
    elif piece.look is Look.ADDED and style is PaperStyle.HEADING:
        yield from (element("w:b", val="0"), element("w:bCs", val="0"))
    if piece.italic:
        yield from (element("w:i"), element("w:iCs"))
    if piece.struck:
        yield element("w:strike")
    if piece.look is Look.SAID:
        yield from (element("w:sz", val=_SIZE_OF_SAID), element("w:szCs", val=_SIZE_OF_SAID))
    if piece.look is Look.ADDED:
        yield element("w:u", val="single")
    elif piece.look is Look.SAID:
        yield element("w:u", val="dotted", color="BFBFBF")
    if stretch.is_right_to_left:
        yield element("w:rtl")
