from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from editor.app.settings import SettingsStore
from editor.negotiation.commands.delegations import ChangeDelegation
from editor.negotiation.commands.status import Entitle, SetStatus
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.provision import Provision, ProvisionKind, ProvisionStatus
from editor.storage.session_file import SessionFile
from editor.ui.main_window import MainWindow
from editor.ui.page.spans import View
from tests.ui.negotiations import small_negotiation


def test_the_start_page_comes_first(empty_window: MainWindow) -> None:
    assert empty_window.start_page.isVisible()
    assert not empty_window.actions_.undo.isEnabled()
    assert empty_window.actions_.open_session.isEnabled()


def test_opening_shows_the_desk_with_the_title(window: MainWindow, session_path: Path) -> None:
    desk = window.session_side.desk

    assert desk.isVisible()
    assert "Coasts" in window.windowTitle()
    assert desk.outline.model.rowCount() == 6


def test_the_first_provision_is_in_hand_and_not_the_title_page(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    session = small_negotiation()
    cover = {
        f"f{number}": Provision(f"f{number}", number - 40, "Cover", kind=ProvisionKind.FRONT_MATTER)
        for number in range(30)
    }
    path = tmp_path / "covered.rolling"
    covered = replace(session, provisions={**cover, **session.provisions})
    SessionFile.create(path, covered, "A. Tester").close()

    empty_window.open(path)

    page = empty_window.session_side.desk.page
    assert page.provision_in_hand == "p1"
    assert page.viewport().rect().contains(page.cursorRect())


def test_who_is_speaking_is_chosen_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.session_side.desk.top_bar
    width = bar.speaking.width()

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        qtbot.keyClicks(menu, "nor")
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(100, choose)
    window.actions_.speak_as.trigger()

    qtbot.waitUntil(lambda: bar.speaker == "nor")
    assert "Norway" in bar.speaking.text()
    assert bar.speaking.width() == width


def test_a_long_name_of_the_speaker_gives_way_to_the_code(window: MainWindow) -> None:
    controller = window.session_side.controller
    assert controller is not None
    name = "United Kingdom of Great Britain and Northern Ireland"
    norway = controller.workspace.session.delegations["nor"]
    controller.execute(ChangeDelegation(replace(norway, name=name)))

    bar = window.session_side.desk.top_bar
    bar.choose_speaker("nor")

    assert bar.speaking.text().strip() == "Speaking as NOR"
    assert name in bar.speaking.toolTip()


def test_another_name_of_the_speaker_shows_at_once(window: MainWindow) -> None:
    controller, bar = window.session_side.controller, window.session_side.desk.top_bar
    assert controller is not None
    bar.choose_speaker("nor")
    norway = controller.workspace.session.delegations["nor"]

    controller.execute(ChangeDelegation(replace(norway, name="Noregia")))

    assert bar.speaking.text().strip() == "Speaking as Noregia"


def test_toggling_undoing_and_redoing_show_on_the_page(window: MainWindow, qtbot: QtBot) -> None:
    side = window.session_side
    assert side.controller is not None
    before = side.desk.page.shown_text()

    side.controller.execute(SwitchLayers(("fji",), True))
    after = side.desk.page.shown_text()
    assert after != before
    assert "and maps" in after
    assert window.actions_.undo.isEnabled()

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert side.desk.page.shown_text() == before
    assert not window.actions_.undo.isEnabled()

    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert side.desk.page.shown_text() == after


def test_undo_goes_to_what_it_takes_back(window: MainWindow) -> None:
    controller, page = window.session_side.controller, window.session_side.desk.page
    assert controller is not None
    controller.execute(SetStatus(("p5",), ProvisionStatus.AGREED))
    page.set_zoom(300)
    window.resize(960, 520)
    controller.go_to("p1")
    QApplication.processEvents()
    assert not page.shows("p5")

    window.actions_.undo.trigger()
    assert page.shows("p5")
    assert page.provision_in_hand == "p5"

    top = page.verticalScrollBar().value()
    window.actions_.redo.trigger()
    assert page.verticalScrollBar().value() == top


def test_closing_and_opening_again_keeps_everything(
    window: MainWindow, session_path: Path, settings: SettingsStore
) -> None:
    side = window.session_side
    assert side.controller is not None
    side.controller.execute(SwitchLayers(("can", "egy"), True))
    shown = side.desk.page.shown_text()

    window.actions_.close_session.trigger()
    assert window.start_page.isVisible()
    assert side.sessions.workspace is None
    assert settings.current.recent == (str(session_path.resolve()),)

    window.open(session_path)
    assert side.desk.page.shown_text() == shown
    assert side.sessions.workspace is not None
    assert side.sessions.workspace.can_undo


def test_another_session_has_its_own_speaker_title_and_no_solo(
    window: MainWindow, tmp_path: Path
) -> None:
    side, other = window.session_side, tmp_path / "other.rolling"
    SessionFile.create(other, small_negotiation(), "A. Tester").close()
    side.desk.top_bar.choose_speaker("can")
    side.desk.layers.toggle_solo("can")
    assert side.controller is not None

    side.controller.execute(Entitle("Deep seas"))
    assert window.windowTitle() == "Deep seas — Rolling Text"

    window.open(other)
    assert window.windowTitle() == "Coasts — Rolling Text"
    assert side.desk.top_bar.speaker == CHAIR_ID
    assert side.desk.page.page is not None
    assert side.desk.layers.solo == side.desk.page.page.solo == ""


@pytest.mark.parametrize("view", View)
def test_views_are_switched_by_their_actions(window: MainWindow, view: View) -> None:
    getattr(window.actions_, f"view_{view}").trigger()

    assert window.session_side.desk.page.view is view


def test_what_is_shown_is_what_is_composed(window: MainWindow) -> None:
    side = window.session_side
    assert side.controller is not None
    window.actions_.view_clean.trigger()

    window.actions_.all_on.trigger()

    workspace = side.controller.workspace
    composed = compose(workspace.session).paragraphs
    assert side.desk.page.shown_text() == "\n".join(composed)


def test_the_status_bar_says_when_it_was_saved(window: MainWindow, qtbot: QtBot) -> None:
    side = window.session_side
    assert side.controller is not None
    side.controller.execute(SwitchLayers(("can",), True))

    qtbot.waitUntil(lambda: side.desk.status_bar.saved_words.startswith("Saved"))


def test_panes_follow_each_other(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session_side.desk
    window.activateWindow()
    desk.page.setFocus()
    qtbot.waitUntil(lambda: desk.page.hasFocus())

    window.actions_.next_pane.trigger()
    assert desk.layers.list.hasFocus()
    window.actions_.previous_pane.trigger()
    assert desk.page.hasFocus()


@pytest.mark.parametrize("name", ["theme_dark", "theme_light"])
def test_the_theme_is_kept(window: MainWindow, settings: SettingsStore, name: str) -> None:
    getattr(window.actions_, name).trigger()

    assert settings.current.theme == name.removeprefix("theme_")


def test_every_widget_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    """Screen readers say the name, or the text of a button."""
    window.actions_.all_on.trigger()
    nameless = [
        widget
        for widget in window.session_side.desk.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not (hasattr(widget, "text") and widget.text())
    ]
    assert nameless == []


def test_closing_the_window_waits_for_what_is_being_written(
    window: MainWindow, session_path: Path
) -> None:
    side = window.session_side
    assert side.controller is not None
    side.controller.execute(SwitchLayers(("can",), True))
    window.close()

    file = SessionFile.open(session_path)
    assert file.session.delegations["can"].layer_on
    file.close()


def test_what_changes_agreed_text_is_said_and_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    """Canada's layer changes p4, which is agreed."""
    desk = window.session_side.desk
    notice = desk.status_bar.agreed_changed
    assert notice.isHidden()

    window.actions_.all_on.trigger()
    qtbot.waitUntil(notice.isVisible)
    assert notice.text() == "Agreed “4” has changed"
    assert "4" in notice.toolTip()
    notice.click()
    assert desk.page.provision_in_hand == "p4"

    window.actions_.undo.trigger()
    qtbot.waitUntil(notice.isHidden)


def test_a_key_that_does_nothing_says_why(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session_side.desk
    window.actions_.view_base.trigger()

    before = desk.page.shown_text()
    qtbot.keyClicks(desk.page, "x")

    assert desk.page.shown_text() == before
    assert "Redline" in QToolTip.text()
