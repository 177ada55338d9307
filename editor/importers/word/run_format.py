"""What a run looks like: its own properties over those of its styles."""

from dataclasses import dataclass, replace
from typing import TypeVar

from lxml import etree

from editor.importers.word.names import W
from editor.importers.word.properties import switch, value


@dataclass(frozen=True, slots=True)
class RunProperties:
    """What one `w:rPr` says; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    superscript: bool | None = None
    colour: str | None = None
    highlight: str | None = None

    def over(self, below: "RunProperties") -> "RunProperties":
        """These properties, and those below where these say nothing."""
        if self is NOTHING_SAID or below is NOTHING_SAID:
            return below if self is NOTHING_SAID else self
        return RunProperties(
            bold=_first(self.bold, below.bold),
            italic=_first(self.italic, below.italic),
            struck=_first(self.struck, below.struck),
            hidden=_first(self.hidden, below.hidden),
            underlined=_first(self.underlined, below.underlined),
            superscript=_first(self.superscript, below.superscript),
            colour=_first(self.colour, below.colour),
            highlight=_first(self.highlight, below.highlight),
        )


NOTHING_SAID = RunProperties()
_Said = TypeVar("_Said")


def _first(above: _Said | None, below: _Said | None) -> _Said | None:
    return below if above is None else above


def read_run_properties(element: etree._Element | None) -> RunProperties:
    """The properties that a `w:rPr` states."""
    if element is None or not len(element):
        return NOTHING_SAID
    underline = value(element, "u")
    position = value(element, "vertAlign")
    struck = (switch(element, "strike"), switch(element, "dstrike"))
    return RunProperties(
        bold=switch(element, "b"),
        italic=switch(element, "i"),
        struck=None if struck == (None, None) else any(struck),
        hidden=switch(element, "vanish"),
        underlined=None if underline is None else underline not in ("none", ""),
        superscript=None if position is None else position == "superscript",
        colour=_colour(value(element, "color")),
        highlight=_highlight(element),
    )


def resolve(
    direct: RunProperties,
    character_style: RunProperties,
    paragraph_style: RunProperties,
    defaults: RunProperties,
) -> RunProperties:
    """What is seen. A toggle set by both styles is off (ISO/IEC 29500-1, 17.7.3)."""
    seen = direct.over(character_style).over(paragraph_style).over(defaults)
    if character_style is NOTHING_SAID or paragraph_style is NOTHING_SAID:
        return seen

    def toggled(
        direct: bool | None, character: bool | None, paragraph: bool | None, default: bool | None
    ) -> bool:
        if direct is not None:
            return direct
        return bool(default) or bool(character) != bool(paragraph)

    return replace(
        seen,
        bold=toggled(direct.bold, character_style.bold, paragraph_style.bold, defaults.bold),
        italic=toggled(
            direct.italic, character_style.italic, paragraph_style.italic, defaults.italic
        ),
        struck=toggled(
            direct.struck, character_style.struck, paragraph_style.struck, defaults.struck
        ),
        hidden=toggled(
            direct.hidden, character_style.hidden, paragraph_style.hidden, defaults.hidden
        ),
    )


def _colour(stated: str | None) -> str | None:
    if stated is None:
        return None
    return "" if stated == "auto" else stated.upper()


def _highlight(element: etree._Element) -> str | None:
    stated = value(element, "highlight")
    if stated is not None:
        return "" if stated == "none" else stated
    shading = element.find(W + "shd")
    if shading is None:
        return None
    return _colour(shading.get(W + "fill", "auto"))
