"""Asking how and where to export, and doing it beside the window."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.app.clock import local_now
from editor.app.exporting import plain_name
from editor.app.tasks import Report
from editor.app.workspace import Workspace
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.session import Session
from editor.ui.background import Background
from editor.ui.dialogs.ask import Answer, choose, tell
from editor.ui.dialogs.export_dialog import SHOWN, ExportDialog
from editor.ui.page.spans import View
from editor.ui.sessions import documents_folder
from editor.ui.wording import notice_words


class ExportQuestion(QObject):
    def __init__(self, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._background = background
        self._window = window

    def ask(self, workspace: Workspace) -> None:
        """Ask what to write and where; then write it."""
        session, conflicts = workspace.session, len(workspace.composition.open_conflicts)
        name = plain_name(session.title, workspace.file.path.stem)
        dialog = ExportDialog(
            documents_folder(), name, conflicts, self._window, _proposing(session)
        )
        if not dialog.exec():
            return
        if dialog.is_folder:
            self.export_fates(workspace, dialog.path)
        elif self._may_replace(dialog.path):
            self.export(workspace, dialog.path, dialog.form, dialog.names, dialog.delegation)

    def export(
        self,
        workspace: Workspace,
        path: Path,
        form: str,
        names: str = SHOWN,
        delegation: str = "",
    ) -> None:
        """Write the composition as it stands now, and say where it is. `names` says whether
        they are shown, `delegation` (an id) whose proposals it is about."""
        composition, kept = workspace.composition, workspace.file.kept_file

        def work(report: Report) -> str:
            # Writers take long to load.
            from editor.app.handing_out import Kind, Names, hand_out, request_for
            from editor.ui.printing.pdf import pdf_of_page

            request = request_for(path, Kind(form), Names(names))
            about = replace(request, delegation=delegation)
            notice = hand_out(composition, path, about, local_now(), kept, report, pdf_of_page)
            return "" if notice is None else notice_words(notice)

        self._background.run(
            self.tr("Writing {name}").format(name=path.name),
            self.tr("{name} was not written").format(name=path.name),
            work,
            lambda notice: tell(self._window, self.tr("Exported"), f"{path}\n{notice}".strip()),
        )

    def export_fates(self, workspace: Workspace, folder: Path) -> None:
        """Write what became of everybody's proposals, one file each."""
        composition = workspace.composition

        def work(report: Report) -> int:
            from editor.app.handing_out import hand_out_fates

            report("writing")
            return len(hand_out_fates(composition, folder, local_now()))

        self._background.run(
            self.tr("Writing {name}").format(name=folder.name),
            self.tr("{name} was not written").format(name=folder.name),
            work,
            lambda number: tell(
                self._window, self.tr("Exported"), self.tr("%n file(s)", "", number) + f"\n{folder}"
            ),
        )

    def print(self, workspace: Workspace, view: View) -> None:
        """Show the sheets of a view, to be printed."""
        from editor.ui.printing.preview import Preview  # Qt's printing takes long to load
        from editor.ui.printing.printed_view import printed_view

        page = printed_view(workspace.composition, view, local_now())
        Preview(page, workspace.session.title, self._window).exec()

    def _may_replace(self, path: Path) -> bool:
        if not path.exists():
            return True
        title = self.tr("{name} is there already").format(name=path.name)
        words = self.tr("It will be replaced once the new one is written.")
        return choose(self._window, title, words, self.tr("Replace")) is Answer.FIRST


def _proposing(session: Session) -> list[tuple[str, str]]:
    """Ids and names of the delegations that propose something."""
    found = {each for amendment in session.amendments.values() for each in amendment.sponsors}
    rows = [each for each in session.delegations.values() if each.id in found - {CHAIR_ID}]
    return [(each.id, each.name) for each in sorted(rows, key=lambda each: each.name)]
