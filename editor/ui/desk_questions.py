"""The questions the desk asks: where to go, what status, whose position, what to write."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from editor.app.settings import SettingsStore
from editor.app.tasks import Report
from editor.app.workspace import Prepared
from editor.errors import KnownError
from editor.negotiation.commands.bringing_in import BringIn
from editor.negotiation.provision import ProvisionKind
from editor.ui.actions import Actions
from editor.ui.background import Background
from editor.ui.collector import leave_alone
from editor.ui.companions import Companions
from editor.ui.corrections import Corrections
from editor.ui.desk import Desk
from editor.ui.desk_controller import DeskController
from editor.ui.dialogs.delegation_dialog import DelegationDialog
from editor.ui.dialogs.go_to_dialog import GoToDialog
from editor.ui.dialogs.status_menu import fill_status_menu
from editor.ui.dialogs.title_dialog import TitleDialog
from editor.ui.layers.layer_menu import LayerAsks, fill_layer_menu
from editor.ui.links import Links
from editor.ui.page_menu import show_page_menu
from editor.ui.spoken_questions import SpokenQuestions
from editor.ui.unsaved import save_copy_elsewhere

if TYPE_CHECKING:
    from editor.ui.import_wizard.wizard import ImportWizard

_LARGE = 1_000
"""Rows of an import that are composed beside the window, which would stand still meanwhile."""


class DeskQuestions(QObject):
    """Opens dialogs for the session of a controller and hands on what was answered."""

    def __init__(
        self,
        desk: Desk,
        actions: Actions,
        controller: DeskController,
        settings: SettingsStore,
        background: Background,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._controller = controller
        self._settings = settings
        self._background = background
        self.wizard: ImportWizard | None = None
        self._corrections = Corrections(desk, controller)
        self._spoken = SpokenQuestions(desk, controller)
        self.companions = Companions(desk, actions, controller, self._corrections)
        self._links = Links()
        self._connect(actions)

    def release(self) -> None:
        """Let go of the desk and the session."""
        self._links.cut()
        self.companions.release()

    def go_to(self) -> None:
        dialog = GoToDialog(self._controller.navigation(), self._desk)
        if dialog.exec():
            self._controller.go_to(dialog.found)
            self._desk.page.setFocus()

    def show_status_menu(self) -> None:
        """Below the status of the provision in hand."""
        workspace = self._controller.workspace
        provision = workspace.session.provisions.get(self._desk.page.provision_in_hand)
        if provision is None or provision.kind is not ProvisionKind.PROVISION:
            self._controller.refuse(KnownError("no_status_here"))
            return
        menu = QMenu(self._desk)
        fill_status_menu(menu, workspace.session, provision, self._controller.execute)
        button = self._desk.proposals.status
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def entitle(self) -> None:
        dialog = TitleDialog(self._controller.workspace.session, self._desk)
        if dialog.exec():
            self._controller.execute(dialog.command())

    def show_layer_menu(self, delegation: str, where: QPoint) -> None:
        """What can be done with a delegation, at a place on the screen."""
        menu = QMenu(self._desk)
        asks = LayerAsks(
            self._controller.execute,
            self._controller.changing(self.change_delegation),
            self._controller.changing(self.ask_and_import),
            self._desk.layers.toggle_solo,
        )
        fill_layer_menu(menu, self._controller.workspace.session, delegation, asks)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def change_delegation(self, delegation: str) -> None:
        session = self._controller.workspace.session
        row = session.delegations[delegation]
        dialog = DelegationDialog(session, self._desk.theme, row, self._desk)
        if dialog.exec():
            self._controller.execute(dialog.command())

    def add_delegation(self) -> None:
        session = self._controller.workspace.session
        dialog = DelegationDialog(session, self._desk.theme, parent=self._desk)
        if dialog.exec():
            self._controller.execute(dialog.command())

    def ask_and_import(self, delegation: str = "", files: Sequence[Path] = ()) -> None:
        """Ask what is to be brought into the session, and bring it in as one action."""
        from editor.ui.import_wizard.wizard import ImportWizard  # importers take long to load

        workspace = self._controller.workspace
        row = workspace.session.delegations.get(delegation)
        wizard = ImportWizard(
            workspace.session,
            workspace.file.path,
            self._settings,
            files,
            row.code if row else "",
            self._desk.window(),
        )
        wizard.accepted.connect(self._bring_in)
        wizard.finished.connect(self._close_wizard)
        self.wizard = wizard
        wizard.open()

    def _bring_in(self) -> None:
        wizard = self.wizard
        if wizard is None or wizard.review is None:
            return
        review, workspace = wizard.review, self._controller.workspace
        is_open = bool(wizard.check.open_items)

        def take_over(whole: BringIn, prepared: Prepared | None) -> None:
            change = self._controller.execute(whole, prepared, review.incoming.contents)
            if change is not None and is_open:
                self.companions.show_report()

        if sum(len(step.patch.changes) for step in review.incoming.steps) < _LARGE:
            take_over(review.whole(), None)
            return

        def work(_report: Report) -> tuple[BringIn, Prepared]:
            whole = review.whole()
            ready = whole, workspace.prepared(whole)
            leave_alone()
            return ready

        words = self.tr("Bringing it in"), self.tr("It was not brought in")
        self._background.run(*words, work, lambda ready: take_over(*ready))

    def _close_wizard(self) -> None:
        if self.wizard is not None:
            self.wizard.deleteLater()
            self.wizard = None

    def save_copy(self) -> None:
        save_copy_elsewhere(self._controller.workspace, self._desk)

    def _connect(self, actions: Actions) -> None:
        desk, link, changing = self._desk, self._links.join, self._controller.changing
        link(actions.go_to.triggered, self.go_to)
        link(actions.set_status.triggered, self.show_status_menu)
        link(actions.entitle.triggered, self.entitle)
        link(actions.import_file.triggered, lambda: self.ask_and_import())
        link(actions.save_copy.triggered, self.save_copy)
        link(actions.add_delegation.triggered, self.add_delegation)
        link(actions.record_position.triggered, self._spoken.record_position_here)
        link(actions.relabel.triggered, self._corrections.relabel)
        link(actions.join_next.triggered, self._corrections.join)
        link(actions.split_here.triggered, self._corrections.split)
        link(desk.layers.menu_asked, self.show_layer_menu)
        link(desk.proposals.correction_asked, changing(self._corrections.correct_proposal))
        link(desk.proposals.status_asked, changing(self.show_status_menu))
        link(desk.proposals.position_asked, changing(self._spoken.record_position))
        link(desk.proposals.amendment_asked, changing(self._spoken.amend))
        link(desk.page.customContextMenuRequested, partial(show_page_menu, desk.page, actions))
        link(desk.layers.import_asked, changing(self.ask_and_import))
