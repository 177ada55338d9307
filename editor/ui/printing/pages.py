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
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from editor.exporters.html_frame import LABEL_GAP
from editor.resources import resource_path
from editor.ui.printing.kept_together import keep_together

_FAMILY = "Tinos"
_TEXT_POINTS, _MARGIN_POINTS = 10.0, 9.0
_MARGINS = QMarginsF(20, 20, 20, 20)
"""Left, top, right, bottom, in millimetres."""
_RULE_GAP = 4
_POINTS_OF_INCH = 72
_STYLE_SHEET = """
.subtitle, .top { font-weight: bold; }
.legend { font-size: 9px; }
.notes p { font-size: 8px; margin-bottom: 3px; }
p { margin-top: 0px; margin-bottom: 6px; }
.who { font-size: 7px; font-weight: bold; }
strong { font-size: 8px; }
a { color: #000000; text-decoration: none; }
"""
_HEADING_PIXELS = {1: 14, 2: 14, 3: 12}
"""Of headings by level, the title first; the others are as large as the text."""
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_SYMBOL = re.compile(r'<meta name="symbol" content="(.*?)">')
_UNKNOWN_TAGS = re.compile(r"<(/?)(?:ins|del)>")
_LEVEL = re.compile(r'<p class="[^"]*level([1-9])"')
_INDENT = 28
_RIGHT_TO_LEFT = 'dir="rtl">\n<head>'
_TOP = re.compile(r'<tr><td>(.*?)</td><td class="end" align="right">(.*?)</td></tr>')
_WHO = re.compile(r'(<span class="who" dir="auto">)(.*?)</span>')
_ISOLATED, _NO_LONGER = "\u2068", "\u2069"
_GAP = "&nbsp;" * 4
"""Qt makes one of all other spaces."""


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
        found = _SYMBOL.search(html) or _TITLE.search(html)
        plain = QTextDocument()
        plain.setHtml(found[1] if found else "")
        self._running = plain.toPlainText()
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
        _size_headings(document)
        document.setPageSize(QSizeF(self._width, self._height - 2 * self._header))
        keep_together(document)
        return document

    def _paint_margins(self, painter: QPainter, number: int) -> None:
        font = QFont(_FAMILY)
        font.setPixelSize(round(_MARGIN_POINTS))
        font.setBold(True)
        painter.setFont(font)
        if number > 1:
            self._paint_running_header(painter)
        bottom = QRectF(0, self._height - self._header, self._width, self._header)
        painter.drawText(
            bottom, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignTrailing, str(number)
        )

    def _paint_running_header(self, painter: QPainter) -> None:
        """The first page has the top of the paper instead."""
        top = QRectF(0, 0, self._width, self._header)
        shown = painter.fontMetrics().elidedText(
            self._running, Qt.TextElideMode.ElideRight, int(self._width)
        )
        painter.drawText(top, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading, shown)
        line = self._header - 2 * _RULE_GAP
        painter.drawLine(0, int(line), int(self._width), int(line))


def _size_headings(document: QTextDocument) -> None:
    """Qt has sizes of its own for headings, whatever a style sheet says."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            _resize(block, _HEADING_PIXELS.get(level, round(_TEXT_POINTS)))
        block = block.next()


def _resize(block: QTextBlock, pixels: int) -> None:
    parts: list[tuple[int, int, QTextCharFormat]] = []
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        start = fragment.position()
        parts.append((start, start + fragment.length(), fragment.charFormat()))
        part += 1
    cursor = QTextCursor(block)
    for start, end, look in parts:
        look.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        look.setProperty(QTextFormat.Property.FontPixelSize, pixels)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _for_paper(html: str) -> str:
    """The page in what Qt's rich text knows: it has its own style sheet, `u` and `s`."""
    html = _STYLE.sub("", html).replace(LABEL_GAP, _GAP).replace("</table>", "</table><hr>")
    html = _WHO.sub(f"\\1{_ISOLATED}\\2{_NO_LONGER}</span>", html)
    if _RIGHT_TO_LEFT in html:
        html = _TOP.sub(r'<tr><td align="left">\2</td><td align="right">\1</td></tr>', html)
    html = _LEVEL.sub(
        lambda found: f'{found[0]} style="margin-left:{int(found[1]) * _INDENT}px"', html
    )
    return _UNKNOWN_TAGS.sub(lambda found: f"<{found[1]}{'u' if 'ins' in found[0] else 's'}>", html)


def _load_fonts() -> None:
    if _FAMILY not in QFontDatabase.families():
        for file in sorted(resource_path("fonts").glob(f"{_FAMILY}-*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
