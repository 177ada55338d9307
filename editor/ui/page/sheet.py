"""The sheet of paper: how wide it is, where the words stand on it, how it is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from editor.ui.colours import Theme

_WIDEST_LINE = 46
"""Width of the words in multiples of the font size: wider lines are hard to read."""
_MARGIN_LEFT, _MARGIN_RIGHT = 84.0, 56.0
_USUAL_DOTS = 17.0
_WIDEST_MARGIN = 0.15
"""A part of the view: labels are larger with larger words, as far as there is room."""
_AROUND = 8.0
_ABOVE = 16
_LEAST_HEIGHT = 60.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """Edges of the paper, and distances of the words from those of the view, in pixels."""

    left: float
    right: float
    words_left: float
    words_right: float


def sheet_in(width: float, dots: float) -> Sheet:
    """The sheet in the middle of a view `width` wide; `dots` is the size of the font."""
    wanted = _MARGIN_LEFT * dots / _USUAL_DOTS
    margin = max(_MARGIN_LEFT, min(wanted, _WIDEST_MARGIN * width))
    room = width - margin - _MARGIN_RIGHT - 3 * _AROUND
    paper = min(_WIDEST_LINE * dots, room) + margin + _MARGIN_RIGHT
    left = max(_AROUND, (width - paper) / 2)
    return Sheet(left, left + paper, left + margin, width - left - paper + _MARGIN_RIGHT)


def draw_sheet(painter: QPainter, sheet: Sheet, height: float, scrolled: float, t: Theme) -> None:
    """Draw the paper behind a document of `height`, of which `scrolled` is above the view."""
    top = _ABOVE - scrolled
    paper = QRectF(
        sheet.left, top, sheet.right - sheet.left, max(_LEAST_HEIGHT, height - 2 * _ABOVE)
    )
    painter.setPen(QPen(QColor(t.line), 1))
    painter.setBrush(QColor(t.page))
    painter.drawRoundedRect(paper, 3, 3)
