"""Recording a delegation's position on a proposal."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from editor.negotiation.commands.proposing import TakePosition
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.provision import Stance
from editor.negotiation.session import Session
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.form import Form


class PositionDialog(Form):
    """Who says what about it; `command` records it."""

    def __init__(self, session: Session, amendment: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Record a position"), parent)
        self._amendment = amendment
        self.delegation = QComboBox()
        rank = session.rank_of
        for each in sorted(session.delegations.values(), key=lambda d: rank[d.id]):
            if each.id != CHAIR_ID:
                self.delegation.addItem(f"{each.code}   {each.name}", each.id)
        self.stance = QComboBox()
        for stance, words in (
            (Stance.SUPPORT, self.tr("supports it")),
            (Stance.OPPOSE, self.tr("opposes it")),
            (Stance.RESERVE, self.tr("reserves its position")),
            (Stance.ACCEPT, self.tr("can live with it")),
            (Stance.CONDITIONAL, self.tr("accepts it on a condition")),
            (None, self.tr("has no position any more")),
        ):
            self.stance.addItem(words, stance)
        self.note = QLineEdit()
        self.private = QCheckBox(self.tr("Private: never shown in the room, never exported"))
        self.fields.addRow(self.tr("Delegation"), self.delegation)
        self.fields.addRow(self.tr("Position"), self.stance)
        self.fields.addRow(self.tr("Note"), self.note)
        self.fields.addRow("", self.private)
        self.finish(self.tr("Record"))
        self.accept_button.setEnabled(self.delegation.count() > 0)

    def command(self) -> TakePosition:
        """What was asked for."""
        stance = self.stance.currentData()
        return TakePosition(
            (self._amendment,),
            self.delegation.currentData(),
            Stance(stance) if stance is not None else None,
            self.note.text().strip(),
            self.private.isChecked(),
        )
