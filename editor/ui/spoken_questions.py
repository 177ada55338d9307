"""What the Chair is told about proposals and words: positions on them, amendments to them."""

from PySide6.QtCore import QObject

from editor.errors import KnownError
from editor.negotiation.session import Session
from editor.ui.desk import Desk
from editor.ui.desk_controller import DeskController
from editor.ui.dialogs.amend_dialog import AmendDialog
from editor.ui.dialogs.base_position_dialog import BasePositionDialog
from editor.ui.dialogs.position_dialog import PositionDialog
from editor.ui.page.base_words import BaseWords, selected_base_words


class SpokenQuestions(QObject):
    """Opens the dialogs and hands on the commands; everything can be undone."""

    def __init__(self, desk: Desk, controller: DeskController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._controller = controller

    def record_position(self, amendment: str) -> None:
        """Whose position on a proposal, and which."""
        dialog = PositionDialog(self._session, amendment, self._desk)
        if dialog.exec():
            self._controller.execute(dialog.command())

    def record_position_here(self) -> None:
        """On the base words selected; without a selection on the whole provision in hand, or on
        the proposal that it is."""
        try:
            on = self._words_in_hand()
        except KnownError as error:
            self._controller.refuse(error)
            return
        if isinstance(on, str):
            self.record_position(on)
            return
        dialog = BasePositionDialog(self._session, on, self._desk)
        if dialog.exec():
            self._controller.execute(dialog.command())

    def amend(self, amendment: str) -> None:
        """Which other words a delegation wants in a proposal; at first whoever is speaking."""
        row, speaker = self._session.amendments[amendment], self._desk.top_bar.speaker
        dialog = AmendDialog(self._session, row, speaker, self._desk)
        if dialog.exec():
            self._controller.execute(dialog.command())

    def _words_in_hand(self) -> BaseWords | str:
        """Base words, or the id of a proposal."""
        page = self._desk.page
        cursor = page.textCursor()
        if cursor.hasSelection():
            found = selected_base_words(page.page, cursor) if page.page else ()
            if len(found) != 1:
                raise KnownError("words_of_several" if found else "no_base_words")
            return found[0]
        row = self._session.provisions.get(page.provision_in_hand)
        if row is not None and row.amendment in self._session.amendments:
            return row.amendment or ""
        if row is None or not row.text:
            raise KnownError("no_base_words")
        return BaseWords(row.id, 0, len(row.text))

    @property
    def _session(self) -> Session:
        return self._controller.workspace.session
