"""A page on a small session, with a real session file behind it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from editor.app.workspace import Workspace
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from editor.ui.page.page_view import PageView
from editor.ui.page.spans import View


def open_page(session: Session, folder: Path, view: View = View.REDLINE) -> PageView:
    """A page that follows its workspace, shown."""
    file = SessionFile.create(folder / "session.rolling", session, "Tester")
    workspace = Workspace(file, "Tester", _later)
    page = PageView()
    page.resize(760, 640)
    page.set_view(view)
    workspace.listeners.changed.append(page.follow)
    page.show_workspace(workspace)
    page.show()
    page.setFocus()
    QApplication.processEvents()
    return page


def close(page: PageView) -> None:
    """Let go of the session file."""
    workspace = page.workspace
    page.let_go()
    if workspace is not None:
        workspace.close()
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def composed_text(page: PageView) -> str:
    """The composed text of all provisions of the page's workspace."""
    assert page.workspace is not None
    return "\n".join(page.workspace.composition.paragraphs)


def _later(call: Callable[[], object]) -> None:
    """Nothing in these tests waits for what the writer reports."""
