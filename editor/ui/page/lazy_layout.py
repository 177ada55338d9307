"""A document layout that lays out a block only when it is drawn or asked for.

The rest is estimated from the length of its text. What is drawn around the words (labels,
change bars, frames, pills) is the business of a `Decorator`.
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextOption,
)

from editor.ui.page.heights import Heights

HIDDEN = -1
"""The length of a block that takes no room."""
_SPACE_BELOW = 0.55
"""Space after a paragraph, in line heights."""
_CARET_WIDTH = 2


class Decorator(Protocol):
    """Draws around a block's words."""

    def lines_below(self, block: QTextBlock, layout: QTextLayout) -> int:
        """How many lines are to be left free below a block that has just been laid out."""

    def draw_behind(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        """Below the text; `rect` is the whole width of the document at the block's height."""

    def draw_above(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        """Over the text."""


class FormatSource(Protocol):
    """Gives size and formats of a block when it is laid out."""

    def scale_for(self, block: QTextBlock) -> float:
        """How large its ordinary words are, compared with those of the document."""

    def formats_for(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        """Ranges in UTF-16 units of the block."""


class Anchor(NamedTuple):
    """A height of the document that stays with the words when others grow: a block, and how
    far down in it, as a part of its height."""

    block: int
    part: float


class Margins:
    """Distances of the words from the edges of the document, in pixels."""

    def __init__(self, left: float, right: float, top: float, bottom: float) -> None:
        self.left, self.right, self.top, self.bottom = left, right, top, bottom


class LazyLayout(QAbstractTextDocumentLayout):
    """Lays out blocks on demand; heights are kept in a Fenwick tree.

    Whoever changes the number of blocks says so by `reset` or `splice`, with the length of
    each block's text (HIDDEN for those that take no room).
    """

    def __init__(self, document: QTextDocument, margins: Margins) -> None:
        super().__init__(document)
        self.margins = margins
        self.line_spacing = 1.42
        self.decorator: Decorator | None = None
        self.formats: FormatSource | None = None
        self._width = 600.0
        self._lengths: list[int] = []
        self._laid_out: list[bool] = []
        self._heights = Heights([])
        self._reported = QSizeF()
        self._metrics: dict[float, QFontMetricsF] = {}

    def set_width(self, width: float, left: float, right: float) -> None:
        """The width of the document, and how far the words are from its sides. A change
        forgets all layouts."""
        margins = self.margins
        if (width, left, right) != (self._width, margins.left, margins.right):
            self._width, margins.left, margins.right = width, left, right
            self.forget()

    def reset(self, lengths: Sequence[int]) -> None:
        """The blocks of the document are others."""
        self._lengths = list(lengths)
        self.forget()

    def splice(self, at: int, removed: int, lengths: Sequence[int]) -> None:
        """`removed` blocks from number `at` on gave way to blocks of `lengths`."""
        self._lengths[at : at + removed] = lengths
        self._laid_out[at : at + removed] = [False] * len(lengths)
        self._heights.splice(at, removed, self._estimates(lengths))
        self._report_size()

    def forget(self) -> None:
        """Forget all layouts and estimate again (width or font has changed)."""
        self._metrics.clear()
        self._laid_out = [False] * len(self._lengths)
        self._heights = Heights(self._estimates(self._lengths))
        self._report_size()
        self.update.emit()

    def restyle(self) -> None:
        """Formats have changed, not the room they take."""
        self._laid_out = [False] * len(self._lengths)
        self.update.emit()

    def renew(self, number: int, length: int) -> None:
        """Lay a block out again the next time it is seen."""
        was, self._lengths[number] = self._lengths[number], length
        self._laid_out[number] = False
        if HIDDEN in (was, length) and was != length:
            self._heights.set(number, self._estimates((length,))[0])

    def block_at(self, y: float) -> QTextBlock:
        """The block at a height of the document."""
        return self.document().findBlockByNumber(self._heights.at(y - self.margins.top))

    def top_of(self, block: QTextBlock) -> float:
        """Where a block begins, in document coordinates."""
        return self.margins.top + self._heights.above(block.blockNumber())

    def anchor_at(self, y: float) -> Anchor:
        """The words at a height of the document."""
        number = self._heights.at(y - self.margins.top)
        own = self._heights[number] if number < len(self._heights) else 0.0
        within = y - self.margins.top - self._heights.above(number)
        return Anchor(number, within / own if own else 0.0)

    def height_of(self, anchor: Anchor) -> float:
        """Where the words of an anchor are now."""
        if anchor.block >= len(self._heights):
            return self.margins.top + self._heights.total
        top = self.margins.top + self._heights.above(anchor.block)
        return top + anchor.part * self._heights[anchor.block]

    def metrics(self, block: QTextBlock) -> QFontMetricsF:
        """Those of the ordinary words of a block."""
        scale = self.formats.scale_for(block) if self.formats else 1.0
        if scale not in self._metrics:
            font = self.document().defaultFont()
            font.setPointSizeF(font.pointSizeF() * scale)
            self._metrics[scale] = QFontMetricsF(font)
        return self._metrics[scale]

    def pitch(self, block: QTextBlock) -> float:
        """From one baseline of a block to the next."""
        return self.metrics(block).height() * self.line_spacing

    def space_below(self, block: QTextBlock) -> float:
        """What is free between a block and the next one."""
        return self.metrics(block).height() * _SPACE_BELOW

    def ensure_laid_out(self, block: QTextBlock) -> QTextLayout:
        """The block's layout, made now if it was only estimated."""
        number = block.blockNumber()
        layout = block.layout()
        known = number < len(self._laid_out)
        if not known or not self._laid_out[number] or not layout.lineCount():
            self._lay_out(block, layout)
            if known:
                self._laid_out[number] = True
                height = self._height_of(block, layout)
                if height != self._heights[number]:
                    self._heights.set(number, height)
        return layout

    def lay_out_between(self, top: float, bottom: float) -> None:
        """Lay out every block between two heights, and report the size if it changed."""
        block = self.block_at(top)
        y = self.top_of(block)
        while block.isValid() and y <= bottom and block.blockNumber() < len(self._heights):
            self.ensure_laid_out(block)
            y += self._heights[block.blockNumber()]
            block = block.next()
        self._report_size()

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        clip = context.clip if context.clip.isValid() else QRectF(QPointF(), self.documentSize())
        palette: QPalette = context.palette
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        block = self.block_at(clip.top())
        y = self.top_of(block)
        while block.isValid() and y <= clip.bottom():
            number = block.blockNumber()
            if number >= len(self._lengths):
                break
            if self._lengths[number] != HIDDEN:
                layout = self.ensure_laid_out(block)
                rect = QRectF(0, y, self._width, self._heights[number])
                self._draw_block(painter, block, layout, rect, context)
            y += self._heights[number]
            block = block.next()

    def hitTest(
        self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy
    ) -> int:
        if isinstance(point, QPainterPath.Element):
            point = QPointF(point.x, point.y)
        at = QPointF(point)
        block = self.block_at(at.y())
        layout = self.ensure_laid_out(block)
        within = at - QPointF(self.margins.left, self.top_of(block))
        exact = accuracy == Qt.HitTestAccuracy.ExactHit
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            last = index == layout.lineCount() - 1
            if last or within.y() < layout.lineAt(index + 1).y():
                if exact and not line.naturalTextRect().contains(within):
                    return -1
                return block.position() + line.xToCursor(within.x())
        return -1 if exact else block.position()

    def documentSize(self) -> QSizeF:
        height = self.margins.top + self._heights.total + self.margins.bottom
        return QSizeF(self._width, ceil(height))

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        number = block.blockNumber()
        if not block.isValid() or number >= len(self._heights):
            return QRectF()
        self.ensure_laid_out(block)
        text_width = self._width - self.margins.left - self.margins.right
        return QRectF(self.margins.left, self.top_of(block), text_width, self._heights[number])

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Nothing: the range that Qt gives also covers blocks that were only laid out. Whoever
        changes a block's text says so by `renew`."""

    def _draw_block(
        self,
        painter: QPainter,
        block: QTextBlock,
        layout: QTextLayout,
        rect: QRectF,
        context: QAbstractTextDocumentLayout.PaintContext,
    ) -> None:
        origin = QPointF(self.margins.left, rect.top())
        if self.decorator:
            self.decorator.draw_behind(painter, block, rect)
        layout.draw(painter, origin, _selections(block, context), context.clip)
        if self.decorator:
            self.decorator.draw_above(painter, block, rect)
        caret = context.cursorPosition - block.position()
        if 0 <= caret < block.length():
            layout.drawCursor(painter, origin, caret, _CARET_WIDTH)

    def _lay_out(self, block: QTextBlock, layout: QTextLayout) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        direction = block.textDirection()
        option.setTextDirection(direction)
        if direction == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if self.formats:
            layout.setFormats(self.formats.formats_for(block))
        metrics, pitch = self.metrics(block), self.pitch(block)
        layout.beginLayout()
        width = max(50.0, self._width - self.margins.left - self.margins.right)
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            # Baselines stand at one distance, though a tag or a fallback font reaches higher.
            line.setPosition(QPointF(0, y + min(0.0, metrics.ascent() - line.ascent())))
            y += pitch if line.height() <= pitch else line.height()
        layout.endLayout()

    def _height_of(self, block: QTextBlock, layout: QTextLayout) -> float:
        if not layout.lineCount() or self._lengths[block.blockNumber()] == HIDDEN:
            return 0.0
        pitch = self.pitch(block)
        last = layout.lineAt(layout.lineCount() - 1)
        words = last.y() + max(pitch, last.height())
        free = self.decorator.lines_below(block, layout) if self.decorator else 0
        return float(ceil(words + free * pitch + self.space_below(block)))

    def _estimates(self, lengths: Sequence[int]) -> list[float]:
        metrics = QFontMetricsF(self.document().defaultFont())
        width = max(50.0, self._width - self.margins.left - self.margins.right)
        in_a_line = max(1.0, width / metrics.averageCharWidth())
        line = metrics.height() * self.line_spacing
        below = metrics.height() * _SPACE_BELOW
        return [
            0.0 if length == HIDDEN else float(ceil((1 + length // in_a_line) * line + below))
            for length in lengths
        ]

    def _report_size(self) -> None:
        size = self.documentSize()
        if size != self._reported:
            self._reported = size
            self.documentSizeChanged.emit(size)


def _selections(
    block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext
) -> list[QTextLayout.FormatRange]:
    start, end = block.position(), block.position() + block.length()
    ranges = []
    for selection in context.selections:
        cursor: QTextCursor = selection.cursor
        low, high = max(start, cursor.selectionStart()), min(end, cursor.selectionEnd())
        if low < high:
            found = QTextLayout.FormatRange()
            found.start, found.length = low - start, high - low
            found.format = selection.format
            ranges.append(found)
    return ranges
