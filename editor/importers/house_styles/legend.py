"""A legend in the document: lines that say what its marks mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.importers.house_styles.house_style import Meaning
from editor.importers.source import SourceDocument

_ADDED = r"add(?:ed|itions?)?|insert(?:ed|ions?)?|new(?:\s+text)?|proposed(?:\s+text)?"
_DELETED = r"delet(?:ed?|ions?)|remov(?:ed?|als?)|struck(?:\s+out)?"
_MEANING = re.compile(rf"\b(?:(?P<added>{_ADDED})|(?P<deleted>{_DELETED}))\b", re.IGNORECASE)
_SIGNS = (
    (
        "[",
        re.compile(
            r"\[\s*(?:…|\.{2,3}|\w*)\s*\]|\bsquare\s+brackets?\b|(?<!round )\bbrackets\b", re.I
        ),
    ),
    ("(", re.compile(r"\(\s*(?:…|\.{2,3})\s*\)|\b(?:round\s+brackets|parenthes[ei]s)\b", re.I)),
    ("bold", re.compile(r"\bbold(?:ed|face)?\b", re.I)),
    ("capitals", re.compile(r"\b(?:capitals?|upper\s?case)\b", re.I)),
)
_LONGEST_LINE = 240
_LINES_LOOKED_AT = 60
_PIECE = re.compile(r"[;,.]|\band\b")


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What the document says of one sign ("[", "(", "bold" or "capitals"), and where."""

    sign: str
    meaning: Meaning
    line: int
    text: str


def legend_of(source: SourceDocument) -> tuple[LegendEntry, ...]:
    """The entries of a legend near the start of the document: "[…] deleted, (…) added"."""
    found: dict[str, LegendEntry] = {}
    for paragraph in source.paragraphs[:_LINES_LOOKED_AT]:
        if len(paragraph.text) <= _LONGEST_LINE:
            for entry in _entries(paragraph.text, paragraph.line):
                found.setdefault(entry.sign, entry)
    return tuple(found.values())


def _entries(text: str, line: int) -> Iterator[LegendEntry]:
    for piece in _PIECE.split(text.replace("...", "…")):
        meanings = list(_MEANING.finditer(piece))
        signs = [sign for sign, pattern in _SIGNS if pattern.search(piece)]
        if len(meanings) == 1 and len(signs) == 1:
            meaning = Meaning.ADDED if meanings[0]["added"] else Meaning.DELETED
            yield LegendEntry(signs[0], meaning, line, " ".join(text.split()))
