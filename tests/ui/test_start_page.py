from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.app.settings import SettingsStore
from editor.ui.main_window import MainWindow


@pytest.mark.parametrize(
    ("card", "way"),
    [
        ("compilation", "begin_from_files"),
        ("base", "begin_from_files"),
        ("pasted", "begin_from_pasted"),
    ],
)
def test_each_way_to_begin_is_asked_for(
    empty_window: MainWindow, qtbot: QtBot, card: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(empty_window.session_side.sessions, way, lambda: asked.append(card))

    qtbot.mouseClick(empty_window.start_page.buttons[card], Qt.MouseButton.LeftButton)

    assert asked == [card]


def test_recent_sessions_are_opened_and_forgotten(
    empty_window: MainWindow, settings: SettingsStore, session_path: Path, qtbot: QtBot
) -> None:
    gone = str(session_path.parent / "gone.rolling")
    settings.keep(settings.current.with_recent(Path(gone)).with_recent(session_path))
    page = empty_window.start_page
    page.show_recent(settings.current.recent)
    recent = [b for b in page.findChildren(QPushButton) if b.objectName() == "recent"]
    assert [button.isEnabled() for button in recent] == [True, False]

    page.forget_asked.emit(gone)
    assert settings.current.recent == (str(session_path.resolve()),)

    qtbot.mouseClick(recent[0], Qt.MouseButton.LeftButton)
    assert empty_window.session_side.controller is not None


def test_a_dropped_session_is_opened(empty_window: MainWindow, session_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(session_path))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    empty_window.start_page.dropEvent(event)

    assert empty_window.session_side.controller is not None


def test_f10_opens_the_menu(empty_window: MainWindow, qtbot: QtBot) -> None:
    empty_window.activateWindow()
    qtbot.waitUntil(empty_window.isActiveWindow)
    seen: list[bool] = []

    def look() -> None:
        seen.append(empty_window.menus.main.isVisible())
        empty_window.menus.main.close()

    QTimer.singleShot(100, look)
    qtbot.keyClick(empty_window, Qt.Key.Key_F10)

    assert seen == [True]
