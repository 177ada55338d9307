"""What stands around the words: paper, labels, change bars, conflict frames, status pills."""

from typing import NamedTuple, cast

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextLayout,
    QTextLine,
)

from editor.negotiation.provision import AGREED_STATUSES, ProvisionStatus
from editor.negotiation.structure import PlaceRole
from editor.ui.colours import colour_of
from editor.ui.page.entries import Entry
from editor.ui.page.formats import FADED, INTERFACE_FONT
from editor.ui.page.page_document import PageDocument
from editor.ui.page.places import Side, page_place
from editor.ui.page.sheet import Sheet
from editor.ui.page.utf16 import to_units, units

_BAR = 3.0
_LABEL_LEFT, _LABEL_RIGHT = 6.0, 18.0
"""Distances of a label from the edge of the paper and from the words."""
_LABEL_SCALE, _SMALLEST_LABEL = 0.78, 0.7
_LABEL_FLAGS = Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip
_PILL_SCALE = 0.58
_BEFORE_PILL = 8.0
_LOCK_ROOM = 0.65
"""What the lock before an agreed status takes, in heights of the pill."""
_AROUND_WORDS = 2.0
"""Between words in conflict and the frame to either side."""
_WEDGE = 3.0
"""Half the width of the mark of a seam, and its height."""
_WITHOUT_PILL = (ProvisionStatus.NOT_REACHED,)


class Decoration:
    """Draws around the blocks of one page. `lit` is the provision in hand."""

    def __init__(self, page: PageDocument) -> None:
        self._page = page
        self.lit = ""
        self.sheet = Sheet(0.0, 100.0, 0.0, 0.0)
        self._fonts: dict[float, tuple[QFont, QFontMetricsF]] = {}

    def lines_below(self, block: QTextBlock, layout: QTextLayout) -> int:
        """One for the status, where there is no room for it after the last word."""
        pill = self.pill(block, layout)
        return 1 if pill is not None and pill.is_below else 0

    def draw_behind(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        entry = self._page.entry(block)
        if entry is None:
            return
        theme = self._page.theme
        left, right = self.sheet.left, self.sheet.right
        if entry.provision == self.lit:
            above = self._page.layout.space_below(block) / 2
            painter.fillRect(
                QRectF(left, rect.top() - above, right - left, rect.height()), QColor(theme.lit)
            )
        self._draw_frames(painter, block, entry, rect)

    def draw_above(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        entry = self._page.entry(block)
        if entry is None:
            return
        self._draw_seams(painter, block, entry, rect)
        self._draw_label(painter, block, entry, rect)
        self._draw_bar(painter, block, entry, rect)
        self._draw_pill(painter, block, rect)

    def _draw_seams(self, painter: QPainter, block: QTextBlock, entry: Entry, rect: QRectF) -> None:
        """A wedge below the line where changes meet: a hint without words to underline."""
        origin = QPointF(self._page.layout.margins.left, rect.top())
        for place in (start for start, end in entry.hints if start == end):
            at = to_units(entry.text, page_place(entry.spans, place, Side.RIGHT))
            line = block.layout().lineForTextPosition(at)
            if line.isValid():
                tip = origin + QPointF(_cursor_x(line, at), line.y() + line.ascent() + 1)
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(self._page.theme.pending), 1.4))
                painter.drawPolyline(
                    [tip + QPointF(-_WEDGE, _WEDGE), tip, tip + QPointF(_WEDGE, _WEDGE)]
                )
                painter.restore()

    def _draw_label(self, painter: QPainter, block: QTextBlock, entry: Entry, rect: QRectF) -> None:
        """The label in the margin, on the line of the first words; a long one is smaller, or
        goes on below."""
        label, layout = entry.label, block.layout()
        if not label or not layout.lineCount():
            return
        theme = self._page.theme
        agreed = entry.status in AGREED_STATUSES
        right = self._page.layout.margins.left - _LABEL_RIGHT
        room = right - self.sheet.left - _LABEL_LEFT
        font, metrics = self._font(_LABEL_SCALE)
        widest = max(map(metrics.horizontalAdvance, label.split()))
        if widest > room:
            font, metrics = self._font(_LABEL_SCALE * max(_SMALLEST_LABEL, room / widest))
        line = layout.lineAt(0)
        top = rect.top() + line.y() + line.ascent() - metrics.ascent()
        place = QRectF(right - room, top, room, 3 * metrics.height())
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(theme.agreed if agreed else theme.faint))
        painter.drawText(place, _LABEL_FLAGS, label)
        painter.restore()

    def _draw_bar(self, painter: QPainter, block: QTextBlock, entry: Entry, rect: QRectF) -> None:
        if not entry.stripe and not entry.in_conflict:
            return
        colour = self._bar_colour(entry)
        left = self._page.layout.margins.left - 12
        height = max(4.0, rect.height() - self._page.layout.space_below(block) - 2)
        painter.fillRect(QRectF(left, rect.top() + 2, _BAR, height), colour)

    def _bar_colour(self, entry: Entry) -> QColor:
        """The first change's colour; while one delegation stands out, its colour or a faint one."""
        theme, solo = self._page.theme, self._page.solo
        if entry.in_conflict:
            return QColor(theme.conflict)
        takes_part = any(span.delegation == solo for span in entry.spans)
        found = self._page.composition.session.delegations.get(
            solo if solo and takes_part else entry.stripe
        )
        colour = colour_of(found.colour if found else None, theme)
        if solo and not takes_part:
            colour.setAlpha(FADED)
        return colour

    def _draw_frames(
        self, painter: QPainter, block: QTextBlock, entry: Entry, rect: QRectF
    ) -> None:
        """A dashed frame around each conflict's brackets."""
        position = 0
        start: int | None = None
        conflict = ""
        for span in (*entry.spans, None):
            current = span.conflict if span is not None else ""
            if current != conflict:
                if conflict and start is not None:
                    self._frame(painter, block, start, position, rect)
                start, conflict = position, current
            if span is not None:
                position += units(span.text)

    def _frame(
        self, painter: QPainter, block: QTextBlock, start: int, end: int, rect: QRectF
    ) -> None:
        theme = self._page.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.conflict), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.conflict_fill))
        origin = QPointF(self._page.layout.margins.left, rect.top())
        for frame in frames_around(block.layout(), start, end):
            painter.drawRoundedRect(frame.translated(origin), 4, 4)
        painter.restore()

    def _draw_pill(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        """The status after the last word, or below it where there is no room."""
        pill = self.pill(block, block.layout())
        if pill is None:
            return
        origin = QPointF(self._page.layout.margins.left, rect.top())
        place = pill.place.translated(origin)
        fill = QColor(pill.colour)
        fill.setAlpha(28)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(pill.colour, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(place, 4, 4)
        painter.setFont(self._font(_PILL_SCALE)[0])
        if pill.is_locked:
            _draw_lock(painter, place, pill.colour)
            place.setLeft(place.left() + _LOCK_ROOM * place.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, pill.text)
        painter.restore()

    def pill(self, block: QTextBlock, layout: QTextLayout) -> "Pill | None":
        """The status of a block that has been laid out, and its place; None without one."""
        entry = self._page.entry(block)
        text = pill_text(entry) if entry is not None else ""
        if entry is None or not text or not layout.lineCount():
            return None
        theme = self._page.theme
        line = layout.lineAt(layout.lineCount() - 1)
        words, room = line.naturalTextRect(), line.width()
        width = self._font(_PILL_SCALE)[1].horizontalAdvance(text) + 12
        ordinary = self._page.layout.metrics(block)
        height = ordinary.height() * 0.72
        is_locked = entry.status in AGREED_STATUSES
        width += _LOCK_ROOM * height if is_locked else 0
        top = line.y() + line.ascent() - ordinary.ascent() + (ordinary.height() - height) / 2
        from_right = layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
        x = words.left() - _BEFORE_PILL - width if from_right else words.right() + _BEFORE_PILL
        is_below = x < 0 or x + width > room
        if is_below:
            x = room - width if from_right else 0.0
            top += self._page.layout.pitch(block)
        colour = QColor(_pill_colour(entry, theme.agreed, theme.pending, theme.faint))
        return Pill(text, QRectF(x, top, width, height), colour, is_below, is_locked)

    def _font(self, scale: float) -> tuple[QFont, QFontMetricsF]:
        """The font of labels and pills, made once for each size: Qt looks for its files anew
        for every other object that says the same."""
        points = self._page.document.defaultFont().pointSizeF() * scale
        if points not in self._fonts:
            font = QFont(INTERFACE_FONT)
            font.setPointSizeF(points)
            font.setWeight(QFont.Weight.DemiBold)
            self._fonts[points] = font, QFontMetricsF(font)
        return self._fonts[points]


class Pill(NamedTuple):
    """A status on the page; `place` is counted from where the words of the block begin. What
    `is_locked` is not typed into."""

    text: str
    place: QRectF
    colour: QColor
    is_below: bool
    is_locked: bool


def _draw_lock(painter: QPainter, pill: QRectF, colour: QColor) -> None:
    """A padlock at the left end of a pill: its body, and a bow above."""
    size = pill.height() * 0.42
    body = QRectF(pill.left() + 6, pill.center().y() - size * 0.1, size, size * 0.75)
    bow = QRectF(body.left() + size * 0.2, body.top() - size * 0.5, size * 0.6, size)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(bow, 0, 180 * 16)
    painter.fillRect(body, colour)


def frames_around(layout: QTextLayout, start: int, end: int) -> list[QRectF]:
    """A frame on each line that has some of the words from `start` to `end`. It keeps clear of
    the brackets, which are the first and the last of these words."""
    found = []
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        low = max(start, line.textStart())
        high = min(end, line.textStart() + line.textLength())
        if low < high:
            x, x_end = _cursor_x(line, low), _cursor_x(line, high)
            words = QRectF(min(x, x_end), line.y(), abs(x_end - x), line.height())
            found.append(words.adjusted(-_AROUND_WORDS, 0, _AROUND_WORDS, 1))
    return found


def _cursor_x(line: QTextLine, position: int) -> float:
    found = cast("tuple[float, int]", line.cursorToX(position))
    return found[0]


def _pill_colour(entry: Entry, agreed: str, pending: str, faint: str) -> str:
    if entry.status in AGREED_STATUSES:
        return agreed
    return pending if entry.status is ProvisionStatus.PENDING else faint


def pill_text(entry: Entry) -> str:
    """The status as it stands on the page; a moved provision says where it is."""
    if entry.role is PlaceRole.MOVED_AWAY:
        return QCoreApplication.translate("status", "MOVED FROM HERE")
    if entry.role is PlaceRole.MOVED_HERE:
        return QCoreApplication.translate("status", "MOVED HERE")
    if entry.merged_into:
        merged = QCoreApplication.translate("status", "MERGED INTO {label}")
        return merged.format(label=entry.merged_into)
    if entry.status in _WITHOUT_PILL:
        return ""
    return status_words(entry.status).upper()


def status_words(status: ProvisionStatus) -> str:
    """The status of a provision in the words of the negotiation."""
    words = {
        ProvisionStatus.NOT_REACHED: QCoreApplication.translate("status", "Not reached"),
        ProvisionStatus.OPEN: QCoreApplication.translate("status", "Open"),
        ProvisionStatus.PENDING: QCoreApplication.translate("status", "Pending"),
        ProvisionStatus.AGREED_IN_INFORMALS: QCoreApplication.translate(
            "status", "Agreed in informals"
        ),
        ProvisionStatus.AGREED_AD_REF: QCoreApplication.translate("status", "Agreed ad ref"),
        ProvisionStatus.AGREED: QCoreApplication.translate("status", "Agreed"),
        ProvisionStatus.AGREED_AS_AMENDED: QCoreApplication.translate(
            "status", "Agreed as amended"
        ),
        ProvisionStatus.REOPENED: QCoreApplication.translate("status", "Reopened"),
        ProvisionStatus.DELETED: QCoreApplication.translate("status", "Deleted"),
        ProvisionStatus.MERGED: QCoreApplication.translate("status", "Merged"),
        ProvisionStatus.MOVED: QCoreApplication.translate("status", "Moved"),
    }
    return words[status]
