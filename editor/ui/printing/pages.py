"""A web page laid out on sheets of paper, with a header and page numbers."""

import re

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontDatabase,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextDocument,
    QTextOption,
)

from editor.resources import resource_path

_FAMILY = "Tinos"
_TEXT_POINTS, _MARGIN_POINTS = 10.0, 9.0
_MARGINS = QMarginsF(20, 20, 20, 20)
"""Left, top, right, bottom, in millimetres."""
_RULE_GAP = 4
_POINTS_OF_INCH = 72
_STYLE_SHEET = """
h1 { font-size: 14px; } h2 { font-size: 13px; } h3 { font-size: 12px; }
h4, h5, h6 { font-size: 10px; }
p { margin-top: 0px; margin-bottom: 6px; }
.who { font-size: 7px; font-weight: bold; }
strong { font-size: 8px; }
a { color: #000000; text-decoration: none; }
"""
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_UNKNOWN_TAGS = re.compile(r"<(/?)(?:ins|del)>")
_LEVEL = re.compile(r'<p class="[^"]*level([1-9])"')
_INDENT = 28


def page_layout() -> QPageLayout:
    """A4, upright, with margins."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(
        size, QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter
    )


def print_page(html: str, device: QPagedPaintDevice, dots_per_inch: int) -> None:
    """Paint a page of ours on a device whose layout is set, sheet by sheet."""
    _load_fonts()
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the printer cannot be started")
    scale = dots_per_inch / _POINTS_OF_INCH
    painter.scale(scale, scale)
    try:
        _Sheets(html, device, dots_per_inch).paint(painter, device)
    finally:
        painter.end()


class _Sheets:
    """Everything in points; the painter is scaled."""

    def __init__(self, html: str, device: QPagedPaintDevice, dots_per_inch: int) -> None:
        pixels = device.pageLayout().paintRectPixels(dots_per_inch)
        factor = _POINTS_OF_INCH / dots_per_inch
        self._width, self._height = pixels.width() * factor, pixels.height() * factor
        self._header = 2.5 * _MARGIN_POINTS
        found = _TITLE.search(html)
        plain = QTextDocument()
        plain.setHtml(found[1] if found else "")
        self._title = plain.toPlainText()
        self._document = self._laid_out(html)

    def paint(self, painter: QPainter, device: QPagedPaintDevice) -> None:
        body = self._height - 2 * self._header
        for number in range(self._document.pageCount()):
            if number:
                device.newPage()
            self._paint_margins(painter, number + 1)
            painter.save()
            painter.translate(0, self._header - number * body)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.clip = QRectF(0, number * body, self._width, body)
            painter.setClipRect(context.clip)
            self._document.documentLayout().draw(painter, context)
            painter.restore()

    def _laid_out(self, html: str) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultStyleSheet(_STYLE_SHEET)
        font = QFont(_FAMILY)
        font.setPixelSize(round(_TEXT_POINTS))
        document.setDefaultFont(font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        document.setDefaultTextOption(option)
        document.setDocumentMargin(0)
        document.setHtml(_for_paper(html))
        document.setPageSize(QSizeF(self._width, self._height - 2 * self._header))
        return document

    def _paint_margins(self, painter: QPainter, number: int) -> None:
        font = QFont(_FAMILY)
        font.setPixelSize(round(_MARGIN_POINTS))
        font.setBold(True)
        painter.setFont(font)
        top = QRectF(0, 0, self._width, self._header)
        bottom = QRectF(0, self._height - self._header, self._width, self._header)
        shown = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, int(self._width)
        )
        painter.drawText(top, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading, shown)
        line = self._header - 2 * _RULE_GAP
        painter.drawLine(0, int(line), int(self._width), int(line))
        painter.drawText(
            bottom, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignTrailing, str(number)
        )


def _for_paper(html: str) -> str:
    """The page in what Qt's rich text knows: it has its own style sheet, `u` and `s`."""
    html = _STYLE.sub("", html)
    html = _LEVEL.sub(
        lambda found: f'{found[0]} style="margin-left:{int(found[1]) * _INDENT}px"', html
    )
    return _UNKNOWN_TAGS.sub(lambda found: f"<{found[1]}{'u' if 'ins' in found[0] else 's'}>", html)


def _load_fonts() -> None:
    if _FAMILY not in QFontDatabase.families():
        for file in sorted(resource_path("fonts").glob(f"{_FAMILY}-*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
