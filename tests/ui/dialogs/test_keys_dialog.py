"""Keys that the user changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from editor.app.settings import SettingsStore, load_settings
from editor.ui.actions import Actions
from editor.ui.dialogs.keys_dialog import KeysDialog
from editor.ui.key_rules import is_for_writing
from editor.ui.main_window import MainWindow

_Modifier = Qt.KeyboardModifier


@pytest.fixture
def dialog(window: MainWindow, settings: SettingsStore, qtbot: QtBot) -> Iterator[KeysDialog]:
    made = KeysDialog(window.actions_, settings, window)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def press(dialog: KeysDialog, key: str) -> None:
    """As a keyboard that has the key does."""
    dialog.key.setKeySequence(QKeySequence(key))
    dialog.key.editingFinished.emit()


def keys_of(actions: Actions, name: str) -> list[str]:
    return [key.toString() for key in getattr(actions, name).shortcuts()]


def test_a_changed_key_works_at_once_and_next_time(
    window: MainWindow, tmp_path: Path, dialog: KeysDialog, qtbot: QtBot
) -> None:
    dialog.choose(window.actions_.find)
    qtbot.keyClick(dialog.key, Qt.Key.Key_F4)
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    qtbot.keyClick(window, Qt.Key.Key_F4)

    assert window.session_side.desk.find_bar.isVisible()
    assert keys_of(Actions(load_settings(tmp_path / "settings.json").shortcuts), "find") == ["F4"]
    assert "(F4)" in window.actions_.find.toolTip()


def test_buttons_say_the_changed_key(window: MainWindow) -> None:
    desk = window.session_side.desk

    window.actions_.use_keys({"speak_as": "F2", "export_file": "", "show_menu": "F4"})

    assert desk.top_bar.speaking.toolTip().endswith("(F2)")
    assert "(" not in desk.top_bar.export_button.toolTip()
    assert desk.top_bar.menu_button.toolTip().endswith("(F4)")


def test_the_bottom_bar_and_the_proposals_say_the_changed_key(window: MainWindow) -> None:
    desk = window.session_side.desk

    window.actions_.use_keys({"next_conflict": "F2", "next_hint": "F3", "set_status": "F4"})

    assert desk.status_bar.conflicts.toolTip().endswith("(F2)")
    assert desk.proposals.hints.title.text().endswith("(F3)")
    assert desk.proposals.status.toolTip().endswith("(F4)")


def test_what_is_searched_is_in_hand(window: MainWindow, dialog: KeysDialog) -> None:
    """Else the key pressed next would be that of an action out of sight."""
    usual = keys_of(window.actions_, "new_session")
    dialog.choose(window.actions_.new_session)
    dialog.search.setText("last action back")
    press(dialog, "F4")

    assert keys_of(window.actions_, "undo") == ["F4"]
    assert keys_of(window.actions_, "new_session") == usual

    dialog.search.setText("no action at all")
    assert not dialog.key.isEnabled()


def test_a_key_of_another_action_is_refused(
    window: MainWindow, settings: SettingsStore, dialog: KeysDialog, qtbot: QtBot
) -> None:
    dialog.choose(window.actions_.find)
    qtbot.keyClick(dialog.key, Qt.Key.Key_G, _Modifier.ControlModifier)

    assert dialog.answer == "Ctrl+G is the key of “Go to Provision”: change that first."
    assert dialog.key.keySequence() == QKeySequence("Ctrl+F")
    assert keys_of(window.actions_, "find") == ["Ctrl+F"]
    assert settings.current.shortcuts == {}


def test_the_key_that_an_action_has_changes_nothing(
    window: MainWindow, settings: SettingsStore, dialog: KeysDialog
) -> None:
    """It may have a second one."""
    dialog.choose(window.actions_.zoom_in)
    usual = keys_of(window.actions_, "zoom_in")
    assert len(usual) > 1

    press(dialog, usual[0])

    assert keys_of(window.actions_, "zoom_in") == usual
    assert settings.current.shortcuts == {}


def test_one_key_and_all_become_usual_again(
    window: MainWindow, settings: SettingsStore, dialog: KeysDialog, qtbot: QtBot
) -> None:
    for action, key in ((window.actions_.redo, "F4"), (window.actions_.find, "F5")):
        dialog.choose(action)
        press(dialog, key)
    assert settings.current.shortcuts == {"redo": "F4", "find": "F5"}

    qtbot.mouseClick(dialog.usual, Qt.MouseButton.LeftButton)
    assert settings.current.shortcuts == {"redo": "F4"}
    assert keys_of(window.actions_, "find") == ["Ctrl+F"]

    qtbot.mouseClick(dialog.all_usual, Qt.MouseButton.LeftButton)
    assert settings.current.shortcuts == {}
    assert keys_of(window.actions_, "redo") == ["Ctrl+Y", "Ctrl+Shift+Z"]


def test_a_usual_key_that_was_given_away_is_not_taken_back(
    window: MainWindow, settings: SettingsStore, dialog: KeysDialog, qtbot: QtBot
) -> None:
    dialog.choose(window.actions_.find)
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    dialog.choose(window.actions_.go_to)
    press(dialog, "Ctrl+F")
    assert settings.current.shortcuts == {"find": "", "go_to": "Ctrl+F"}
    dialog.choose(window.actions_.find)

    qtbot.mouseClick(dialog.usual, Qt.MouseButton.LeftButton)

    assert "Go to Provision" in dialog.answer
    assert keys_of(window.actions_, "find") == []
    assert not window.actions_.find.toolTip().endswith(")")


def test_a_key_of_the_user_is_not_shared_with_an_action_that_came_later() -> None:
    actions = Actions({"go_to": "F3"})

    assert keys_of(actions, "go_to") == ["F3"]
    assert keys_of(actions, "find_next") == []


def test_usual_keys_can_all_be_asked_for_and_are_no_two_actions() -> None:
    actions = Actions({})
    keys = [key for action in actions for key in action.shortcuts()]

    assert [key.toString() for key in keys if is_for_writing(key)] == []
    assert len({key.toString() for key in keys}) == len(keys)


def test_a_key_that_writes_is_refused(window: MainWindow, dialog: KeysDialog) -> None:
    dialog.choose(window.actions_.find)
    press(dialog, "A")

    assert "writing" in dialog.answer
    assert keys_of(window.actions_, "find") == ["Ctrl+F"]


@pytest.mark.parametrize(
    ("key", "writes"),
    [
        *((key, True) for key in ("A", "Shift+Ö", "Space", "Return", "Backspace", "Ctrl+V")),
        *((key, True) for key in ("Ctrl+A", "Left", "Ctrl+Right", "Esc", "Tab", "Shift+Tab")),
        *((key, False) for key in ("", "F4", "Ctrl+B", "Alt+Left", "Alt+Shift+Up", "Ctrl+Shift+P")),
    ],
)
def test_keys_for_writing_and_moving(key: str, writes: bool) -> None:
    assert is_for_writing(QKeySequence(key)) is writes


def test_what_is_no_action_stays_as_it_is(dialog: KeysDialog) -> None:
    (space,) = dialog.list.findItems("Switch a layer", Qt.MatchFlag.MatchExactly)
    dialog.list.setCurrentItem(space)

    assert not dialog.key.isEnabled()
    assert not dialog.usual.isEnabled()
