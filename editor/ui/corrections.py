"""Correcting what an importer misread, by hand."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from editor.errors import KnownError
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.correcting import Relabel
from editor.negotiation.commands.correcting_joins import JoinProvisions, in_few_words
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
        self._refusing(self._joining)

    def split(self) -> None:
        """Split the provision in hand at the caret: they were two."""
        self._refusing(self._splitting)

    def item_to_proposal(self, item: str) -> None:
        asked = asked_item_as_proposal(self._session, item, self._in_hand, self._desk)
        self._execute(asked)

    def item_to_position(self, item: str) -> None:
        asked = asked_item_as_position(self._session, item, self._in_hand, self._desk)
        self._execute(asked)

    def items_to_notes(self, items: tuple[str, ...]) -> None:
        """Each becomes a note on its provision, or on the one in hand if it has none."""
        self._controller.execute(TrayToNote(items, elsewhere=self._in_hand))

    def dismiss(self, items: tuple[str, ...]) -> None:
        self._controller.execute(DismissFromTray(items, self._in_hand))

    def _refusing(self, asked: Callable[[], Command]) -> None:
        """Do what is asked; what the provision in hand does not allow is said at the caret."""
        try:
            self._controller.workspace.execute(asked(), self._controller)
        except KnownError as error:
            self._controller.refuse(error)

    def _joining(self) -> Command:
        first = self._base_in_hand()
        following = self._controller.navigation().following(first)
        if following is None:
            raise KnownError("nothing_follows")
        if (first, following) not in pairwise(self._session.base_order):
            between = in_few_words(self._session.provisions[following])
            raise KnownError("other_follows", following=between)
        return JoinProvisions(first, following)

    def _splitting(self) -> Command:
        provision, offset = self._base_in_hand(), self._offset_of_caret()
        if offset is None:
            raise KnownError("caret_in_no_base_words")
        return SplitProvision(provision, offset)

    def _base_in_hand(self) -> str:
        row = self._session.provisions.get(self._in_hand)
        if row is None or not row.is_base:
            raise KnownError("not_of_the_base")
        return row.id

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
