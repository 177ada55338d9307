"""A paper as one web page."""

from html import escape

from editor.exporters.compilation.paper import Look, Paper, PaperParagraph, PaperPiece, PaperStyle
from editor.exporters.html_frame import LABEL_GAP, page_of
from editor.exporters.paper_head import COMPILATION, PaperHead
from editor.text.scripts import is_right_to_left

_DEEPEST_HEADING = 6


def paper_html(paper: Paper, head: PaperHead | None = None) -> str:
    """The page, with `head` above it: new words in `ins`, words that go in `del`, annotations in
    bold."""
    numbers = {note.key: number for number, note in enumerate(paper.notes, start=1)}
    body = "\n".join(
        _paragraph(each, numbers) for each in paper.paragraphs if each.style is not PaperStyle.TITLE
    )
    notes = ["<br>".join(map(escape, note.paragraphs)) for note in paper.notes]
    words = "".join(each.text for each in paper.paragraphs if each.style is not PaperStyle.LEGEND)
    return page_of(head or PaperHead(paper.title, COMPILATION), body, notes, words)


def _paragraph(paragraph: PaperParagraph, numbers: dict[str, int]) -> str:
    words = "".join(_piece(each, numbers) for each in paragraph.set_pieces)
    base = "".join(each.text for each in paragraph.pieces if each.look is not Look.SAID)
    direction = "rtl" if is_right_to_left(base.partition("\t")[2] or base) else "ltr"
    if paragraph.style is PaperStyle.HEADING:
        level = min(paragraph.level + 1, _DEEPEST_HEADING)
        return f'<h{level} dir="{direction}">{words}</h{level}>'
    return f'<p class="{paragraph.style} level{paragraph.level}" dir="{direction}">{words}</p>'


def _piece(piece: PaperPiece, numbers: dict[str, int]) -> str:
    if piece.note:
        number = numbers.get(piece.note)
        return f'<sup><a href="#note{number}">{number}</a></sup>' if number else ""
    words = escape(piece.text).replace("\n", "<br>").replace("\t", LABEL_GAP)
    for tag, applies in (
        ("i", piece.italic),
        ("b", piece.bold),
        ("del", piece.struck),
        ("ins", piece.look is Look.ADDED),
        ("strong", piece.look is Look.SAID),
    ):
        if applies and words:
            words = f"<{tag}>{words}</{tag}>"
    return words
