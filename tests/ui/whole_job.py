"""Hands and eyes for a test that works the whole window: events go in, words come out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from editor.negotiation.composition import Composition, PlaceRole
from editor.negotiation.run import Run, RunKind
from editor.ui.main_window import MainWindow
from editor.ui.page.page_view import PageView
from editor.ui.page.spans import Look, View

_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_BESIDE_THE_WORDS = (Look.TAG, Look.REASON, Look.NOTE, Look.PILL)
_READ = (RunKind.KEPT, RunKind.INSERTED, RunKind.ALTERNATIVES)

_Dialog = TypeVar("_Dialog", bound=QDialog)


def words_shown(page: PageView) -> list[str]:
    """The visible blocks of the page, without code tags and marks of notes; a paragraph
    mark inside a block is a line break."""
    assert page.page is not None
    shown = []
    entries = page.page.entries
    assert len(entries) == page.document().blockCount()
    block = page.document().begin()
    for entry in entries:
        assert block.text() == entry.text
        assert block.isVisible() is not entry.hidden
        if block.isVisible():
            words = (s.text for s in entry.spans if s.look not in _BESIDE_THE_WORDS)
            shown.append("".join(words).replace("¶", "").replace("\u2028", "\n"))
        block = block.next()
    return shown


def words_composed(composition: Composition, view: View) -> list[str]:
    """What a view has to show, from the runs of a composition alone."""
    session = composition.session
    if view is View.BASE:
        return [session.provisions[each].text for each in session.base_order]
    expected = []
    for place in composition.places:
        composed = composition.provision(place.provision)
        is_away = place.role is PlaceRole.MOVED_AWAY
        if view is View.REDLINE:
            words = "".join(run.text for run in composed.runs)
            is_shown = bool(words) or not composed.is_gone
        else:
            words = composed.text if view is View.CLEAN else _bracketed(composed.runs)
            is_shown = not composed.is_gone and not is_away
        if is_shown:
            expected.append(words)
    return expected


def _bracketed(runs: tuple[Run, ...]) -> str:
    """The words read, with square brackets around each stretch of contested ones. What is
    inserted inside such a stretch belongs to it."""
    last_kept_is_contested = False
    stretches: list[tuple[bool, str]] = []
    waiting: list[Run] = []
    for run in runs:
        if run.contested:
            stretches.extend((last_kept_is_contested, _read(each)) for each in waiting)
            waiting, last_kept_is_contested = [], True
            stretches.append((True, _read(run)))
        elif run.kind is RunKind.KEPT:
            stretches.extend((False, _read(each)) for each in (*waiting, run))
            waiting, last_kept_is_contested = [], False
        else:
            waiting.append(run)
    stretches.extend((False, _read(each)) for each in waiting)
    joined = ((c, "".join(text for _, text in g)) for c, g in groupby(stretches, lambda s: s[0]))
    return "".join(f"[{text}]" if contested else text for contested, text in joined)


def _read(run: Run) -> str:
    return run.text if run.kind in _READ else ""


def view_button(window: MainWindow, view: View) -> QToolButton:
    """The button of a view in the top bar."""
    action = getattr(window.actions_, f"view_{view}")
    buttons = window.session_side.desk.top_bar.findChildren(QToolButton, "segment")
    return next(button for button in buttons if button.defaultAction() is action)


def recent_button(window: MainWindow, path: object) -> QPushButton:
    """The button of a session opened before, on the start page."""
    buttons = window.start_page.findChildren(QPushButton, "recent")
    return next(button for button in buttons if button.toolTip() == str(path))


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Press and release the left mouse button on what the window has at this place; on a round
    button, on its ring."""
    if at is None:
        at = _ring(widget) if isinstance(widget, QRadioButton) else widget.rect().center()
    place = widget.mapTo(widget.window(), at)
    assert widget.window().childAt(place) is widget
    assert widget.isEnabled()
    handle = widget.window().windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, _LEFT, _NONE, place)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Press a key in the window that has the focus, and let it go."""
    QTest.keyClick(QGuiApplication.focusWindow(), key, modifiers)


def take_the_front(window: MainWindow) -> None:
    """What a desktop does when a dialog has gone; the offscreen one does not."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def fill_in(line: QLineEdit, text: str) -> None:
    """Click into a field and type over what is there."""
    click(line)
    QTest.keyClick(line, Qt.Key.Key_A, _CONTROL)
    QTest.keyClicks(line, text)
    assert line.text() == text


@contextmanager
def answering(kind: type[_Dialog], answer: Callable[[_Dialog], None]) -> Iterator[None]:
    """Answer the dialog of a kind that is opened meanwhile; it must be opened and closed."""
    answered = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            return
        timer.stop()
        try:
            answer(dialog)
            answered.append(not dialog.isVisible())
        finally:
            if dialog.isVisible():
                dialog.reject()

    timer.timeout.connect(look)
    timer.start(10)
    yield
    deadline = 20_000
    while not answered and deadline > 0:
        QTest.qWait(20)
        deadline -= 20
    assert answered == [True]


def choose_in_menu(button: QAbstractButton, beginning: str) -> None:
    """Open the menu of a button by a click and take the item that begins so, by keys."""
    chosen = []

    def go_down() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            QTest.keyClick(menu, Qt.Key.Key_Down)
            active = menu.activeAction()
            if active is not None and active.text().startswith(beginning):
                chosen.append(active.text())
                QTest.keyClick(menu, Qt.Key.Key_Return)
                return
        menu.close()

    QTimer.singleShot(50, go_down)
    click(button)
    for _ in range(100):
        if chosen:
            break
        QTest.qWait(20)
    assert chosen
    assert QApplication.activePopupWidget() is None


def _ring(button: QRadioButton) -> QPoint:
    option = QStyleOptionButton()
    option.initFrom(button)
    indicator = QStyle.SubElement.SE_RadioButtonIndicator
    return button.style().subElementRect(indicator, option, button).center()
