"""Words are neither dragged out of the page nor dropped into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.negotiation.delegation import CHAIR, CHAIR_ID
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.ui.page.page_view import PageView
from editor.ui.page.spans import View
from tests.ui.page.windows import close, open_page

_BASE = "States shall consider the measures."
_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(params=list(View))
def page(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[PageView]:
    session = Session(
        delegations={CHAIR_ID: CHAIR}, provisions={"p1": Provision("p1", 1, _BASE, "1")}
    )
    opened = open_page(session, tmp_path, request.param)
    cursor = opened.textCursor()
    cursor.setPosition(7)
    cursor.setPosition(21, QTextCursor.MoveMode.KeepAnchor)
    opened.setTextCursor(cursor)
    yield opened
    close(opened)


def place(page: PageView, position: int) -> QPoint:
    cursor = QTextCursor(page.document())
    cursor.setPosition(position)
    return page.cursorRect(cursor).center()


def drag(page: PageView, start: QPoint, end: QPoint) -> None:
    viewport = page.viewport()
    QTest.mousePress(viewport, _LEFT, _PLAIN, start)
    where, on_screen = QPointF(end), QPointF(viewport.mapToGlobal(end))
    nothing = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        viewport, QMouseEvent(QEvent.Type.MouseMove, where, on_screen, nothing, _LEFT, _PLAIN)
    )
    QTest.mouseRelease(viewport, _LEFT, _PLAIN, end)


def test_dragging_from_inside_a_selection_selects_anew(page: PageView) -> None:
    drag(page, place(page, 13), place(page, 25))

    assert page.textCursor().selectedText() == _BASE[13:25]
    assert page.toPlainText() == _BASE


def test_a_click_inside_a_selection_puts_the_caret_there(page: PageView) -> None:
    QTest.mouseClick(page.viewport(), _LEFT, _PLAIN, place(page, 13))

    assert (page.textCursor().position(), page.textCursor().hasSelection()) == (13, False)


def test_a_click_in_a_long_selection_scrolls_nowhere(qtbot: QtBot, tmp_path: Path) -> None:
    provisions = {f"p{n}": Provision(f"p{n}", n, _BASE, str(n)) for n in range(1, 200)}
    page = open_page(Session(delegations={CHAIR_ID: CHAIR}, provisions=provisions), tmp_path)
    page.selectAll()
    page.verticalScrollBar().setValue(0)

    QTest.mouseClick(page.viewport(), _LEFT, _PLAIN, place(page, 13))

    assert (page.textCursor().position(), page.verticalScrollBar().value()) == (13, 0)
    close(page)


def test_shift_and_a_click_still_move_the_end_of_a_selection(page: PageView) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(page.viewport(), _LEFT, shift, place(page, 12))

    assert page.textCursor().selectedText() == "shall"


def test_the_page_takes_no_words_that_are_dropped(page: PageView) -> None:
    words = QMimeData()
    words.setText("dropped")
    event = QDragEnterEvent(place(page, 3), Qt.DropAction.CopyAction, words, _LEFT, _PLAIN)
    QApplication.sendEvent(page.viewport(), event)

    assert not event.isAccepted()
    assert not page.viewport().acceptDrops()
