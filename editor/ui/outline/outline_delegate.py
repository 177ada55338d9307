"""Paints a row of the outline: label, first words, number of proposals, status mark."""

from PySide6.QtCore import QObject, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from editor.negotiation.provision import ProvisionKind
from editor.ui.outline.outline_model import OutlineModel
from editor.ui.outline.rows import OutlineRow
from editor.ui.outline.status_mark import draw_mark, mark_of
from editor.ui.row_delegate import Index, RowDelegate, elided, interface_font

_HEIGHT = 30
_LABEL_LEFT, _WORDS_LEFT, _RIGHT = 15, 56, 12
_Align = Qt.AlignmentFlag


class OutlineDelegate(RowDelegate):
    """Nothing here depends on how many rows there are."""

    def __init__(self, model: OutlineModel, parent: QObject | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._model = model
        self.in_hand = ""

    def draw_row(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        row = self._model.row(index)
        self._draw_ground(painter, rect, state, row)
        if row.kind is ProvisionKind.HEADING:
            self._draw_heading(painter, rect, row)
        elif row.folded:
            self._draw_folded(painter, rect, row)
        else:
            self._draw_provision(painter, rect, row)

    def _draw_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, row: OutlineRow
    ) -> None:
        if row.provision == self.in_hand:
            painter.fillRect(rect, QColor(self.theme.lit))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(self.theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.theme.window))

    def _draw_heading(self, painter: QPainter, rect: QRect, row: OutlineRow) -> None:
        font = interface_font(11, QFont.Weight.DemiBold if row.level <= 1 else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.faint))
        room = rect.adjusted(_LABEL_LEFT, 3, -_RIGHT, 0)
        words = row.words
        painter.drawText(room, _Align.AlignVCenter, elided(font, words, room.width()))

    def _draw_folded(self, painter: QPainter, rect: QRect, row: OutlineRow) -> None:
        font = interface_font(12, QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.faint))
        number = str(row.folded)
        room = rect.adjusted(_LABEL_LEFT, 0, -_RIGHT - 16, 0)
        words = elided(font, row.words, room.width() - 24)
        painter.drawText(room, _Align.AlignVCenter, words)
        painter.drawText(room, _Align.AlignVCenter | _Align.AlignRight, f"{number} ¶")

    def _draw_provision(self, painter: QPainter, rect: QRect, row: OutlineRow) -> None:
        theme = self.theme
        bold = interface_font(13, QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        label_width = QFontMetrics(bold).horizontalAdvance(row.label)
        painter.drawText(rect.adjusted(_LABEL_LEFT, 0, 0, 0), _Align.AlignVCenter, row.label)
        in_conflict = self._model.in_conflict(row)
        right = rect.right() - _RIGHT
        draw_mark(
            painter,
            mark_of(row.status, in_conflict),
            QPointF(right - 4, rect.center().y() + 0.5),
            theme,
        )
        number = self._model.facts.number_at(row.provision) if self._model.facts else 0
        small = interface_font(12, QFont.Weight.Normal)
        painter.setFont(small)
        painter.setPen(QColor(theme.faint))
        count_right = right - 15
        if number:
            place = QRect(rect.left(), rect.top(), count_right - rect.left(), rect.height())
            painter.drawText(place, _Align.AlignVCenter | _Align.AlignRight, str(number))
        font = interface_font(13, QFont.Weight.Normal)
        left = max(_WORDS_LEFT, _LABEL_LEFT + label_width + 9)
        room = QRect(
            rect.left() + left, rect.top(), count_right - 24 - rect.left() - left, rect.height()
        )
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        painter.drawText(room, _Align.AlignVCenter, elided(font, row.words, room.width()))
