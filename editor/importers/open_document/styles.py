"""How an OpenDocument text says that words are bold, struck or coloured."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from editor.importers.open_document.lists import whole_number
from editor.importers.open_document.names import FORMAT, OFFICE, STYLE
from editor.importers.source import SourceRun

_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_DEEPEST = 50
"""Styles that name each other in a circle end here."""


@dataclass(frozen=True, slots=True)
class _Style:
    family: str
    parent: str
    display_name: str
    outline_level: int
    list_style: str
    words: etree._Element | None


class Styles:
    """The styles of a text, those of its content before those of the same name in its styles."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        for root in roots:
            for element in root.iter(STYLE + "style"):
                key = (element.get(STYLE + "family", ""), element.get(STYLE + "name", ""))
                self._styles.setdefault(key, _read(element))

    def dressed(self, look: SourceRun, family: str, name: str) -> SourceRun:
        """`look` with what the style says and its parents say where it is silent."""
        for style in reversed(self._line(family, name)):
            if style.words is not None:
                look = _with(look, style.words)
        return look

    def paragraph_name(self, name: str) -> str:
        """What the author calls the style: that of an automatic one is its parent's."""
        line = self._line("paragraph", name)
        named = (each.display_name for each in line if each.display_name)
        return next(named, name)

    def outline_level(self, name: str) -> int:
        """The level of heading that a paragraph style stands for, 0 for none."""
        line = self._line("paragraph", name)
        return next((each.outline_level for each in line if each.outline_level), 0)

    def list_style(self, name: str) -> str:
        line = self._line("paragraph", name)
        return next((each.list_style for each in line if each.list_style), "")

    def _line(self, family: str, name: str) -> list[_Style]:
        """The style and those it is derived from, itself first."""
        line: list[_Style] = []
        while name and (style := self._styles.get((family, name))) and len(line) < _DEEPEST:
            line.append(style)
            name = style.parent
        return line


def _read(element: etree._Element) -> _Style:
    parent = element.getparent()
    is_automatic = parent is not None and parent.tag == OFFICE + "automatic-styles"
    display = element.get(STYLE + "display-name", "") or element.get(STYLE + "name", "")
    level = element.get(STYLE + "default-outline-level", "")
    return _Style(
        element.get(STYLE + "family", ""),
        element.get(STYLE + "parent-style-name", ""),
        "" if is_automatic else display,
        whole_number(level) or 0,
        element.get(STYLE + "list-style-name", ""),
        element.find(STYLE + "text-properties"),
    )


def _with(look: SourceRun, words: etree._Element) -> SourceRun:
    weight = words.get(FORMAT + "font-weight")
    slant = words.get(FORMAT + "font-style")
    strike = words.get(STYLE + "text-line-through-style") or words.get(
        STYLE + "text-line-through-type"
    )
    line = words.get(STYLE + "text-underline-style")
    place = words.get(STYLE + "text-position")
    colour = words.get(FORMAT + "color")
    ground = words.get(FORMAT + "background-color")
    if weight is not None:
        look = replace(look, bold=weight in _BOLD)
    if slant is not None:
        look = replace(look, italic=slant in {"italic", "oblique"})
    if strike is not None:
        look = replace(look, struck=strike != "none")
    if line is not None:
        look = replace(look, underlined=line != "none")
    if place is not None:
        look = replace(look, superscript=_is_raised(place))
    if colour is not None:
        look = replace(look, colour=_colour(colour))
    if ground is not None:
        look = replace(look, highlight="" if ground == "transparent" else _colour(ground))
    return look


def _is_raised(position: str) -> bool:
    first = position.split()[0] if position.split() else ""
    return first == "super" or (first.endswith("%") and not first.startswith(("0", "-")))


def _colour(written: str) -> str:
    return written.removeprefix("#").upper()
