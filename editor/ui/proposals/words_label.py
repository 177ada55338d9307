"""A widget that shows spans as the page does: colour, pattern, strike."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.ui.colours import LIGHT, Theme
from editor.ui.page.formats import PAGE_FONT, Formats
from editor.ui.page.spans import Span
from editor.ui.page.utf16 import units
from editor.ui.proposals.words import plain

_PIXELS = 15
_LEADING = 1.3


class WordsLabel(QWidget):
    """Wraps; as high as its words need."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._layout = QTextLayout()
        font = QFont(PAGE_FONT)
        font.setPixelSize(_PIXELS)
        self._layout.setFont(font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._shown: tuple[object, ...] = ()
        self._theme = LIGHT
        self._width = -1
        self._heights: dict[int, int] = {}

    def show_words(self, spans: tuple[Span, ...], formats: Formats, theme: Theme) -> None:
        """Show `spans`; nothing is done if they look as before."""
        if self._shown == (spans, formats):
            return
        self._shown, self._theme = (spans, formats), theme
        self._layout.setText(plain(spans))
        ranges, position = [], 0
        for span in spans:
            length = units(span.text)
            made = formats.of(span)
            if made is not None:
                found = QTextLayout.FormatRange()
                found.start, found.length, found.format = position, length, made
                ranges.append(found)
            position += length
        self._layout.setFormats(ranges)
        self.setAccessibleName(plain(spans))
        self._width = -1
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._lay_out(width)
            self._width = width
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(60, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _PIXELS + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._width != self.width():
            self._width = self.width()
            self._lay_out(self._width)
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.text))
        self._layout.draw(painter, QPointF(0, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
        super().mousePressEvent(event)

    def _lay_out(self, width: int) -> int:
        """Break the words into lines; the height they need."""
        height = 1.0
        self._layout.beginLayout()
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, height))
            height += _PIXELS * _LEADING
        self._layout.endLayout()
        return round(height + 3)
