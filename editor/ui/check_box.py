"""A tri-state box as the lists paint it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from editor.ui.colours import Theme
from editor.ui.style_sheet import mixed


def draw_check_box(painter: QPainter, rect: QRectF, state: Qt.CheckState, theme: Theme) -> None:
    """Draw the box of `state` into `rect`: a tick, a dash, or empty."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = QColor(theme.accent)
    if state is Qt.CheckState.Unchecked:
        painter.setPen(QPen(mixed(theme.line, theme.faint, 0.55), 1.2))
        painter.setBrush(QColor(theme.field))
        painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), 3.5, 3.5)
        painter.restore()
        return
    partial = state is Qt.CheckState.PartiallyChecked
    fill = mixed(theme.field, theme.accent, 0.45) if partial else accent
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, 3.5, 3.5)
    pen = QPen(QColor(theme.accent_text), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    width, height = rect.width(), rect.height()

    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.left() + x * width, rect.top() + y * height)

    if partial:
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5))
    else:
        painter.drawPolyline([at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32)])
    painter.restore()
