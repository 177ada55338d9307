"""The ring around a row of a card that has the focus."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from editor.ui.colours import Theme


def draw_focus_ring(row: QWidget, theme: Theme) -> None:
    """Draw it just inside `row`, which is being painted."""
    painter = QPainter(row)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DotLine))
    painter.drawRoundedRect(QRectF(row.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
