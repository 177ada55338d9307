"""A picture of a delegation's colour and pattern."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from editor.ui.colours import Theme, colour_of, pattern_of
from editor.ui.pattern_line import draw_pattern


def swatch(index: int | None, theme: Theme, size: QSize, ratio: float) -> QPixmap:
    """The swatch of palette index `index`, `size` in device-independent pixels."""
    picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    colour = colour_of(index, theme)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    height = size.height() - 4.0
    painter.drawRoundedRect(QRectF(0, 0, height, height), 3, 3)
    below = size.height() - 1.5
    draw_pattern(
        painter, pattern_of(index), colour, QPointF(0, below), QPointF(size.width(), below)
    )
    painter.end()
    return picture
