"""Automatic numbers as Word prints them (ISO/IEC 29500-1, 17.9)."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from editor.importers.word.names import W
from editor.importers.word.number_formats import format_number
from editor.importers.word.properties import switch, value, whole_number
from editor.importers.word.styles import NumberingReference, StyleSheet
from editor.importers.word.symbols import public_bullet

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
_LONGEST_LABEL = 255


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 0
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Number of levels whose appearance restarts this one; None for all above."""
    all_decimal: bool = False
    paragraph_style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    start_overrides: dict[int, int]


class NumberingDefinitions:
    """The lists that a file defines."""

    def __init__(self, root: etree._Element | None, styles: StyleSheet) -> None:
        self._abstract: dict[str, etree._Element] = {}
        self._elements: dict[str, etree._Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._styles = styles
        if root is None:
            return
        for element in root.iterfind(W + "abstractNum"):
            self._abstract.setdefault(element.get(W + "abstractNumId", ""), element)
        for element in root.iterfind(W + "num"):
            self._elements.setdefault(element.get(W + "numId", ""), element)

    def find(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        return self._lists[list_id]

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level of a list that is tied to a paragraph style."""
        found = self.find(list_id)
        if found is None:
            return None
        return next(
            (number for number, level in found.levels.items() if level.paragraph_style == style),
            None,
        )

    def _read(self, list_id: str) -> _List | None:
        element = self._elements.get(list_id)
        if element is None:
            return None
        key, abstract = self._abstract_of(element)
        if abstract is None:
            return None
        levels = _read_levels(abstract)
        overrides: dict[int, int] = {}
        for override in element.iterfind(W + "lvlOverride"):
            number = whole_number(override.get(W + "ilvl"))
            if number is None:
                continue
            for own in override.iterfind(W + "lvl"):
                levels[number] = _read_level(own)
            start = whole_number(value(override, "startOverride"))
            if start is not None:
                overrides[number] = start
        return _List(key, levels, overrides)

    def _abstract_of(self, element: etree._Element) -> tuple[str, etree._Element | None]:
        """The definition behind a list, through at most one numbering style."""
        key = value(element, "abstractNumId") or ""
        abstract = self._abstract.get(key)
        linked = value(abstract, "numStyleLink")
        if linked is None:
            return key, abstract
        target = self._elements.get(self._styles.numbering_styles.get(linked, ""))
        if target is None:
            return key, abstract
        key = value(target, "abstractNumId") or ""
        return key, self._abstract.get(key)


class NumberCounter:
    """Counts through one reading of a document, paragraph by paragraph."""

    def __init__(self, definitions: NumberingDefinitions) -> None:
        self._definitions = definitions
        self._counters: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._overridden: set[tuple[str, int]] = set()

    def next_label(self, reference: NumberingReference) -> str:
        """The number printed before the next paragraph of this list and level."""
        found = self._definitions.find(reference.list_id or "")
        number = min(max(reference.level or 0, 0), _LEVELS - 1)
        if found is None or number not in found.levels:
            return ""
        counters = self._counters[found.abstract]
        self._advance(counters, found, number, reference.list_id or "")
        return _printed(found, number, counters)

    def shown(self, reference: NumberingReference, counts: Mapping[int, int]) -> str:
        """What a paragraph of this list and level prints while its list has counted so far."""
        found = self._definitions.find(reference.list_id or "")
        number = min(max(reference.level or 0, 0), _LEVELS - 1)
        if found is None or number not in found.levels:
            return ""
        return _printed(found, number, counts)

    def counts(self, reference: NumberingReference) -> dict[int, int]:
        """How far the levels of a list have counted; a change of it changes what comes next."""
        found = self._definitions.find(reference.list_id or "")
        return {} if found is None else self._counters[found.abstract]

    def _advance(self, counters: dict[int, int], found: _List, number: int, list_id: str) -> None:
        override = found.start_overrides.get(number)
        if override is not None and (list_id, number) not in self._overridden:
            self._overridden.add((list_id, number))
            counters[number] = override
        elif number in counters:
            counters[number] += 1
        else:
            counters[number] = found.levels[number].start
        for deeper in [each for each in counters if each > number]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or number < restart:
                del counters[deeper]


def _printed(found: _List, number: int, counts: Mapping[int, int]) -> str:
    level = found.levels[number]
    if level.style == "bullet":
        return public_bullet(level.text)
    return _PLACEHOLDER.sub(
        lambda match: _number_at(int(match.group(1)) - 1, counts, found, level), level.text
    )


def _number_at(index: int, counters: Mapping[int, int], found: _List, shown: _Level) -> str:
    level = found.levels.get(index, _Level())
    style = level.style
    if shown.all_decimal and style not in ("bullet", "none"):
        style = "decimal"
    return format_number(counters.get(index, level.start), style)


def _read_levels(abstract: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in abstract.iterfind(W + "lvl"):
        number = whole_number(element.get(W + "ilvl"))
        if number is not None:
            levels.setdefault(number, _read_level(element))
    return levels


def _read_level(element: etree._Element) -> _Level:
    text = element.find(W + "lvlText")
    return _Level(
        start=whole_number(value(element, "start")) or 0,
        style=value(element, "numFmt") or "decimal",
        text="" if text is None else text.get(W + "val", "")[:_LONGEST_LABEL],
        restart=whole_number(value(element, "lvlRestart")),
        all_decimal=bool(switch(element, "isLgl")),
        paragraph_style=value(element, "pStyle") or "",
    )
