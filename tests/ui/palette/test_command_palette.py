"""Any action by its name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.actions import Actions
from editor.ui.main_window import MainWindow
from editor.ui.page.spans import View
from editor.ui.palette.command_palette import CommandPalette
from editor.ui.palette.menu_places import menu_places
from editor.ui.palette.palette_rows import palette_rows, rows_meant


def opened(window: MainWindow, qtbot: QtBot) -> CommandPalette:
    """The palette, as its key opens it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_P, keys)
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, CommandPalette)
    qtbot.waitUntil(palette.words.hasFocus)
    return palette


def names(palette: CommandPalette) -> list[str]:
    items = map(palette.list.topLevelItem, range(palette.list.topLevelItemCount()))
    return [item.text(0) for item in items if item is not None]


def test_typing_finds_and_enter_does(window: MainWindow, qtbot: QtBot) -> None:
    page = window.session_side.desk.page
    page.setFocus()
    palette = opened(window, qtbot)

    qtbot.keyClicks(palette.words, "clean")
    assert palette.lit is not None
    assert (palette.lit.name, palette.lit.place, palette.lit.key) == ("Clean", "View", "Ctrl+4")
    assert palette.words.accessibleDescription() == "Clean, View, Ctrl+4"
    qtbot.keyClick(palette.words, Qt.Key.Key_Return)

    assert page.view is View.CLEAN
    assert QApplication.activePopupWidget() is None
    assert page.hasFocus()


def test_what_is_run_takes_the_focus_it_needs(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)

    qtbot.keyClicks(palette.words, "find")
    assert names(palette)[:3] == ["Find", "Find Next", "Find Previous"]
    qtbot.keyClick(palette.words, Qt.Key.Key_Enter)

    assert window.session_side.desk.find_bar.words.hasFocus()


def test_arrows_light_the_next(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    qtbot.keyClicks(palette.words, "find")

    for key, name in ((Qt.Key.Key_Down, "Find Next"), (Qt.Key.Key_Up, "Find")):
        qtbot.keyClick(palette.words, key)
        assert palette.lit is not None
        assert palette.lit.name == name


def test_escape_gives_the_focus_back(window: MainWindow, qtbot: QtBot) -> None:
    layers = window.session_side.desk.layers.list
    layers.setFocus()
    palette = opened(window, qtbot)

    qtbot.keyClick(palette.words, Qt.Key.Key_Escape)

    assert QApplication.activePopupWidget() is None
    assert layers.hasFocus()


def test_what_is_not_possible_is_grey_and_not_done(empty_window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(empty_window, qtbot)

    qtbot.keyClicks(palette.words, "import report")
    item = palette.list.topLevelItem(0)
    assert item is not None
    assert item.isDisabled()
    assert palette.answer == palette.words.accessibleDescription() == "Not possible at the moment."
    qtbot.keyClick(palette.words, Qt.Key.Key_Return)
    assert palette.isVisible()

    palette.words.setText("xyzzy")
    assert names(palette) == []
    assert palette.answer == "No action is called so."
    palette.close()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("undo", "Undo"),
        ("conflict next", "Next Conflict"),
        ("appearance da", "Dark"),
        ("f8", "Next Conflict"),
        ("provision agreed", "Next Open Provision"),
        ("set", "Set Aside"),
    ],
)
def test_words_mean_names_before_anything_else(window: MainWindow, words: str, first: str) -> None:
    rows = palette_rows(window.actions_, window.menus.main)

    assert rows_meant(words, rows)[0].name == first


def test_every_action_has_one_place(window: MainWindow) -> None:
    places = menu_places(window.menus.main)

    assert {action for action in window.actions_ if not places.get(action)} == {
        window.actions_.show_menu
    }


def test_the_key_of_proposing_stays_free() -> None:
    assert "Ctrl+K" not in {key.toString() for each in Actions({}) for key in each.shortcuts()}
