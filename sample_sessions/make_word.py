"""Writes compilation.docx: the compilation as a Word file, with real footnotes and strikes.

python -m sample_sessions.make_word [FOLDER]

It says what compilation.md says, but as the secretariat's own file would: paragraphs and notes
that the printed pages cut are whole here, and only marks of Word's own show where pages ended.
"""

import re
import sys
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from sample_sessions.source.document import Document, assembled
from sample_sessions.source.load import load_source
from sample_sessions.source.word_layout import lay_out, underline_paragraph
from sample_sessions.source.word_notes import Footnote, add_footnotes
from sample_sessions.source.word_package import save_reproducibly
from sample_sessions.source.word_runs import write_runs

_HEADING = re.compile(r"(#+) (.*)", re.DOTALL)
_RULER = "---"
_SAME_PARAGRAPH = "  \n"


def make_word(folder: Path) -> None:
    source = load_source()
    document = assembled(source)
    word = docx.Document()
    lay_out(word, source.title, symbol=document.paragraphs[0].text)
    footnotes = _footnotes(document)
    note_ids = {key: note.number + 1 for key, note in document.notes.items()} | {"*": 1}
    _write_paragraphs(word, document, note_ids)
    add_footnotes(word, footnotes)
    save_reproducibly(word, folder / "compilation.docx")


def _footnotes(document: Document) -> list[Footnote]:
    """The cover's note, which has a star for its number, then the numbered ones."""
    cover = Footnote(1, document.footer.removeprefix("\\* "), mark="*")
    numbered = [
        Footnote(note.number + 1, note.text.replace("{page}", ""))
        for note in document.notes.values()
    ]
    return [cover, *numbered]


def _write_paragraphs(word: WordDocument, document: Document, note_ids: dict[str, int]) -> None:
    for block in document.paragraphs:
        if block.text == _RULER:
            underline_paragraph(word.paragraphs[-1])
        elif block.glue == _SAME_PARAGRAPH:
            write_runs(word.paragraphs[-1], "\n" + block.text, note_ids)
        else:
            heading = _HEADING.fullmatch(block.text)
            style = f"Heading {len(heading[1])}" if heading else "Normal"
            text = heading[2] if heading else block.text
            write_runs(word.add_paragraph(style=style), text, note_ids)


if __name__ == "__main__":
    make_word(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
