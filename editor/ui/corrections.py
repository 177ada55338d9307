"""Correcting what an importer misread, by hand."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from editor.negotiation.commands.command import Command
from editor.negotiation.commands.correcting import Relabel
from editor.negotiation.commands.correcting_joins import JoinProvisions
from editor.negotiation.commands.correcting_splits import SplitProvision
from editor.negotiation.commands.tray import DismissFromTray, TrayToNote
from editor.negotiation.session import Session
from editor.ui.desk import Desk
from editor.ui.desk_controller import DeskController
from editor.ui.reading_corrections import (
    asked_item_as_position,
    asked_item_as_proposal,
    asked_proposal,
)


class Corrections(QObject):
    """Opens the dialogs and hands on the commands; everything can be undone."""

    def __init__(self, desk: Desk, controller: DeskController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._controller = controller

    def correct_proposal(self, amendment: str) -> None:
        self._execute(asked_proposal(self._session, amendment, self._desk))

    def relabel(self) -> None:
        """Mend the label of the provision in hand."""
        row = self._controller.workspace.session.provisions.get(self._in_hand)
        if row is None:
            return
        label, kept = QInputDialog.getText(
            self._desk, self.tr("Label"), self.tr("Printed label"), text=row.label
        )
        if kept:
            self._controller.execute(Relabel(row.id, label.strip()))

    def join(self) -> None:
        """Join the provision in hand with the next: they were one."""
        order = self._controller.workspace.session.base_order
        if self._in_hand in order[:-1]:
            following = order[order.index(self._in_hand) + 1]
            self._controller.execute(JoinProvisions(self._in_hand, following))

    def split(self) -> None:
        """Split the provision in hand at the caret: they were two."""
        offset = self._offset_of_caret()
        if offset is not None:
            self._controller.execute(SplitProvision(self._in_hand, offset))

    def item_to_proposal(self, item: str) -> None:
        asked = asked_item_as_proposal(self._session, item, self._in_hand, self._desk)
        self._execute(asked)

    def item_to_position(self, item: str) -> None:
        asked = asked_item_as_position(self._session, item, self._in_hand, self._desk)
        self._execute(asked)

    def item_to_note(self, item: str) -> None:
        self._controller.execute(TrayToNote(item))

    def dismiss(self, item: str) -> None:
        self._controller.execute(DismissFromTray(item))

    def _offset_of_caret(self) -> int | None:
        """Where the caret is in the base words; None inside what is not of the base."""
        page = self._desk.page
        found = page.page.span_at(page.textCursor().position()) if page.page else None
        if found is None:
            return None
        _, span, offset = found
        return span.start + offset if span.end - span.start == len(span.text) else None

    def _execute(self, answered: Command | None) -> None:
        if answered is not None:
            self._controller.execute(answered)

    @property
    def _session(self) -> Session:
        return self._controller.workspace.session

    @property
    def _in_hand(self) -> str:
        return self._desk.page.provision_in_hand
