"""What is behind a window with a session in it."""

from editor.negotiation.session import Session
from editor.ui.desk_controller import DeskController
from editor.ui.main_window import MainWindow


def controller_of(window: MainWindow) -> DeskController:
    assert window.session_side.controller is not None
    return window.session_side.controller


def session_of(window: MainWindow) -> Session:
    return controller_of(window).workspace.session
