from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow


def test_find_goes_from_place_to_place(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session_side.desk
    window.actions_.find.trigger()
    assert desk.find_bar.isVisible()

    qtbot.keyClicks(desk.find_bar.words, "parties")
    assert desk.page.textCursor().selectedText() == "Parties"
    assert desk.page.provision_in_hand == "p1"

    qtbot.keyClick(desk.find_bar.words, Qt.Key.Key_Return)
    assert desk.page.provision_in_hand == "p2"
    window.actions_.find_previous.trigger()
    assert desk.page.provision_in_hand == "p1"
    window.actions_.find_previous.trigger()
    assert desk.page.provision_in_hand == "p5"


def test_what_is_not_there_is_said(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.session_side.desk.find_bar
    window.actions_.find.trigger()

    qtbot.keyClicks(bar.words, "xyzzy")

    assert bar.answer == "Not on the page"


def test_escape_gives_the_page_back(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session_side.desk
    window.actions_.find.trigger()

    qtbot.keyClick(desk.find_bar.words, Qt.Key.Key_Escape)

    assert not desk.find_bar.isVisible()
