"""Character formats: colour says who, decoration says what."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from editor.negotiation.delegation import Delegation
from editor.ui.colours import Theme, colour_of, pattern_of
from editor.ui.page.spans import Look, Span

PAGE_FONT = "Tinos"
PAGE_FONTS = [PAGE_FONT, "Noto Naskh Arabic", "Noto Serif CJK SC", "Noto Serif", "Noto Sans"]
"""Tinos is bundled; the others stand in for the scripts it lacks, where they are installed."""
INTERFACE_FONT = "Inter"
FADED = 70
"""Opacity (of 255) of what another delegation's solo dims."""


def colours_of(delegations: Mapping[str, Delegation]) -> dict[str, int | None]:
    """What formats take from delegations: the colour of each."""
    return {each.id: each.colour for each in delegations.values()}


class Formats:
    """The formats of one theme, for the delegations of one session, each with its colour.
    `solo` is the delegation whose marks stand out, or "" for all."""

    def __init__(self, theme: Theme, colours: Mapping[str, int | None], solo: str = "") -> None:
        self._theme = theme
        self.colours = colours
        self._solo = solo
        self._cached = lru_cache(maxsize=None)(self._make)
        self.hint = QTextCharFormat()
        self.hint.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        self.hint.setUnderlineColor(QColor(theme.pending))

    def of(self, span: Span) -> QTextCharFormat | None:
        """The format of a span; None for plain words."""
        if span.look is Look.PLAIN:
            return None
        named = span.run.delegations if span.run is not None else ()
        faded = bool(self._solo) and self._solo not in named and span.delegation != self._solo
        return self._cached(span.look, span.delegation, faded)

    def _make(self, look: Look, delegation: str, faded: bool) -> QTextCharFormat:
        index = self.colours.get(delegation)
        known = delegation in self.colours
        colour = colour_of(index, self._theme) if known else QColor(self._theme.faint)
        if faded:
            colour.setAlpha(FADED)
        made = QTextCharFormat()
        match look:
            case Look.INSERTED:
                made.setForeground(colour)
                made.setUnderlineStyle(pattern_of(index))
                made.setUnderlineColor(colour)
            case Look.DELETED | Look.STRUCK:
                made.setForeground(colour)
                made.setFontStrikeOut(True)
                made.setFontItalic(look is Look.STRUCK)
            case Look.CONTESTED:
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                made.setUnderlineColor(colour)
            case Look.TAG:
                made.setForeground(colour)
                made.setFontFamilies([INTERFACE_FONT])
                made.setFontWeight(QFont.Weight.DemiBold)
                made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            case Look.REASON:
                made.setForeground(colour)
                made.setFontFamilies([INTERFACE_FONT])
                made.setFontWeight(QFont.Weight.DemiBold)
            case Look.BREAK:
                made.setForeground(colour)
            case Look.PILL:
                made.setForeground(QColor(self._theme.faint))
                made.setFontFamilies([INTERFACE_FONT])
                made.setFontWeight(QFont.Weight.DemiBold)
            case Look.NOTE:
                made.setForeground(QColor(self._theme.accent))
                made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            case _:
                made.setForeground(QColor(self._theme.conflict))
        return made
