"""Paints a row of the layers panel."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from editor.negotiation.delegation import Delegation
from editor.ui.check_box import draw_check_box
from editor.ui.colours import Theme, colour_of, pattern_of
from editor.ui.layers.layers_model import LayersModel
from editor.ui.layers.rows import LayerRow
from editor.ui.pattern_line import draw_pattern
from editor.ui.row_delegate import Index, RowDelegate, elided, interface_font

ROW_HEIGHT = 27
_BOX, _LEFT = 15, 15
_Align = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class LayerParts:
    """Where the parts of a row are."""

    box: QRect
    swatch: QRect
    words: QRect
    solo: QRect


def parts_of(rect: QRect) -> LayerParts:
    """The parts of a row painted into `rect`. Clicks are told apart by them."""
    top = rect.top() + (rect.height() - _BOX) // 2
    box = QRect(rect.left() + _LEFT, top, _BOX, _BOX)
    swatch = QRect(box.right() + 11, top - 1, _BOX, _BOX + 3)
    solo = QRect(rect.right() - 30, rect.top() + 3, 24, rect.height() - 6)
    words = QRect(swatch.right() + 8, rect.top(), 10, rect.height())
    words.setRight(solo.left() - 4)
    return LayerParts(box, swatch, words, solo)


class LayersDelegate(RowDelegate):
    """`solo` is the delegation that stands out, or ""."""

    def __init__(self, model: LayersModel, parent: QObject | None = None) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self._model = model
        self.solo = ""

    def draw_row(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        row = self._model.row(index)
        if row.is_header:
            self._draw_header(painter, rect, row)
        else:
            delegation = self._model.delegation(row)
            if delegation is not None:
                self._draw_layer(painter, rect, state, row, delegation)

    def _draw_header(self, painter: QPainter, rect: QRect, row: LayerRow) -> None:
        theme = self.theme
        painter.fillRect(rect, QColor(theme.window))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        parts = parts_of(rect)
        draw_check_box(painter, QRectF(parts.box), self._model.state(row), theme)
        font = interface_font(12, QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(theme.faint))
        words = QRect(parts.swatch.left(), rect.top(), rect.width(), rect.height())
        words.setRight(parts.solo.left())
        title = elided(font, self._model.title(row), words.width() - 14)
        painter.drawText(words, _Align.AlignVCenter, title)
        x = words.left() + QFontMetrics(font).horizontalAdvance(title) + 9
        _draw_fold(painter, QPointF(x, rect.center().y() + 1), self._model.is_folded(row), theme)

    def _draw_layer(
        self,
        painter: QPainter,
        rect: QRect,
        state: QStyle.StateFlag,
        row: LayerRow,
        delegation: Delegation,
    ) -> None:
        theme = self.theme
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if hovered or state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, QColor(theme.window))
        faded = bool(self.solo) and self.solo != delegation.id
        painter.setOpacity(0.45 if faded else 1.0)
        parts = parts_of(rect)
        draw_check_box(painter, QRectF(parts.box), self._model.state(row), theme)
        colour = colour_of(delegation.colour, theme)
        self._draw_swatch(painter, parts.swatch, delegation, colour)
        self._draw_words(painter, parts.words, delegation, colour)
        if hovered or self.solo == delegation.id or state & QStyle.StateFlag.State_HasFocus:
            painter.setOpacity(1.0)
            self._draw_solo(painter, parts.solo, self.solo == delegation.id)

    def _draw_swatch(
        self, painter: QPainter, rect: QRect, delegation: Delegation, colour: QColor
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), _BOX, _BOX - 3), 3, 3)
        painter.restore()
        below = rect.bottom() - 0.5
        draw_pattern(
            painter,
            pattern_of(delegation.colour),
            colour,
            QPointF(rect.left() + 0.5, below),
            QPointF(rect.left() + _BOX - 0.5, below),
        )

    def _draw_words(
        self, painter: QPainter, rect: QRect, delegation: Delegation, colour: QColor
    ) -> None:
        theme = self.theme
        counts = self._counts(delegation.id)
        small = interface_font(12, QFont.Weight.Normal)
        counts_width = QFontMetrics(small).horizontalAdvance(counts) + 6
        code_font = interface_font(12, QFont.Weight.DemiBold)
        code_width = max(44, QFontMetrics(code_font).horizontalAdvance(delegation.code) + 10)
        painter.setFont(code_font)
        painter.setPen(colour)
        painter.drawText(rect, _Align.AlignVCenter, delegation.code)
        font = interface_font(13, QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        name = rect.adjusted(code_width, 0, -counts_width, 0)
        words = elided(font, delegation.name, max(0, name.width()))
        painter.drawText(name, _Align.AlignVCenter, words)
        painter.setFont(small)
        painter.setPen(QColor(theme.faint))
        painter.drawText(rect, _Align.AlignVCenter | _Align.AlignRight, counts)

    def _counts(self, delegation: str) -> str:
        facts = self._model.facts
        if facts is None:
            return ""
        supports, objections = facts.supports[delegation], facts.objections[delegation]
        stances = [f"+{supports}"] if supports else []
        stances += [f"−{objections}"] if objections else []
        number = str(facts.proposals[delegation])
        return " · ".join([number, " ".join(stances)] if stances else [number])

    def _draw_solo(self, painter: QPainter, rect: QRect, on: bool) -> None:
        """An eye: this delegation alone stands out."""
        theme = self.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.accent if on else theme.faint)
        painter.setPen(QPen(colour, 1.4))
        centre = QRectF(rect).center()
        outline = QRectF(centre.x() - 7.5, centre.y() - 4.5, 15, 9)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(outline)
        painter.setBrush(colour)
        painter.drawEllipse(centre, 2.3, 2.3)
        painter.restore()


def _draw_fold(painter: QPainter, centre: QPointF, folded: bool, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.faint))
    x, y = centre.x(), centre.y()
    if folded:
        painter.drawPolygon([QPointF(x - 2, y - 4), QPointF(x + 3, y), QPointF(x - 2, y + 4)])
    else:
        painter.drawPolygon([QPointF(x - 4, y - 2), QPointF(x + 4, y - 2), QPointF(x, y + 3)])
    painter.restore()
