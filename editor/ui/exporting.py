"""Asking how and where to export, and doing it beside the window."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.app.tasks import Report
from editor.app.workspace import Workspace
from editor.ui.background import Background
from editor.ui.dialogs.ask import Answer, choose, tell
from editor.ui.dialogs.export_dialog import ExportDialog
from editor.ui.sessions import documents_folder
from editor.ui.wording import notice_words


class ExportQuestion(QObject):
    def __init__(self, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._background = background
        self._window = window

    def ask(self, workspace: Workspace) -> None:
        """Ask in which form and where; then write it."""
        session, conflicts = workspace.session, len(workspace.composition.open_conflicts)
        name = session.title.replace("/", " ").strip() or workspace.file.path.stem
        dialog = ExportDialog(documents_folder(), name, conflicts, self._window)
        if dialog.exec() and self._may_replace(dialog.path):
            self.export(workspace, dialog.path, dialog.form)

    def export(self, workspace: Workspace, path: Path, form: str) -> None:
        """Write the composition as it stands now, and say where it is."""
        composition, kept = workspace.composition, workspace.file.kept_file

        def work(report: Report) -> str:
            from editor.app.exporting import ExportForm, export  # writers take long to load

            now = datetime.now().astimezone()
            notice = export(composition, path, ExportForm(form), now, kept, report)
            return "" if notice is None else notice_words(notice)

        self._background.run(
            self.tr("Writing {name}").format(name=path.name),
            self.tr("{name} was not written").format(name=path.name),
            work,
            lambda notice: tell(self._window, self.tr("Exported"), f"{path}\n{notice}".strip()),
        )

    def _may_replace(self, path: Path) -> bool:
        if not path.exists():
            return True
        title = self.tr("{name} is there already").format(name=path.name)
        words = self.tr("It will be replaced once the new one is written.")
        return choose(self._window, title, words, self.tr("Replace")) is Answer.FIRST
