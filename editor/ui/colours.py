"""Colours: who (hue and underline pattern), and the neutral colours of the interface.

Hues after Paul Tol's and Okabe and Ito's colour-blind-safe sets, darkened or lightened until
each has a contrast of at least 4.5:1 on its page; no red or green stands for good or bad.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat

_Underline = QTextCharFormat.UnderlineStyle

_ON_LIGHT = (
    "#b7301f",
    "#2f5bb7",
    "#0b7a6b",
    "#a8266e",
    "#6b3fa0",
    "#7a5b00",
    "#0b6e99",
    "#8a4b14",
    "#4d6b00",
    "#5b5f66",
)
_ON_DARK = (
    "#ff9585",
    "#8fb2ff",
    "#4fd1bd",
    "#ff8cc6",
    "#c9a5ff",
    "#e0bd4d",
    "#6ccbf5",
    "#f0a868",
    "#b5d65c",
    "#b9bec7",
)
_PATTERNS = (
    _Underline.SingleUnderline,
    _Underline.DashUnderline,
    _Underline.DotLine,
    _Underline.WaveUnderline,
)

HUES = len(_ON_LIGHT)
COLOURS = HUES * len(_PATTERNS)


@dataclass(frozen=True, slots=True)
class Theme:
    """The neutral colours of one appearance."""

    name: str
    window: str
    panel: str
    page: str
    text: str
    faint: str
    line: str
    accent: str
    accent_text: str
    lit: str
    conflict: str
    conflict_fill: str
    agreed: str
    pending: str
    field: str
    hues: tuple[str, ...]

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    window="#f1f4f7",
    panel="#fbfdff",
    page="#ffffff",
    text="#1b2733",
    faint="#5d6b7a",
    line="#d5dde6",
    accent="#0a6ebd",
    accent_text="#ffffff",
    lit="#eaf3fb",
    conflict="#b3261e",
    conflict_fill="#fdf3f2",
    agreed="#2e7d4f",
    pending="#9a6400",
    field="#ffffff",
    hues=_ON_LIGHT,
)
DARK = Theme(
    name="dark",
    window="#15191e",
    panel="#1b2027",
    page="#20262e",
    text="#e6ebf0",
    faint="#9aa7b5",
    line="#38424e",
    accent="#4aa3ea",
    accent_text="#0b1118",
    lit="#27384a",
    conflict="#ff8f85",
    conflict_fill="#3a2725",
    agreed="#6fcf97",
    pending="#e0b050",
    field="#171c22",
    hues=_ON_DARK,
)


def colour_of(index: int | None, theme: Theme) -> QColor:
    """The colour of a delegation with palette index `index`."""
    return QColor(theme.hues[(index or 0) % HUES])


def pattern_of(index: int | None) -> QTextCharFormat.UnderlineStyle:
    """The underline pattern of a delegation with palette index `index`."""
    return _PATTERNS[(index or 0) // HUES % len(_PATTERNS)]
