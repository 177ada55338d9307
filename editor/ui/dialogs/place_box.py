"""A choice of the place of a proposal."""

from PySide6.QtWidgets import QComboBox

from editor.negotiation.amendment import START
from editor.negotiation.session import Session
from editor.ui.dialogs.dialog_words import tr

_LONGEST = 60


class PlaceBox(QComboBox):
    """The parts of the base text, headings and statements too. `place` is the id of one, START
    for before all of them, or None while nothing is chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Choose…"))
        for each in session.base_order:
            row = session.provisions[each]
            self.addItem(f"{row.label}  {row.text[:_LONGEST]}".strip(), each)
        self.setCurrentIndex(-1)

    @property
    def place(self) -> str | None:
        chosen = self.currentData()
        return None if chosen is None else str(chosen)

    def choose(self, place: str | None) -> None:
        """Choose a place; nothing where it is not among those offered."""
        self.setCurrentIndex(-1 if place is None else self.findData(place))

    def offer_start(self) -> None:
        """A new provision can stand before all others."""
        if self.findData(START) < 0:
            chosen = self.place
            self.insertItem(0, tr("Before everything else"), START)
            self.choose(chosen)

    def withdraw_start(self) -> None:
        """What is chosen stays chosen, or nothing is."""
        number = self.findData(START)
        if number < 0:
            return
        if number == self.currentIndex():
            self.setCurrentIndex(-1)
        self.removeItem(number)
