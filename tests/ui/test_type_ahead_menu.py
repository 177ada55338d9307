"""Typing finds an entry of a menu."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui import type_ahead_menu
from editor.ui.type_ahead_menu import TypeAheadMenu

ENTRIES = ("CHAIR   Chair", "CAN   Canada", "CHL   Chile", "GBR   United Kingdom")


@pytest.fixture
def menu(qapp: QApplication, qtbot: QtBot) -> Iterator[TypeAheadMenu]:
    made = TypeAheadMenu()
    for each in ENTRIES:
        made.addAction(each)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def lit(menu: TypeAheadMenu) -> str:
    action = menu.activeAction()
    return action.text() if action is not None else ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("c", "CHAIR   Chair"),
        ("chl", "CHL   Chile"),
        ("can", "CAN   Canada"),
        ("kingdom", "GBR   United Kingdom"),
        ("united k", "GBR   United Kingdom"),
    ],
)
def test_what_is_typed_is_lit(menu: TypeAheadMenu, qtbot: QtBot, typed: str, found: str) -> None:
    qtbot.keyClicks(menu, typed)

    assert lit(menu) == found


def test_typing_begins_anew_after_a_pause(
    menu: TypeAheadMenu, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(type_ahead_menu, "monotonic", lambda: now[0])
    qtbot.keyClicks(menu, "can")

    now[0] += 2
    qtbot.keyClicks(menu, "gb")

    assert lit(menu) == "GBR   United Kingdom"


def test_enter_chooses_what_is_lit(menu: TypeAheadMenu, qtbot: QtBot) -> None:
    qtbot.keyClicks(menu, "chl")

    with qtbot.waitSignal(menu.triggered) as chosen:
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert chosen.args is not None
    assert chosen.args[0].text() == "CHL   Chile"
