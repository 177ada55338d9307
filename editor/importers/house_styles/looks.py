"""Formats instead of tracked changes: which looks a document has, and what they may mean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editor.importers.names import NameBook
from editor.importers.source import Revision, SourceDocument, SourceParagraph, SourceRun

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
_REACH_OF_A_NAME = 64
_BESIDE = re.compile(r"\s*[\[(](?P<name>[^\[\]()]{2,60})[\])]")
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


def looks_of(source: SourceDocument, names: NameBook) -> tuple[Look, ...]:
    """The looks that set words of `source` apart from the rest, in order of appearance.

    Whom one is of: what a legend says ("red underlined = added by the EU"), else the delegation
    named in brackets beside a run.
    """
    legend = _legend(source, names)
    found: dict[str, Look] = {}
    for paragraph in source.paragraphs:
        for number, run in enumerate(paragraph.runs):
            name = look_of(run)
            if not name or not run.text.strip():
                continue
            seen = found.get(name)
            if seen is None:
                example = " ".join(run.text.split())[:_LONGEST_EXAMPLE]
                guess = legend.get(name, "")
                seen = Look(name, 0, example, paragraph.line, guess, bool(guess))
            guess = seen.guess or _beside(paragraph, number, names)
            found[name] = replace(seen, count=seen.count + 1, guess=guess)
    return tuple(found.values())


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


def as_tracked(source: SourceDocument, whose: Mapping[str, str]) -> SourceDocument:
    """`source` with the runs of each look in `whose` as tracked changes of that author: struck
    ones deleted, all others inserted. The lines of the legend stay as they are."""
    return replace(
        source,
        paragraphs=tuple(
            each if _is_legend(each.text) else _tracked(each, whose) for each in source.paragraphs
        ),
    )


def _tracked(paragraph: SourceParagraph, whose: Mapping[str, str]) -> SourceParagraph:
    runs = tuple(
        replace(
            run,
            revision=Revision.DELETED if run.struck else Revision.INSERTED,
            author=whose[look],
        )
        if (look := look_of(run)) in whose and not run.note
        else run
        for run in paragraph.runs
    )
    words = [run for run in runs if run.text.strip()]
    if words and all(run.revision is words[0].revision for run in words):
        mark, author = words[0].revision, words[0].author
        return replace(paragraph, runs=runs, mark_revision=mark, mark_author=author)
    return replace(paragraph, runs=runs)


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


def _is_legend(text: str) -> bool:
    return any(True for _entry in _entries(text))


def _beside(paragraph: SourceParagraph, number: int, names: NameBook) -> str:
    """The delegation named in brackets at the end of a run or right behind it."""
    behind = _beginning(paragraph.runs, number + 1)
    inside = re.search(r"[\[(](?P<name>[^\[\]()]{2,60})[\])]\s*$", paragraph.runs[number].text)
    found = inside or _BESIDE.match(behind)
    written = found["name"].strip() if found else ""
    return written if written and names.find(written) else ""


def _beginning(runs: Sequence[SourceRun], first: int) -> str:
    """The words from run `first` on, as far as a name in brackets can reach."""
    words = ""
    while first < len(runs) and len(words) < _REACH_OF_A_NAME:
        words += runs[first].text
        first += 1
    return words


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
