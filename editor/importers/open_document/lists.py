"""Automatic numbers of an OpenDocument text, as LibreOffice prints them."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from editor.importers.open_document.names import STYLE, TEXT, XML_ID
from editor.importers.word.number_formats import format_number
from editor.importers.word.symbols import public_bullet

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter"} | {
    "i": "lowerRoman", "I": "upperRoman", "": "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    style: str = "none"
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    """How many levels, up to this one, are printed."""
    bullet: str = ""


class ListStyles:
    """The list styles of a text, and the numbering of its headings under the name ""."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        for root in roots:
            for element in root.iter(TEXT + "list-style"):
                self._styles.setdefault(element.get(STYLE + "name", ""), _levels(element))
            for element in root.iter(TEXT + "outline-style"):
                self._styles.setdefault("", _levels(element))

    def level(self, style: str, depth: int) -> _Level:
        return self._styles.get(style, {}).get(depth, _Level())


class ListCounter:
    """Counts the items of the lists of a text in their order."""

    def __init__(self, styles: ListStyles) -> None:
        self._styles = styles
        self._counters: dict[str, dict[int, int]] = {}
        self._last_of_style: dict[str, str] = {}
        self._anonymous = 0

    def begin(self, element: etree._Element, style: str) -> str:
        """Key of the outermost list that begins here: its own, or that of the one it goes on."""
        self._anonymous += 1
        own = element.get(XML_ID, "") or f"\0{self._anonymous}"
        before = element.get(TEXT + "continue-list", "")
        if not before and element.get(TEXT + "continue-numbering") == "true":
            before = self._last_of_style.get(style, "")
        self._counters[own] = self._counters.get(before, {})
        self._last_of_style[style] = own
        return own

    def next_label(self, key: str, style: str, depth: int, start: int | None = None) -> str:
        """The number printed before the next item of a list at this depth (1 is the first)."""
        counters = self._counters.setdefault(key, {})
        level = self._styles.level(style, depth)
        if start is not None:
            counters[depth] = start
        else:
            counters[depth] = counters[depth] + 1 if depth in counters else level.start
        for deeper in [each for each in counters if each > depth]:
            del counters[deeper]
        if level.bullet or level.style == "none":
            return level.bullet
        shown = range(max(1, depth - level.shown + 1), depth + 1)
        numbers = [self._number(counters, style, each) for each in shown]
        return f"{level.prefix}{'.'.join(each for each in numbers if each)}{level.suffix}"

    def _number(self, counters: dict[int, int], style: str, depth: int) -> str:
        level = self._styles.level(style, depth)
        return format_number(counters.get(depth, level.start), level.style)


def _levels(element: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for each in element:
        depth = whole_number(each.get(TEXT + "level"))
        if depth is not None:
            found[depth] = _level(each)
    return found


def _level(element: etree._Element) -> _Level:
    return _Level(
        _FORMATS.get(element.get(STYLE + "num-format", ""), "decimal"),
        element.get(STYLE + "num-prefix", ""),
        element.get(STYLE + "num-suffix", ""),
        whole_number(element.get(TEXT + "start-value")) or 1,
        whole_number(element.get(TEXT + "display-levels")) or 1,
        public_bullet(element.get(TEXT + "bullet-char", "")),
    )


def whole_number(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() and len(written) < 7 else None
