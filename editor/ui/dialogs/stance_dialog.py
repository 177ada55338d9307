"""An item of the tray as a delegation's position on a proposal, or on base words."""

from PySide6.QtWidgets import QComboBox, QWidget

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.provision import Stance
from editor.negotiation.session import Session
from editor.negotiation.unread import Unread
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.form import Form
from editor.ui.page.entries import tag_of
from editor.ui.proposals.words import plain, proposal_words

_LONGEST = 60


class StanceDialog(Form):
    """`whose`, `stance` and `place` are what was answered."""

    def __init__(
        self, session: Session, item: Unread, provision: str, parent: QWidget | None = None
    ) -> None:
        """`provision` is used where the item has none."""
        super().__init__(tr("Whose position it is"), parent)
        self.say(tr("Not understood: {raw}").format(raw=item.raw)).setObjectName("reason")
        place = item.provision or provision
        self.delegation, self.position, self.about = QComboBox(), QComboBox(), QComboBox()
        rank = session.rank_of
        for each in sorted(session.delegations.values(), key=lambda d: rank[d.id]):
            if each.id != CHAIR_ID:
                self.delegation.addItem(f"{each.code}   {each.name}", each.id)
        for stance, words in (
            (Stance.SUPPORT, tr("supports")),
            (Stance.OPPOSE, tr("opposes")),
            (Stance.RESERVE, tr("reserves its position")),
            (Stance.ACCEPT, tr("can live with")),
            (Stance.CONDITIONAL, tr("accepts on a condition")),
        ):
            self.position.addItem(words, stance)
        for amendment in session.amendments.values():
            if amendment.provision == place and amendment.state is AmendmentState.PROPOSED:
                words = plain(proposal_words(session, amendment)).strip()[:_LONGEST]
                self.about.addItem(f"{tag_of(session, amendment.sponsors)}: {words}", amendment.id)
        row = session.provisions.get(place)
        self._length = len(row.text) if row else 0
        if row is not None:
            self.about.addItem(tr("The base text of the provision"), "")
        else:
            self.say(tr("These words name no provision, and none is in hand."))
        for words, field in (
            (tr("Delegation"), self.delegation),
            (tr("Position"), self.position),
            (tr("On"), self.about),
        ):
            field.setAccessibleName(words)
            self.fields.addRow(words, field)
        self.finish(tr("Record"))
        self.accept_button.setEnabled(self.delegation.count() > 0 and self.about.count() > 0)

    @property
    def whose(self) -> str:
        return str(self.delegation.currentData())

    @property
    def stance(self) -> Stance:
        return Stance(self.position.currentData())

    @property
    def place(self) -> tuple[str, int, int]:
        """The proposal, or "" and the range of base words."""
        amendment = str(self.about.currentData())
        return (amendment, 0, 0) if amendment else ("", 0, self._length)
