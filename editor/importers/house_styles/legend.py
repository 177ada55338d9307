"""A legend in the document: lines that say what its marks mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.importers.house_styles.house_style import Meaning
from editor.importers.labels import leading_label
from editor.importers.source import SourceDocument

_STRUCK = r"(?:struck|strik(?:e|en))(?:[\s-]?(?:out|through|off))?|crossed\s+out"
_ADDED = r"add(?:ed|itions?)?|insert(?:ed|ions?)?|new(?:\s+text)?|proposed(?:\s+text)?"
_DELETED = rf"delet(?:ed?|ions?)|remov(?:ed?|als?)|{_STRUCK}"
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
    ("underlined", re.compile(r"\bunderlin(?:ed?|ing)\b", re.I)),
)
_LOOKS_STRUCK = re.compile(rf"\b(?:{_STRUCK})\b", re.IGNORECASE)
_WEAK = re.compile(r"proposed", re.IGNORECASE)
_LONGEST_LINE = 240
_LINES_LOOKED_AT = 60
_PIECE = re.compile(r"[;,.]|\band\b")


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What the document says of one sign ("[", "(", "bold", "capitals", "underlined" or
    "struck"), and where."""

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


def legend_lines(source: SourceDocument) -> frozenset[int]:
    """The paragraphs, by line, that are the legend and no provision: what has a number may be a
    provision about marks."""
    lines = {each.line for each in legend_of(source)}
    return frozenset(
        each.line
        for each in source.paragraphs
        if each.line in lines and not each.label and leading_label(each.text) is None
    )


def _entries(text: str, line: int) -> Iterator[LegendEntry]:
    for piece in _PIECE.split(text.replace("...", "…")):
        signs = [sign for sign, pattern in _SIGNS if pattern.search(piece)]
        words = piece
        if not signs and _LOOKS_STRUCK.search(piece):
            # "struck" is the meaning of another sign, or a sign of its own.
            signs, words = ["struck"], _LOOKS_STRUCK.sub("", piece)
        meaning = _meaning(words)
        if meaning is not None and len(signs) == 1:
            yield LegendEntry(signs[0], meaning, line, " ".join(text.split()))


def _meaning(words: str) -> Meaning | None:
    """What is said of a sign; "proposed deletions" are deletions."""
    found = list(_MEANING.finditer(words))
    telling = [each for each in found if not _WEAK.match(each.group())] or found
    if len(telling) != 1:
        return None
    return Meaning.ADDED if telling[0]["added"] else Meaning.DELETED
