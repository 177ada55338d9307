"""Formats instead of tracked changes: which looks a document has, and what they may mean."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from editor.importers.house_styles.beside import Beside, Marked, named_beside
from editor.importers.house_styles.formatted_runs import Change, changed_runs
from editor.importers.house_styles.known_names import KnownNames
from editor.importers.house_styles.legend import legend_lines
from editor.importers.labels import leading_label
from editor.importers.names import NameBook
from editor.importers.source import (
    Revision,
    SourceComment,
    SourceDocument,
    SourceParagraph,
    SourceRun,
)

_COLOURS = {
    "red": (255, 0, 0),
    "dark red": (150, 0, 0),
    "blue": (0, 0, 255),
    "dark blue": (0, 0, 140),
    "light blue": (0, 176, 240),
    "green": (0, 150, 60),
    "light green": (90, 220, 90),
    "orange": (255, 150, 0),
    "yellow": (255, 255, 0),
    "purple": (112, 48, 160),
    "pink": (255, 0, 255),
    "brown": (140, 80, 30),
    "grey": (128, 128, 128),
    "teal": (0, 128, 128),
}
_DARKEST_INK, _LEAST_TINT = 60, 30
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_LONGEST_EXAMPLE = 120
_LONGEST_LEGEND = 200
_LEGEND = re.compile(
    r"(?P<look>[\w\s]+?)\s*(?:=|:|–|-|means|is for|shows?)\s*"
    r"(?:(?:text\s+)?(?:added|inserted|deleted|proposed|proposals?|changes)\s*(?:by|of|from)?\s+)?"
    r"(?P<name>[A-Z].+)"
)


@dataclass(frozen=True, slots=True)
class Look:
    """A colour (of the letters or behind them), or a format without colour, and what was found
    in it: how many runs, the first of them and its line, whom it may be of (as written), and
    whether the document says so."""

    name: str
    count: int
    example: str
    line: int
    guess: str = ""
    is_stated: bool = False


def looks_of(
    source: SourceDocument, names: NameBook, known: KnownNames | None = None
) -> tuple[Look, ...]:
    """The looks that set words of `source` apart from the rest, in order of appearance.

    Whom one is of: what a legend says ("red underlined = added by the EU"), else the delegation
    named in brackets beside it; nobody, if there are several and some of its words have none.
    """
    known = known or KnownNames(names)
    owners = _legend(source, names)
    legend = lines_of_legend(source)
    found: dict[str, Look] = {}
    beside: dict[str, list[tuple[str, ...]]] = {}
    for paragraph in source.paragraphs:
        if paragraph.line in legend:
            continue
        for run in paragraph.runs:
            look = look_of(run)
            if look and run.text.strip():
                example = " ".join(run.text.split())[:_LONGEST_EXAMPLE]
                seen = found.setdefault(look, Look(look, 0, example, paragraph.line))
                found[look] = replace(seen, count=seen.count + 1)
        looks = {look_of(run) for run in paragraph.runs} - {""}
        text = paragraph.text
        for each in _beside(paragraph, looks, owners, known).marked:
            if text[each.words.start : each.words.end].strip():
                beside.setdefault(each.words.look, []).append(each.names)
    return tuple(
        _with_guess(each, owners, beside[name]) for name, each in found.items() if name in beside
    )


def _with_guess(look: Look, owners: Mapping[str, str], beside: Sequence[tuple[str, ...]]) -> Look:
    if look.name in owners:
        return replace(look, guess=owners[look.name], is_stated=True)
    named = {each for each in beside if each}
    if not named or (len(named) > 1 and () in beside):
        return look
    return replace(look, guess=next(each[0] for each in beside if each))


def look_of(run: SourceRun) -> str:
    """The name of what sets a run apart: "red", "yellow highlight", "underlined", "struck"; ""
    for ordinary words. A colour counts before a line."""
    if colour := colour_name(run.colour):
        return colour
    if run.highlight:
        return f"{colour_name(run.highlight) or run.highlight.lower()} highlight"
    if run.struck:
        return "struck"
    return "underlined" if run.underlined else ""


@lru_cache(maxsize=1024)
def colour_name(written: str) -> str:
    """The name of a colour given as RRGGBB; "" for black, white, and what is no colour."""
    found = _HEX.fullmatch(written)
    if found is None:
        return ""
    red, green, blue = (int(found[1][at : at + 2], 16) for at in (0, 2, 4))
    tint = max(red, green, blue) - min(red, green, blue)
    if max(red, green, blue) < _DARKEST_INK or (tint < _LEAST_TINT and min(red, green, blue) > 200):
        return ""
    return min(_COLOURS, key=lambda name: _distance(_COLOURS[name], (red, green, blue)))


def as_tracked(
    source: SourceDocument, whose: Mapping[str, str], known: KnownNames | None = None
) -> SourceDocument:
    """`source` with the runs of each look in `whose` as tracked changes of that author: struck
    ones deleted, all others inserted. Those beside whose words stand `known` names are changes
    of the first of them, with a comment that lists all; what names them is taken out. The lines
    of the legend stay as they are."""
    known = known or KnownNames(NameBook(()))
    owners = _legend(source, known.book)
    legend = lines_of_legend(source)
    comments: list[SourceComment] = []
    paragraphs = tuple(
        each
        if each.line in legend
        else _tracked(each, whose, _beside(each, whose, owners, known), comments)
        for each in source.paragraphs
    )
    return replace(source, paragraphs=paragraphs, comments=(*source.comments, *comments))


def _tracked(
    paragraph: SourceParagraph,
    whose: Mapping[str, str],
    beside: Beside,
    comments: list[SourceComment],
) -> SourceParagraph:
    if not beside.marked:
        return paragraph
    keys: dict[tuple[str, ...], str] = {}
    for names in dict.fromkeys(each.names for each in beside.marked if len(each.names) > 1):
        keys[names] = f"beside {paragraph.line}.{len(keys)}"
        listed = f"Proposed by: {', '.join(names)}"
        comments.append(SourceComment(keys[names], names[0], "", listed))
    changes = [
        Change(
            each.words.start,
            each.words.end,
            Revision.DELETED if each.words.is_deleted else Revision.INSERTED,
            each.names[0] if each.names else whose[each.words.look],
            keys.get(each.names, ""),
        )
        for each in beside.marked
    ]
    text = paragraph.text
    gone = [_with_double_space(text, span) for span in beside.attributions]
    runs = changed_runs(paragraph.runs, changes, gone)
    words = [run for run in runs if run.text.strip()]
    if words and all(run.revision is words[0].revision for run in words):
        mark, author = words[0].revision, words[0].author
        return replace(paragraph, runs=runs, mark_revision=mark, mark_author=author)
    return replace(paragraph, runs=runs)


def _with_double_space(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """An attribution with the space behind it if there is one before it that stays."""
    start, end = span
    double = text[start - 1 : start].isspace() and text[end : end + 1].isspace()
    return start, end + double


def _beside(
    paragraph: SourceParagraph, looks: Container[str], owners: Mapping[str, str], known: KnownNames
) -> Beside:
    """Who is named beside the words of a paragraph that have one of these looks."""
    marked: list[Marked] = []
    position = 0
    for run in paragraph.runs:
        start, position = position, position + len(run.text)
        look = look_of(run)
        if run.text and look in looks:
            marked.append(Marked(start, position, look, run.struck, owners.get(look, "")))
    return named_beside(paragraph.text, marked, known)


def lines_of_legend(source: SourceDocument) -> frozenset[int]:
    """The paragraphs, by line, that say what formats mean, or whose they are."""
    whose = (
        each.line
        for each in source.paragraphs
        if leading_label(each.text) is None and any(True for _entry in _entries(each.text))
    )
    return legend_lines(source) | frozenset(whose)


def _legend(source: SourceDocument, names: NameBook) -> dict[str, str]:
    found: dict[str, str] = {}
    for paragraph in source.paragraphs:
        for look, name in _entries(paragraph.text):
            written = [each.written for each in names.read(name) if each.confidence]
            if written:
                found.setdefault(look, written[0])
    return found


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """(look, words for whose it is) of each entry of a legend line."""
    if len(text) > _LONGEST_LEGEND:
        return
    for piece in re.split(r"[;,]|\.\s", text):
        entry = _LEGEND.fullmatch(piece.strip().rstrip("."))
        if entry is None:
            continue
        words = entry["look"].lower()
        colours = [each for each in _COLOURS if re.search(rf"\b{each}\b", words)]
        formats = [each for each in ("underlined", "struck") if each in words]
        if colours:
            longest = max(colours, key=len)
            behind = " highlight" if "highlight" in words or "shaded" in words else ""
            yield f"{longest}{behind}", entry["name"]
        elif formats:
            yield formats[0], entry["name"]


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
