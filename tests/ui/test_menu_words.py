"""An ampersand in a name is one in every menu, and marks no letter as a key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor.negotiation.commands.delegations import AddDelegation
from editor.ui.main_window import MainWindow
from editor.ui.menu_words import in_menu

_SHOWN = "TTO   Trinidad && Tobago"


@pytest.fixture
def desk(window: MainWindow) -> MainWindow:
    controller = window.session_side.controller
    assert controller is not None
    controller.execute(AddDelegation("TTO", "Trinidad & Tobago"))
    controller.go_to("p2")
    return window


def _open_menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _entries(menu: QMenu, submenu: str) -> list[str]:
    inner = next(each for each in menu.actions() if each.text() == submenu).menu()
    assert isinstance(inner, QMenu)
    return [each.text() for each in inner.actions()]


def test_in_the_menu_of_statuses(desk: MainWindow, qtbot: QtBot) -> None:
    desk.actions_.set_status.trigger()
    menu = _open_menu(qtbot)

    assert _SHOWN in _entries(menu, "Pending on")
    menu.close()


def test_in_the_menu_of_a_layer(desk: MainWindow, qtbot: QtBot) -> None:
    assert desk.session_side.questions is not None
    desk.session_side.questions.show_layer_menu("can", QPoint(0, 0))
    menu = _open_menu(qtbot)

    assert _SHOWN in _entries(menu, "Is the Same As")
    menu.close()


def test_in_the_menu_of_speakers_and_on_its_button(desk: MainWindow, qtbot: QtBot) -> None:
    bar = desk.session_side.desk.top_bar
    menu = bar.speaking.menu()
    menu.popup(QPoint(0, 0))

    qtbot.keyClicks(menu, "trinidad & t")
    assert menu.activeAction().text() == _SHOWN
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    name = bar.speaking.text().removeprefix(" Speaking as ")
    assert name in (in_menu("Trinidad & Tobago"), "TTO")
