"""The body of a Word file: paragraphs with tracked runs, comment ranges, note references."""

from collections.abc import Iterable, Iterator

from editor.exporters.manuscript import ManuscriptParagraph, Piece, Tracked
from editor.exporters.ordinals import label_parts
from editor.exporters.word.comments import Comments
from editor.exporters.word.elements import Element, element
from editor.exporters.word.notes import Footnotes
from editor.exporters.word.runs import Tracker, text_runs
from editor.exporters.word.styles import HEADING_SIZES, LABEL_TAB
from editor.negotiation.provision import ProvisionKind
from editor.text.scripts import is_right_to_left

_STYLES = {
    ProvisionKind.PROVISION: "Provision",
    ProvisionKind.FRONT_MATTER: "FrontMatter",
    ProvisionKind.STATEMENT: "Statement",
}
_DEEPEST = 6


class Body:
    """Writes the paragraphs of a manuscript."""

    def __init__(self, tracker: Tracker, comments: Comments, footnotes: Footnotes) -> None:
        self._tracker = tracker
        self._comments = comments
        self._footnotes = footnotes

    def paragraph(self, paragraph: ManuscriptParagraph) -> Element:
        """One paragraph as an element."""
        written = element("w:p", self._properties(paragraph))
        words = _words(paragraph)
        for piece in paragraph.pieces:
            written.extend(self._comments.before(piece))
            written.extend(self._piece(piece, words))
            written.extend(self._comments.after(piece))
        return written

    def _properties(self, paragraph: ManuscriptParagraph) -> Element:
        properties = element("w:pPr", element("w:pStyle", val=_style(paragraph)))
        indent = _indent(paragraph)
        if paragraph.has_label:
            tab = element("w:tab", val="left", pos=str(indent + LABEL_TAB))
            properties.append(element("w:tabs", tab))
        if is_right_to_left(_words(paragraph)):
            properties.append(element("w:bidi"))
        if indent:
            properties.append(element("w:ind", left=str(indent)))
        if paragraph.mark:
            mark = self._tracker.mark(paragraph.mark, paragraph.mark_author)
            properties.append(element("w:rPr", mark))
        return properties

    def _piece(self, piece: Piece, words: str) -> Iterator[Element]:
        if piece.note:
            yield from self._footnotes.reference(piece)
            return
        deleted = piece.tracked in (Tracked.DELETED, Tracked.STRUCK)
        runs = [
            run
            for text, italic in _parts(piece)
            for run in text_runs(
                text, italic=italic, bold=piece.bold, deleted=deleted, within=words
            )
        ]
        yield from self._tracker.wrapped(runs, piece.tracked, piece.author, piece.struck_by)


def _parts(piece: Piece) -> Iterable[tuple[str, bool]]:
    """The parts of a piece, and whether each is italic."""
    return label_parts(piece.text) if piece.is_label else ((piece.text, piece.italic),)


def _style(paragraph: ManuscriptParagraph) -> str:
    if paragraph.kind is ProvisionKind.HEADING:
        return f"Heading{min(max(paragraph.level, 1), max(HEADING_SIZES))}"
    return _STYLES[paragraph.kind]


def _indent(paragraph: ManuscriptParagraph) -> int:
    if paragraph.kind is not ProvisionKind.PROVISION:
        return 0
    return LABEL_TAB * min(max(paragraph.level, 0), _DEEPEST)


def _words(paragraph: ManuscriptParagraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces if not piece.is_label)
