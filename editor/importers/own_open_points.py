"""The list of open points at the end of a clean Word file of ours: it says what is not settled in
the text, and is no part of it."""

import re
from dataclasses import replace
from itertools import takewhile

from editor.importers.source import SourceDocument, SourceParagraph

_HEADING = "Open points"
_POINT = re.compile(r"\S.*: .* \([^()].*\)", re.DOTALL)
"""Where it is, what is open, and the names of those on either side."""


def without_open_points(source: SourceDocument) -> SourceDocument:
    """`source` without such a list, each line of which is remarked: the last words of the
    document, under their heading. A list to which anything was added stays."""
    written = [each for each in source.paragraphs if each.text.strip()]
    points = list(takewhile(_is_point, reversed(written)))[::-1]
    above = written[-len(points) - 1 : -len(points)] if points else []
    if not above or above[0].text.strip() != _HEADING:
        return source
    warnings = list(source.warnings)
    for each in points:
        warnings.append(("open_point_left_out", each.line, each.text.strip()))
    paragraphs = source.paragraphs[: source.paragraphs.index(above[0])]
    return replace(source, paragraphs=paragraphs, warnings=tuple(warnings))


def _is_point(paragraph: SourceParagraph) -> bool:
    return _POINT.fullmatch(paragraph.text.strip()) is not None
