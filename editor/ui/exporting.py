"""Asking how and where to export, and doing it beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.app.tasks import Report
from editor.app.workspace import Workspace
from editor.ui.background import Background
from editor.ui.dialogs.ask import tell
from editor.ui.dialogs.export_dialog import ExportDialog
from editor.ui.sessions import documents_folder

Export = Callable[[Workspace, Path, str], None]
"""Writes the composition to a file in a form: `clean`, `redline`, `bracketed` or `json`."""


class ExportQuestion(QObject):
    def __init__(self, export: Export, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._export = export
        self._background = background
        self._window = window

    def ask(self, workspace: Workspace) -> None:
        """Ask, write, and say where the file is."""
        dialog = ExportDialog(
            documents_folder(),
            workspace.file.path.stem,
            len(workspace.composition.open_conflicts),
            self._window,
        )
        if not dialog.exec():
            return
        path, form = dialog.path, dialog.form

        def work(report: Report) -> Path:
            report("writing")
            self._export(workspace, path, form)
            return path

        self._background.run(
            self.tr("Writing {name}").format(name=path.name),
            self.tr("{name} was not written").format(name=path.name),
            work,
            lambda written: tell(self._window, self.tr("Exported"), str(written)),
        )
