"""Recording a delegation's position on base words."""

from PySide6.QtWidgets import QLabel, QWidget

from editor.negotiation.commands.base_positions import TakeBasePosition
from editor.negotiation.provision import Stance
from editor.negotiation.session import Session
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.position_form import PositionForm
from editor.ui.page.base_words import BaseWords

_LONGEST = 240


class BasePositionDialog(PositionForm):
    """Who says what about the words; `command` records it."""

    def __init__(self, session: Session, on: BaseWords, parent: QWidget | None = None) -> None:
        stances = (
            (Stance.SUPPORT, tr("wants to retain the words")),
            (Stance.OPPOSE, tr("opposes the words")),
            (Stance.RESERVE, tr("reserves its position")),
            (Stance.ACCEPT, tr("can live with the words")),
            (Stance.CONDITIONAL, tr("accepts the words on a condition")),
            (None, tr("has no position on them any more")),
        )
        super().__init__(session, tr("Record a position on base words"), stances, parent)
        self._on = on
        words = session.provisions[on.provision].text[on.start : on.end]
        self.words = QLabel(f"“{words if len(words) <= _LONGEST else words[:_LONGEST] + '…'}”")
        self.words.setObjectName("reason")
        self.words.setWordWrap(True)
        self.body.insertWidget(1, self.words)
        self.finish(tr("Record"))

    def command(self) -> TakeBasePosition:
        """What was asked for."""
        return TakeBasePosition(
            self._on.provision,
            self._on.start,
            self._on.end,
            self.delegation.chosen,
            self.chosen_stance,
            self.note.text().strip(),
            self.private.isChecked(),
        )
