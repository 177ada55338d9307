"""The underline pattern of a delegation, drawn as a short line."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextCharFormat

_Underline = QTextCharFormat.UnderlineStyle
_STROKES = {
    _Underline.SingleUnderline: Qt.PenStyle.SolidLine,
    _Underline.DashUnderline: Qt.PenStyle.DashLine,
    _Underline.DotLine: Qt.PenStyle.DotLine,
}


def draw_pattern(
    painter: QPainter,
    style: QTextCharFormat.UnderlineStyle,
    colour: QColor,
    start: QPointF,
    end: QPointF,
) -> None:
    """Draw the pattern from `start` to `end`, which are at one height."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.8, _STROKES.get(style, Qt.PenStyle.SolidLine))
    if style is _Underline.DashUnderline:
        pen.setDashPattern([2.2, 1.4])
    elif style is _Underline.DotLine:
        pen.setDashPattern([1.0, 1.2])
    painter.setPen(pen)
    if style is _Underline.WaveUnderline:
        painter.drawPolyline(_wave(start, end))
    else:
        painter.drawLine(start, end)
    painter.restore()


def _wave(start: QPointF, end: QPointF) -> QPolygonF:
    points, x, up = [], start.x(), True
    while x <= end.x():
        points.append(QPointF(x, start.y() + (-1.2 if up else 1.2)))
        x, up = x + 2.0, not up
    return QPolygonF(points)
