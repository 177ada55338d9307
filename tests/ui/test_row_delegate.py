import pytest
from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from editor.ui.colours import LIGHT
from editor.ui.row_delegate import Index, RowDelegate, elided, interface_font

pytestmark = pytest.mark.usefixtures("application")


class Filled(RowDelegate):
    def draw_row(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        painter.setBrush(Qt.BrushStyle.SolidPattern)
        painter.fillRect(rect, QColor("white"))


def painted(state: QStyle.StateFlag) -> QImage:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    option = QStyleOptionViewItem()
    option.rect, option.state = image.rect(), state
    model = QStringListModel(["a"])
    painter = QPainter(image)
    Filled(20).paint(painter, option, model.index(0))
    painter.end()
    return image


def test_the_row_in_focus_has_a_frame_over_what_it_shows() -> None:
    plain, focused = painted(QStyle.StateFlag.State_None), painted(QStyle.StateFlag.State_HasFocus)

    assert plain.pixelColor(0, 0) == QColor("white")
    assert focused.pixelColor(0, 0) == QColor(LIGHT.accent)
    assert focused.pixelColor(20, 10) == QColor("white")


def test_words_end_in_an_ellipsis_where_there_is_no_room() -> None:
    font = interface_font(13, QFont.Weight.Normal)

    assert elided(font, "timely identification", 60).endswith("…")
    assert elided(font, "timely", 600) == "timely"
    assert elided(font, "timely", -5) == ""
