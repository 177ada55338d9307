"""Which house style a document is in, with the reasons: its legend, counts, and examples."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from editor.importers.compilation.profile import VERB_LIST
from editor.importers.house_styles.house_style import (
    BOLD_ADDED,
    CAPITALS_ADDED,
    HOUSE_STYLES,
    LEADING_TAG,
    OPEN_BRACKETS,
    OPTION,
    PARENTHESIS,
    TRAILING_TAG,
    UNDERLINED_ADDED,
    HouseStyle,
    Meaning,
)
from editor.importers.house_styles.joined_lines import joined_lines
from editor.importers.house_styles.legend import LegendEntry, legend_of
from editor.importers.house_styles.marks import paired
from editor.importers.house_styles.tags import Tag, TagReader
from editor.importers.names import NameBook
from editor.importers.source import SourceDocument, SourceParagraph

VERB_LIST_NAME = "verb-list"
PROFILE_NAMES = (VERB_LIST_NAME, *(each.name for each in HOUSE_STYLES))
_LONGEST_EXAMPLE = 160
_LEAST_BOLD = 3
_LEAST_CAPITALS = 3
_CAPITAL_PHRASE = re.compile(r"\b[A-Z]{2,}(?:\s+[A-Z]{2,})+\b")
_SMALL = re.compile(r"\b[a-z]{4,}\b")
_BOLD_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Sign:
    """How often a mark occurs that speaks for a style, with the first of it from the text."""

    profile: str
    mark: str
    count: int
    example: str
    line: int


@dataclass(frozen=True, slots=True)
class GuessedProfile:
    """The likeliest profile by name, all signs seen, and the legend if there is one."""

    name: str
    signs: tuple[Sign, ...]
    legend: tuple[LegendEntry, ...] = ()

    def examples(self, profile: str) -> tuple[Sign, ...]:
        """The signs that speak for one profile."""
        return tuple(each for each in self.signs if each.profile == profile)


@dataclass(slots=True)
class _Count:
    mark: str
    count: int = 0
    example: str = ""
    line: int = 0

    def add(self, example: str, line: int) -> None:
        self.count += 1
        if not self.example:
            self.example, self.line = " ".join(example.split())[:_LONGEST_EXAMPLE], line


@dataclass(slots=True)
class _Statistics:
    counts: dict[str, _Count] = field(default_factory=dict)

    def add(self, profile: str, mark: str, example: str, line: int) -> None:
        self.counts.setdefault(profile, _Count(mark)).add(example, line)

    def number(self, profile: str) -> int:
        found = self.counts.get(profile)
        return found.count if found else 0


def guess_profile(source: SourceDocument, names: NameBook) -> GuessedProfile:
    """The profile of a marked-up text. A legend decides; else the attributed mark that occurs
    most; else formats; else open brackets. A text without any mark is a verb list."""
    joined = joined_lines(source)
    statistics = _Statistics()
    small = frozenset(
        word for paragraph in joined.paragraphs for word in _SMALL.findall(paragraph.text)
    )
    for paragraph in joined.paragraphs:
        _count_brackets(paragraph, names, statistics)
        _count_formats(paragraph, small, statistics)
    signs = tuple(
        Sign(profile, each.mark, each.count, each.example, each.line)
        for profile, each in statistics.counts.items()
    )
    legend = legend_of(joined)
    return GuessedProfile(_of_legend(legend) or _likeliest(statistics), signs, legend)


def style_called(name: str) -> HouseStyle | None:
    """The house style with this name; None for the verb list. Raises KeyError."""
    if name == VERB_LIST_NAME:
        return None
    return {each.name: each for each in HOUSE_STYLES}[name]


def _of_legend(legend: Sequence[LegendEntry]) -> str:
    said = {each.sign: each.meaning for each in legend}
    if said.get("(") is Meaning.ADDED:
        return PARENTHESIS.name
    if said.get("bold") is Meaning.ADDED:
        return BOLD_ADDED.name
    if said.get("capitals") is Meaning.ADDED:
        return CAPITALS_ADDED.name
    if said.get("underlined") is Meaning.ADDED:
        return UNDERLINED_ADDED.name
    return ""


def _likeliest(statistics: _Statistics) -> str:
    attributed = (VERB_LIST_NAME, PARENTHESIS.name, TRAILING_TAG.name, LEADING_TAG.name)
    best = max(attributed, key=statistics.number)
    round_ones = statistics.number(PARENTHESIS.name)
    if best == TRAILING_TAG.name and 0 < statistics.number(best) <= 4 * round_ones:
        return PARENTHESIS.name
    if statistics.number(best):
        return best
    if statistics.number(CAPITALS_ADDED.name) >= _LEAST_CAPITALS:
        return CAPITALS_ADDED.name
    least = max(_LEAST_BOLD, _BOLD_SHARE * statistics.number(OPEN_BRACKETS.name))
    if statistics.number(BOLD_ADDED.name) >= least:
        return BOLD_ADDED.name
    return OPEN_BRACKETS.name if statistics.number(OPEN_BRACKETS.name) else VERB_LIST_NAME


def _count_brackets(paragraph: SourceParagraph, names: NameBook, into: _Statistics) -> None:
    text = paragraph.text
    trailing = TagReader(TRAILING_TAG, names).trailing
    leading = TagReader(LEADING_TAG, names).leading
    for pair in paired(text, "[({").pairs:
        opening, content = text[pair.start], text[pair.start + 1 : pair.end]
        profile, mark = _profile_of(opening, content, trailing, leading)
        if profile:
            into.add(profile, mark, text[pair.start : pair.end + 1], paragraph.line)
    for found in OPTION.finditer(text):
        into.add(OPEN_BRACKETS.name, "[ ]", found.group(), paragraph.line)


def _profile_of(
    opening: str,
    content: str,
    trailing: Callable[[str], Tag | None],
    leading: Callable[[str], Tag | None],
) -> tuple[str, str]:
    if not content.strip(" ….") or content.strip().isdecimal():
        return "", ""
    if content.startswith("DELETE:"):
        return CAPITALS_ADDED.name, "[DELETE: …]"
    verb = VERB_LIST.verb_at(content.lstrip(), 0) if opening == "[" else None
    if verb and any(mark in content[verb[1].end() :] for mark in VERB_LIST.separators):
        return VERB_LIST_NAME, "[verb: …]"
    pieces = content.split(" / ") if opening == "[" else [content]
    if any(trailing(piece) for piece in pieces if "[" not in piece):
        return (PARENTHESIS.name, "(… - X)") if opening == "(" else (TRAILING_TAG.name, "[… - X]")
    if opening != "(" and leading(content):
        return LEADING_TAG.name, f"{opening}X: …"
    return (OPEN_BRACKETS.name, "[ ]") if opening == "[" else ("", "")


def _count_formats(paragraph: SourceParagraph, small: frozenset[str], into: _Statistics) -> None:
    """Bold inside a paragraph, labels left out; words underlined or struck; phrases of capitals
    that hold common words."""
    words = [run for run in paragraph.runs if run.text.strip()]
    bold = [
        run
        for run in words[1:]
        if run.bold and not paragraph.heading and not OPTION.match(run.text.strip())
    ]
    if bold and len(bold) < len(words) and not words[0].bold:
        into.add(BOLD_ADDED.name, "bold", bold[0].text, paragraph.line)
    for run in words:
        if (run.underlined or run.struck) and not paragraph.heading:
            into.add(UNDERLINED_ADDED.name, "underlined", run.text, paragraph.line)
    if not _SMALL.search(paragraph.text):
        return
    for found in _CAPITAL_PHRASE.finditer(paragraph.text):
        if any(word.lower() in small for word in found.group().split()):
            into.add(CAPITALS_ADDED.name, "CAPITALS", found.group(), paragraph.line)
