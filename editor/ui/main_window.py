"""The window: the start page, or the desk with a session. Assembly only."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from editor.app.settings import SettingsStore, ThemeChoice
from editor.ui.actions import Actions
from editor.ui.appearance import Appearance
from editor.ui.background import Background
from editor.ui.collector import collecting_later
from editor.ui.dialogs.about_dialog import AboutDialog
from editor.ui.menu_words import in_menu
from editor.ui.menus import Menus
from editor.ui.palette.command_palette import CommandPalette
from editor.ui.start_page import StartPage
from editor.ui.window_state import keep_window_state, restore_window_state

if TYPE_CHECKING:
    from editor.ui.session_side import SessionSide


class MainWindow(QMainWindow):
    """Shown before anything of a session is loaded."""

    def __init__(self, settings: SettingsStore, appearance: Appearance) -> None:
        super().__init__()
        self.setWindowTitle("Rolling Text")
        self.setMinimumSize(860, 460)  # 1366 × 768 at 150 %, less what the system takes
        self._settings = settings
        self._appearance = appearance
        self.actions_ = Actions(settings.current.shortcuts, self)
        self.addActions(list(self.actions_))
        self.menus = Menus(self.actions_, self)
        self.background = Background(self)
        self.start_page = StartPage(self.actions_)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self.setCentralWidget(self._stack)
        self._connect()
        self._show_choice()
        self._show_start()
        restore_window_state(self, settings.current)

    @cached_property
    def session_side(self) -> SessionSide:
        """Made when a session is opened, or when the window has nothing else to do."""
        with collecting_later():
            from editor.ui.session_side import SessionSide  # engine and storage take long to load

        side = SessionSide(self._settings, self.actions_, self.background, self)
        side.desk.set_theme(self._appearance.theme)
        side.desk.top_bar.menu_button.setMenu(self.menus.main)
        side.desk.restore_state(self._settings.current)
        side.opened.connect(self._show_session)
        side.closed.connect(self._show_start)
        side.desk.top_bar.titled.connect(self._show_title)
        self._appearance.changed.connect(side.desk.set_theme)
        self._stack.addWidget(side.desk)
        self.actions_.next_pane.triggered.connect(lambda: side.desk.go_to_pane(1))
        self.actions_.previous_pane.triggered.connect(lambda: side.desk.go_to_pane(-1))
        return side

    def open(self, path: Path) -> None:
        """Open a session file."""
        self.session_side.open(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is saved already; what is being written is waited for."""
        if self.background.is_busy:
            event.ignore()
            return
        current = keep_window_state(self, self._settings.current)
        if "session_side" in self.__dict__:
            current = self.session_side.desk.keep_state(current)
            self.session_side.sessions.close()
        self._settings.keep(current)
        super().closeEvent(event)

    def _show_session(self) -> None:
        desk = self.session_side.desk
        self._stack.setCurrentWidget(desk)
        self._show_title()
        desk.page.setFocus()

    def _show_title(self) -> None:
        workspace = self.session_side.sessions.workspace
        if workspace is not None:
            title = workspace.session.title or workspace.file.path.stem
            self.setWindowTitle(f"{title} — Rolling Text")

    def _show_start(self) -> None:
        self.setWindowTitle("Rolling Text")
        for action in self.actions_.of_a_session():
            action.setEnabled(False)
        self.start_page.show_recent(self._settings.current.recent)
        self._stack.setCurrentWidget(self.start_page)
        self.start_page.focus_first()

    def _show_choice(self) -> None:
        choices = {
            ThemeChoice.SYSTEM: self.actions_.theme_system,
            ThemeChoice.LIGHT: self.actions_.theme_light,
            ThemeChoice.DARK: self.actions_.theme_dark,
        }
        choices[self._appearance.choice].setChecked(True)

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._settings.keep(self._settings.current.with_theme(choice))
        self._appearance.choose(choice)

    def _forget(self, path: str) -> None:
        self._settings.keep(self._settings.current.without_recent(path))
        self.start_page.show_recent(self._settings.current.recent)

    def _fill_recent(self) -> None:
        self.menus.recent.clear()
        for each in self._settings.current.recent:
            path = Path(each)
            action = self.menus.recent.addAction(in_menu(path.stem))
            action.setToolTip(each)
            action.setEnabled(path.exists())
            action.triggered.connect(lambda _=False, chosen=path: self.open(chosen))
        self.menus.recent.setEnabled(not self.menus.recent.isEmpty())

    def _open_menu(self) -> None:
        at_start = self._stack.currentWidget() is self.start_page
        top = self.start_page if at_start else self.session_side.desk.top_bar
        top.menu_button.showMenu()

    def _show_keys(self) -> None:
        from editor.ui.dialogs.keys_dialog import KeysDialog  # brings the keys of the page with it

        KeysDialog(self.actions_, self._settings, self).exec()

    def _show_palette(self) -> None:
        others = [action for action in self.actions_ if action is not self.actions_.show_palette]
        CommandPalette(others, self.menus.main, self).show()

    def _connect(self) -> None:
        actions = self.actions_
        self.start_page.menu_button.setMenu(self.menus.main)
        self.menus.main.aboutToShow.connect(self._fill_recent)
        actions.new_session.triggered.connect(lambda: self.session_side.sessions.begin_from_files())
        actions.open_session.triggered.connect(lambda: self.session_side.sessions.ask_and_open())
        actions.open_sample.triggered.connect(lambda: self.session_side.sessions.open_sample())
        actions.fresh_sample.triggered.connect(
            lambda: self.session_side.sessions.open_fresh_sample()
        )
        actions.give_name.triggered.connect(lambda: self.session_side.sessions.ask_name())
        actions.close_session.triggered.connect(lambda: self.session_side.sessions.close())
        actions.quit.triggered.connect(self.close)
        actions.show_keys.triggered.connect(self._show_keys)
        actions.show_palette.triggered.connect(self._show_palette)
        actions.about.triggered.connect(lambda: AboutDialog(self).exec())
        actions.show_menu.triggered.connect(self._open_menu)
        for action, choice in (
            (actions.theme_system, ThemeChoice.SYSTEM),
            (actions.theme_light, ThemeChoice.LIGHT),
            (actions.theme_dark, ThemeChoice.DARK),
        ):
            action.triggered.connect(lambda _=False, c=choice: self._choose_theme(c))
        self.start_page.open_asked.connect(self.open)
        self.start_page.files_asked.connect(lambda: self.session_side.sessions.begin_from_files())
        self.start_page.pasted_asked.connect(lambda: self.session_side.sessions.begin_from_pasted())
        self.start_page.forget_asked.connect(self._forget)
        self.start_page.files_dropped.connect(
            lambda files: self.session_side.sessions.receive(files)
        )
