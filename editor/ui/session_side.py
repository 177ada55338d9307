"""The side of the window that needs a session: the desk, opening and closing, export.

Loaded after the window is shown, for it brings the engine and the storage with it.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.app.settings import SettingsStore
from editor.app.workspace import Workspace
from editor.errors import BugError, KnownError
from editor.ui.actions import Actions
from editor.ui.background import Background
from editor.ui.desk import Desk
from editor.ui.desk_controller import DeskController
from editor.ui.desk_questions import DeskQuestions
from editor.ui.dialogs.ask import tell
from editor.ui.exporting import ExportQuestion
from editor.ui.sessions import Sessions
from editor.ui.unsaved import offer_copy
from editor.ui.wording import worded


class SessionSide(QObject):
    """`controller` and `questions` live as long as a session is open."""

    opened = Signal(object)
    closed = Signal()

    def __init__(
        self,
        settings: SettingsStore,
        actions: Actions,
        background: Background,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._settings = settings
        self._window = window
        self._background = background
        self.desk = Desk(actions)
        self.sessions = Sessions(settings, background, window)
        self.controller: DeskController | None = None
        self.questions: DeskQuestions | None = None
        self.export = ExportQuestion(background, window)
        actions.export_file.triggered.connect(self._ask_to_export)
        actions.print_view.triggered.connect(self._print)
        self.sessions.opened.connect(self._show_session)
        self.sessions.imported.connect(self._show_report)
        self.sessions.closing.connect(self._let_go)
        self.sessions.closed.connect(self.closed)

    def open(self, path: Path) -> None:
        """Open a session file."""
        self.sessions.open(path)

    def _show_session(self, workspace: Workspace) -> None:
        for action in self._actions.of_a_session():
            action.setEnabled(True)
        for action in self._actions.that_change():
            action.setEnabled(not workspace.file.read_only)
        self.controller = DeskController(self.desk, self._actions, workspace, self._say)
        self.controller.writing_failed.connect(self._writing_failed)
        self.questions = DeskQuestions(
            self.desk, self._actions, self.controller, self._settings, self._background
        )
        self.opened.emit(workspace)

    def _let_go(self) -> None:
        if self.controller is not None and self.questions is not None:
            self.questions.release()
            self.controller.release()
            self.controller = self.questions = None

    def _show_report(self) -> None:
        if self.questions is not None:
            self.questions.companions.show_report()

    def _ask_to_export(self) -> None:
        if self.sessions.workspace is not None:
            self.export.ask(self.sessions.workspace)

    def _print(self) -> None:
        if self.sessions.workspace is not None:
            self.export.print(self.sessions.workspace, self.desk.page.view)

    def _writing_failed(self, error: KnownError | BugError) -> None:
        if self.sessions.workspace is not None:
            copy = offer_copy(self.sessions.workspace, error, self._window)
            if copy is not None:
                self.open(copy)

    def _say(self, error: KnownError | BugError) -> None:
        tell(self._window, self.tr("That cannot be done"), worded(error))
