"""The include switch of a proposal: in or out, and whether the Chair or the layers say so."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from editor.ui.colours import LIGHT, Theme
from editor.ui.style_sheet import mixed

_WIDTH, _HEIGHT = 30, 17


class SwitchButton(QAbstractButton):
    """Pressing it asks (`clicked`); what it shows is set from outside. A ring around it says
    that the Chair decided; without it the layers do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._on = False
        self._decided: bool | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def is_on(self) -> bool:
        return self._on

    def show_state(self, on: bool, decided: bool | None) -> None:
        """`on`: the proposal is in; `decided`: by the Chair's decision, if there is one."""
        if (on, decided) == (self._on, self._decided) and self.toolTip():
            return
        self._on, self._decided = on, decided
        state = self.tr("Switched on") if on else self.tr("Switched off")
        why = (
            self.tr("as its layers say") if decided is None else self.tr("by the Chair's decision")
        )
        self.setToolTip(f"{state}, {why}")
        self.setAccessibleName(f"{state}, {why}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 8, _HEIGHT + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(4, 4, _WIDTH, _HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent) if self._on else mixed(theme.line, theme.faint, 0.25))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        knob = _HEIGHT - 5.0
        left = track.right() - knob - 2.5 if self._on else track.left() + 2.5
        painter.setBrush(QColor(theme.page if not theme.is_dark else theme.text))
        painter.drawEllipse(QRectF(left, track.top() + 2.5, knob, knob))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._decided is not None:
            painter.setPen(QPen(QColor(theme.text), 1.3))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), 10.5, 10.5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.4, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(track.adjusted(-3.4, -3.4, 3.4, 3.4), 11, 11)
