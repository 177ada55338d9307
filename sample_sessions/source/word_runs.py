"""Inline Markdown of the sample as runs of a Word paragraph."""

import re
from collections.abc import Mapping

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from sample_sessions.source.document import PAGE_ENDS

_TOKEN = re.compile(r"\*\*|~~|\\\*|\*|\{[^{}]*\}|\n")
_CUSTOM_MARK = "\\*"


def write_runs(paragraph: Paragraph, text: str, note_ids: Mapping[str, int]) -> None:
    """Adds `text` to the paragraph: bold, italic and struck runs, references to notes (by key in
    `note_ids`; the note of the cover under `*`), and the places where a printed page ended."""
    formats = {"**": False, "*": False, "~~": False}
    position = 0
    for token in _TOKEN.finditer(text):
        _write(paragraph, text[position : token.start()], formats)
        position = token.end()
        mark = token[0]
        if mark in formats:
            formats[mark] = not formats[mark]
        elif mark == "\n":
            paragraph.add_run().add_break()
        elif mark == _CUSTOM_MARK:
            _write_custom_reference(paragraph, note_ids["*"])
        elif mark[1:-1] in PAGE_ENDS:
            paragraph.add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))
        else:
            reference = _write_reference(paragraph, note_ids[mark[1:-1]])
            reference.font.strike = formats["~~"] or None
    _write(paragraph, text[position:], formats)


def _write(paragraph: Paragraph, text: str, formats: Mapping[str, bool]) -> None:
    if not text:
        return
    run = paragraph.add_run(text)
    if formats["**"]:
        run.bold = True
    if formats["*"]:
        run.italic = True
    if formats["~~"]:
        run.font.strike = True


def _write_reference(paragraph: Paragraph, note_id: int) -> Run:
    run = paragraph.add_run(style="Footnote Reference")
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(note_id))
    run._r.append(reference)
    return run


def _write_custom_reference(paragraph: Paragraph, note_id: int) -> None:
    run = _write_reference(paragraph, note_id)
    run._r[-1].set(qn("w:customMarkFollows"), "1")
    run.add_text("*")
