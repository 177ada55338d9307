"""What the dialogs about positions have in common."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from editor.negotiation.provision import Stance
from editor.negotiation.session import Session
from editor.ui.dialogs.delegation_box import DelegationBox
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.form import Form


class PositionForm(Form):
    """Whose position, which, with which note, and whether it is private."""

    def __init__(
        self,
        session: Session,
        title: str,
        stances: Iterable[tuple[Stance | None, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`stances` are worded for what the position is on; None takes one back."""
        super().__init__(title, parent)
        self.delegation = DelegationBox(session)
        self.stance = QComboBox()
        for stance, words in stances:
            self.stance.addItem(words, stance)
        self.note = QLineEdit()
        self.private = QCheckBox(tr("P&rivate: never shown in the room, never exported"))
        self.private.setToolTip(tr("Only the Chair sees it"))
        self.add_field(tr("&Delegation"), self.delegation)
        self.add_field(tr("&Position"), self.stance)
        self.add_field(tr("&Note"), self.note)
        self.note.setToolTip(tr("What the delegation says to it"))
        self.fields.addRow("", self.private)

    @property
    def chosen_stance(self) -> Stance | None:
        stance = self.stance.currentData()
        return Stance(stance) if stance is not None else None

    def finish(self, accept: str) -> None:
        super().finish(accept)
        self.accept_button.setEnabled(self.delegation.count() > 0)
