"""Rows that paint themselves: what those of the outline and of the layers have in common."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.text.scripts import is_right_to_left
from editor.ui.colours import LIGHT, Theme

_FROM_RIGHT = "\u200f"
"""Keeps the ellipsis, and a number at the start, on their side of words from right to left."""

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """All rows are `height` pixels high; a subclass says what is in one (`draw_row`)."""

    def __init__(self, height: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._hint = QSize(120, height)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._hint

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self.draw_row(painter, rect, state, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def draw_row(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        """Paint what a row shows; the mark of the focus comes on top."""
        raise NotImplementedError


def interface_font(pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont("Inter")
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def elided(font: QFont, words: str, width: int) -> str:
    """`words` in one line of `width` pixels, with an ellipsis where they end too early."""
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, max(0, width))
    return f"{_FROM_RIGHT}{shown}{_FROM_RIGHT}" if is_right_to_left(words) else shown
