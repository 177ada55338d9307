"""The mark of a provision's status: a shape for each, so that colour never speaks alone."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from editor.negotiation.provision import AGREED_STATUSES, ProvisionStatus
from editor.ui.colours import Theme

_HALF = 4.0


class Mark(StrEnum):
    CONFLICT = "conflict"
    """A filled square."""
    AGREED = "agreed"
    """A filled disc."""
    UNDER_WAY = "under_way"
    """A ring."""
    REOPENED = "reopened"
    """A half-filled ring."""
    NOT_REACHED = "not_reached"
    """A small dot."""
    GONE = "gone"
    """A dash."""


def mark_of(status: ProvisionStatus, in_conflict: bool) -> Mark:
    """The mark for a provision; an open conflict comes before its status."""
    if in_conflict:
        return Mark.CONFLICT
    if status in AGREED_STATUSES:
        return Mark.AGREED
    match status:
        case ProvisionStatus.NOT_REACHED:
            return Mark.NOT_REACHED
        case ProvisionStatus.REOPENED:
            return Mark.REOPENED
        case ProvisionStatus.DELETED | ProvisionStatus.MERGED | ProvisionStatus.MOVED:
            return Mark.GONE
        case _:
            return Mark.UNDER_WAY


def draw_mark(painter: QPainter, mark: Mark, centre: QPointF, theme: Theme) -> None:
    """Draw `mark` around `centre`, nine pixels wide at most."""
    square = QRectF(centre.x() - _HALF, centre.y() - _HALF, 2 * _HALF, 2 * _HALF)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    match mark:
        case Mark.CONFLICT:
            painter.setBrush(QColor(theme.conflict))
            painter.drawRoundedRect(square, 1.5, 1.5)
        case Mark.AGREED:
            painter.setBrush(QColor(theme.agreed))
            painter.drawEllipse(square)
        case Mark.UNDER_WAY:
            painter.setPen(QPen(QColor(theme.pending), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(square.adjusted(0.5, 0.5, -0.5, -0.5))
        case Mark.REOPENED:
            painter.setBrush(QColor(theme.pending))
            painter.drawPie(square, 90 * 16, 180 * 16)
            painter.setPen(QPen(QColor(theme.pending), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(square.adjusted(0.5, 0.5, -0.5, -0.5))
        case Mark.NOT_REACHED:
            painter.setBrush(QColor(theme.line).darker(120) if not theme.is_dark else theme.line)
            painter.drawEllipse(square.adjusted(1, 1, -1, -1))
        case Mark.GONE:
            painter.setPen(QPen(QColor(theme.faint), 2))
            painter.drawLine(
                QPointF(square.left(), centre.y()), QPointF(square.right(), centre.y())
            )
    painter.restore()
