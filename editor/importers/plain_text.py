"""Plain text: a paragraph is a line, and blank lines separate nothing."""

from editor.importers.source import SourceDocument, SourceParagraph, SourceRun

_PAGE_BREAK = "\f"


def read_plain_text(text: str) -> SourceDocument:
    """The lines of `text` (ended by `\\n`) as paragraphs, spaces and labels kept as they are.

    A form feed ends a line too, and the next paragraph follows a page break. An empty text
    gives an empty document.
    """
    paragraphs: list[SourceParagraph] = []
    break_before = False
    for number, line in enumerate(text.split("\n"), start=1):
        for index, piece in enumerate(line.split(_PAGE_BREAK)):
            break_before = break_before or index > 0
            if not piece.strip():
                continue
            paragraphs.append(
                SourceParagraph(
                    runs=(SourceRun(piece),), line=number, after_page_break=break_before
                )
            )
            break_before = False
    return SourceDocument(tuple(paragraphs))
