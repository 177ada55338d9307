"""The stances on a proposal as chips: `+ GBR`, `− CAN`."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from editor.negotiation.provision import Stance
from editor.negotiation.session import Session
from editor.ui.colours import LIGHT, Theme, colour_of
from editor.ui.proposals.sheet import Stated
from editor.ui.row_delegate import interface_font

_HEIGHT, _GAP, _PADDING = 18, 4, 6
_SIGNS = {
    Stance.SUPPORT: "+",
    Stance.OPPOSE: "−",
    Stance.RESERVE: "?",
    Stance.ACCEPT: "≈",
    Stance.CONDITIONAL: "…",
}


class _Chip(NamedTuple):
    text: str
    words: str
    colour: QColor
    dashed: bool
    rect: QRectF


class Chips(QWidget):
    """One widget for all chips of a card; they wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self._stated: tuple[Stated, ...] = ()
        self._session: Session | None = None
        self._theme = LIGHT
        self._chips: list[_Chip] = []
        self._width, self._height = -1, 0
        self._font = interface_font(11, QFont.Weight.DemiBold)

    def show_stances(self, stated: tuple[Stated, ...], session: Session, theme: Theme) -> None:
        self._stated, self._session, self._theme = stated, session, theme
        self._width = -1
        self._lay_out(max(60, self.width()))
        self.setVisible(bool(stated))
        self.setAccessibleName("; ".join(chip.words for chip in self._chips))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._lay_out(width)
        return self._height

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(60, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for chip in self._chips:
            style = Qt.PenStyle.DashLine if chip.dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(chip.colour, 1, style))
            painter.drawRoundedRect(chip.rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.drawText(chip.rect, Qt.AlignmentFlag.AlignCenter, chip.text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = (c.words for c in self._chips if c.rect.contains(event.pos().toPointF()))
            QToolTip.showText(event.globalPos(), next(found, ""), self)
            return True
        return super().event(event)

    def _lay_out(self, width: int) -> None:
        if width == self._width or self._session is None:
            return
        self._width = width
        self._chips = []
        x, y = 0.0, 2.0
        for each in self._stated:
            delegation = self._session.delegations.get(each.delegation)
            if delegation is None:
                continue
            text = f"{_SIGNS[each.stance]} {delegation.code}"
            chip_width = QFontMetrics(self._font).horizontalAdvance(text) + 2 * _PADDING
            if x and x + chip_width > width:
                x, y = 0.0, y + _HEIGHT + _GAP
            rect = QRectF(x, y, chip_width, _HEIGHT)
            colour = colour_of(delegation.colour, self._theme)
            dashed = each.stance is not Stance.SUPPORT
            words = self._words(each, delegation.name)
            self._chips.append(_Chip(text, words, colour, dashed, rect))
            x += chip_width + _GAP
        self._height = round(y + _HEIGHT + 2) if self._chips else 0

    def _words(self, each: Stated, name: str) -> str:
        words = {
            Stance.SUPPORT: self.tr("{name} supports it"),
            Stance.OPPOSE: self.tr("{name} opposes it"),
            Stance.RESERVE: self.tr("{name} reserves its position"),
            Stance.ACCEPT: self.tr("{name} can live with it"),
            Stance.CONDITIONAL: self.tr("{name} accepts it on a condition"),
        }[each.stance].format(name=name)
        note = f" — {each.note}" if each.note else ""
        return words + note + (self.tr(" (private)") if each.private else "")
