"""Markdown as a converter makes it from the printed paper.

Each page ends with its notes, so they stand in the middle of the paragraph that runs on; a note
that is too long for its page goes on among the notes of the next one, in italics.
"""

import re

from sample_sessions.source.document import PLACEHOLDER, Document

_PAGE_END = re.compile(r"\{(page|cover)\}")


def compilation_markdown(document: Document) -> str:
    text = "".join(paragraph.glue + paragraph.text for paragraph in document.paragraphs)
    pieces = _PAGE_END.split(text)
    pages, ends = pieces[::2], [*pieces[1::2], "end"]
    blocks: list[str] = []
    running_over = ""
    for page, end in zip(pages, ends, strict=True):
        blocks.append(_with_numbers(page.strip(), document))
        foot, running_over = _foot(page, running_over, document)
        blocks.extend(foot)
        if end == "cover":
            blocks.extend(["---", document.footer])
    return "\n\n".join(blocks) + "\n"


def _with_numbers(text: str, document: Document) -> str:
    return PLACEHOLDER.sub(lambda key: f"<sup>{document.notes[key[1]].number}</sup>", text)


def _foot(page: str, running_over: str, document: Document) -> tuple[list[str], str]:
    """The notes at the foot of a page, and what is left of the last one for the next page."""
    foot = [f"*{running_over}*"] if running_over else []
    rest = ""
    for key in PLACEHOLDER.findall(page):
        note = document.notes[key]
        text, _, rest_of_note = note.text.partition("{page}")
        foot.append(f"<sup>{note.number}</sup> {text.strip()}")
        rest = rest_of_note.strip() or rest
    return foot, rest
