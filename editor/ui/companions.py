"""The windows beside the desk: what was set aside, the import report, the log."""

from datetime import datetime

from PySide6.QtCore import QObject

from editor.app.workspace import SessionChange
from editor.ui.actions import Actions
from editor.ui.corrections import Corrections
from editor.ui.desk import Desk
from editor.ui.desk_controller import DeskController
from editor.ui.links import Links
from editor.ui.log.log_window import LogWindow
from editor.ui.report.report_window import ReportWindow
from editor.ui.trays.trays_window import TraysWindow

_REPORTED = ("amendments", "reports", "files", "unread", "provisions", "delegations")
"""The tables of which the import report tells."""


class Companions(QObject):
    """They stay open while one works, and follow what happens as long as they are seen."""

    def __init__(
        self, desk: Desk, actions: Actions, controller: DeskController, corrections: Corrections
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._controller = controller
        self.trays = TraysWindow(desk)
        self.report = ReportWindow(desk)
        self.log = LogWindow(controller.workspace, desk)
        self._links = Links()
        self._connect(actions, corrections)
        controller.workspace.listeners.changed.append(self._follow)
        controller.workspace.listeners.saved.append(self._saved)

    def release(self) -> None:
        """Let go of the desk and the session."""
        self._controller.workspace.listeners.changed.remove(self._follow)
        self._controller.workspace.listeners.saved.remove(self._saved)
        self._links.cut()
        for window in (self.trays, self.report, self.log):
            window.close()
            window.deleteLater()

    def show_trays(self) -> None:
        self.trays.show_contents(self._controller.workspace.composition)
        self.trays.show()
        self.trays.raise_()
        self.trays.activateWindow()

    def show_report(self) -> None:
        self.report.show_session(self._controller.workspace.session)
        self.report.show()
        self.report.raise_()
        self.report.activateWindow()

    def show_log(self) -> None:
        self.log.show_log(self._desk.theme)

    def _show_proposal(self, provision: str, amendment: str) -> None:
        self._controller.go_to(provision)
        if amendment:
            self._desk.proposals.show_proposal(amendment)

    def _follow(self, change: SessionChange) -> None:
        workspace = self._controller.workspace
        if self.trays.isVisible():
            self.trays.show_contents(workspace.composition)
        is_told = not change.patch or any(map(change.changes_table, _REPORTED))
        if is_told and self.report.isVisible():
            self.report.show_session(workspace.session)

    def _saved(self, _: datetime) -> None:
        self.log.follow()

    def _connect(self, actions: Actions, corrections: Corrections) -> None:
        link, controller = self._links.join, self._controller
        link(actions.show_trays.triggered, self.show_trays)
        link(actions.show_report.triggered, self.show_report)
        link(actions.show_log.triggered, self.show_log)
        link(self._desk.status_bar.aside.clicked, self.show_trays)
        link(self.trays.provision_chosen, controller.go_to)
        link(self.trays.command_asked, controller.execute)
        link(self.trays.proposal_asked, controller.changing(corrections.item_to_proposal))
        link(self.trays.position_asked, controller.changing(corrections.item_to_position))
        link(self.trays.notes_asked, corrections.items_to_notes)
        link(self.trays.dismissal_asked, corrections.dismiss)
        link(self.report.proposal_chosen, self._show_proposal)
        link(self.report.command_asked, controller.execute)
        link(self.report.correction_asked, controller.changing(corrections.correct_proposal))
        link(self.report.trays_asked, self.show_trays)
        link(self.log.provision_chosen, controller.go_to)
