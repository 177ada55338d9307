"""Recording a delegation's position on a proposal."""

from PySide6.QtWidgets import QWidget

from editor.negotiation.commands.proposing import TakePosition
from editor.negotiation.provision import Stance
from editor.negotiation.session import Session
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.position_form import PositionForm


class PositionDialog(PositionForm):
    """Who says what about it; `command` records it."""

    def __init__(self, session: Session, amendment: str, parent: QWidget | None = None) -> None:
        stances = (
            (Stance.SUPPORT, tr("supports it")),
            (Stance.OPPOSE, tr("opposes it")),
            (Stance.RESERVE, tr("reserves its position")),
            (Stance.ACCEPT, tr("can live with it")),
            (Stance.CONDITIONAL, tr("accepts it on a condition")),
            (None, tr("has no position any more")),
        )
        super().__init__(session, tr("Record a position"), stances, parent)
        self._amendment = amendment
        self.finish(tr("Record"))

    def command(self) -> TakePosition:
        """What was asked for."""
        return TakePosition(
            (self._amendment,),
            self.delegation.chosen,
            self.chosen_stance,
            self.note.text().strip(),
            self.private.isChecked(),
        )
