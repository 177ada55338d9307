"""Word files with tracked changes for tests, written as `old {-deleted-}{+inserted+} text`."""

import re

from editor.importers.source import SourceDocument
from editor.importers.word.reader import read_word
from tests.importers.word_files import deleted, inserted, paragraph, run, word_parts, zipped

_CHANGE = re.compile(r"\{\+(?P<new>.*?)\+\}|\{-(?P<old>.*?)-\}|\{%(?P<again>.*?)%\}")


def tracked_paper(*texts: str) -> SourceDocument:
    """A document of one paragraph for each text, its changes Ana's; `{%again%}` is inserted and
    deleted again."""
    body = "".join(paragraph(_content(text)) for text in texts)
    return read_word(zipped(word_parts(body)), "paper.docx")


def _content(text: str) -> str:
    pieces: list[str] = []
    position = 0
    for found in _CHANGE.finditer(text):
        pieces.append(_plain(text[position : found.start()]))
        pieces.append(_changed(found))
        position = found.end()
    return "".join((*pieces, _plain(text[position:])))


def _plain(text: str) -> str:
    return run(text) if text else ""


def _changed(found: re.Match[str]) -> str:
    if found["old"] is not None:
        return deleted(run(found["old"], tag="delText"))
    if found["new"] is not None:
        return inserted(run(found["new"]))
    return inserted(deleted(run(found["again"], tag="delText")))
