"""The style sheet of a Word file: what a style says, with what it is based on."""

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from editor.importers.word.names import ON_VALUES, W
from editor.importers.word.properties import switch, value, whole_number
from editor.importers.word.run_format import NOTHING_SAID, RunProperties, read_run_properties

_BODY_TEXT_LEVEL = 9
_LONGEST_CHAIN = 20
"""Styles based on each other; Word allows eleven."""
_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
_UNITED_NATIONS_HEADING = re.compile(r"_ ?H ?_*(M|Ch|1|2/3|4|5/6|56|23) ?_?GA?")
_UNITED_NATIONS_LEVELS = {"M": 1, "Ch": 2, "1": 3, "2/3": 4, "23": 4, "4": 5, "5/6": 6, "56": 6}
"""Headings of the template of the United Nations Office at Geneva, by the name of the style."""


@dataclass(frozen=True, slots=True)
class NumberingReference:
    """A list and the level in it, None where it is not said."""

    list_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says, with all that it is based on."""

    name: str = ""
    heading: int = 0
    numbering: NumberingReference = NumberingReference()
    run: RunProperties = NOTHING_SAID
    page_break_before: bool = False
    identifiers: tuple[str, ...] = ()
    """Its own and those of what it is based on, nearest first."""


class StyleSheet:
    """Looks styles up by identifier; an unknown one is the default style."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._default_paragraph = ""
        self.defaults = NOTHING_SAID
        self._paragraph_styles: dict[str, ParagraphStyle] = {}
        self._character_styles: dict[str, RunProperties] = {}
        if root is None:
            return
        self.defaults = read_run_properties(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for element in root.iterfind(W + "style"):
            identifier = element.get(W + "styleId", "")
            self._elements.setdefault(identifier, element)
            is_default = element.get(W + "default", "") in ON_VALUES
            if is_default and element.get(W + "type") == "paragraph":
                self._default_paragraph = identifier

    def paragraph_style(self, identifier: str | None) -> ParagraphStyle:
        """The style of this identifier, the default one for None or an unknown one."""
        if identifier is None or identifier not in self._elements:
            identifier = self._default_paragraph
        if identifier not in self._paragraph_styles:
            self._paragraph_styles[identifier] = self._read_paragraph_style(identifier)
        return self._paragraph_styles[identifier]

    def character_style(self, identifier: str | None) -> RunProperties:
        """What a character style says about runs."""
        if identifier is None:
            return NOTHING_SAID
        if identifier not in self._character_styles:
            self._character_styles[identifier] = self._run_properties(identifier)
        return self._character_styles[identifier]

    @cached_property
    def numbering_styles(self) -> dict[str, str]:
        """The list that each numbering style stands for."""
        return {
            identifier: list_id
            for identifier, element in self._elements.items()
            if (list_id := value(element.find(f"{W}pPr/{W}numPr"), "numId")) is not None
        }

    def _chain(self, identifier: str) -> list[etree._Element]:
        """The style and what it is based on, nearest first; a circle is cut, and so is a chain
        longer than any that Word would make."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        current: str | None = identifier
        while current in self._elements and current not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(current)
            chain.append(self._elements[current])
            current = value(chain[-1], "basedOn")
        return chain

    def _run_properties(self, identifier: str) -> RunProperties:
        properties = NOTHING_SAID
        for element in self._chain(identifier):
            properties = properties.over(read_run_properties(element.find(W + "rPr")))
        return properties

    def _read_paragraph_style(self, identifier: str) -> ParagraphStyle:
        chain = self._chain(identifier)
        if not chain:
            return ParagraphStyle()
        stated = [each for element in chain if (each := element.find(W + "pPr")) is not None]
        return ParagraphStyle(
            name=value(chain[0], "name") or identifier,
            heading=_heading(chain, stated),
            numbering=_numbering(stated),
            run=self._run_properties(identifier),
            page_break_before=_page_break_before(stated),
            identifiers=tuple(element.get(W + "styleId", "") for element in chain),
        )


def outline_heading(level: int | None) -> int | None:
    """The heading level (from 1) of an outline level (from 0); 0 for body text."""
    if level is None:
        return None
    return level + 1 if 0 <= level < _BODY_TEXT_LEVEL else 0


def _heading(chain: list[etree._Element], stated: list[etree._Element]) -> int:
    for properties in stated:
        level = outline_heading(whole_number(value(properties, "outlineLvl")))
        if level is not None:
            return level
    for element in chain:
        name = value(element, "name") or ""
        if found := _HEADING_NAME.fullmatch(name):
            return int(found.group(1))
        if found := _UNITED_NATIONS_HEADING.fullmatch(name):
            return _UNITED_NATIONS_LEVELS[found.group(1)]
    return 0


def _page_break_before(stated: list[etree._Element]) -> bool:
    said = (switch(properties, "pageBreakBefore") for properties in stated)
    return next((each for each in said if each is not None), False)


def _numbering(stated: list[etree._Element]) -> NumberingReference:
    list_id: str | None = None
    level: int | None = None
    for properties in stated:
        numbering = properties.find(W + "numPr")
        list_id = value(numbering, "numId") if list_id is None else list_id
        level = whole_number(value(numbering, "ilvl")) if level is None else level
    return NumberingReference(list_id, level)
