"""Paragraphs in one line: a provision has no line breaks of its own, for in a composed text a
line break is a proposed paragraph break."""

import re
from collections.abc import Iterable
from dataclasses import replace

from editor.importers.source import SourceDocument, SourceParagraph

_LINE_BREAK = re.compile(r"[ \t]*[\n\r\v\f\u0085\u2028\u2029][ \t\n\r\v\f\u0085\u2028\u2029]*")


def in_single_lines(source: SourceDocument) -> SourceDocument:
    """`source` with one space for each line break in a paragraph and the spaces around it."""
    return replace(source, paragraphs=tuple(_in_single_lines(source.paragraphs)))


def _in_single_lines(paragraphs: Iterable[SourceParagraph]) -> Iterable[SourceParagraph]:
    for paragraph in paragraphs:
        if _LINE_BREAK.search(paragraph.text):
            runs = (replace(run, text=_LINE_BREAK.sub(" ", run.text)) for run in paragraph.runs)
            paragraph = replace(paragraph, runs=tuple(runs))
        yield paragraph
