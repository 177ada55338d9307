"""A page that scrolls where the screen is low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrolled(page: QWidget) -> QScrollArea:
    """On a low screen a page scrolls and the buttons stay."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.setObjectName("cards")
    area.setWidget(page)
    return area
