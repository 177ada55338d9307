"""A choice of one delegation."""

from PySide6.QtWidgets import QComboBox

from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.session import Session


class DelegationBox(QComboBox):
    """The delegations by rank. `chosen` is the id of one, "" where there is none."""

    def __init__(self, session: Session, chosen: str = "", with_chair: bool = False) -> None:
        super().__init__()
        rank = session.rank_of
        for each in sorted(session.delegations.values(), key=lambda d: rank[d.id]):
            if with_chair or each.id != CHAIR_ID:
                self.addItem(f"{each.code}   {each.name}", each.id)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    @property
    def chosen(self) -> str:
        return str(self.currentData() or "")
