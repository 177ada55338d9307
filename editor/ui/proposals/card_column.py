"""Cards of one kind below each other, used again from provision to provision."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.proposals.card_context import CardContext

Card = TypeVar("Card", bound=QWidget)
Facts = TypeVar("Facts")


class CardColumn(Generic[Card, Facts]):
    """`cards` are all that were ever needed; those without facts are hidden."""

    def __init__(
        self, make: Callable[[], Card], write: Callable[[Card, Facts, CardContext], None]
    ) -> None:
        """`make` a card when there are too few; `write` facts onto one."""
        self.cards: list[Card] = []
        self.layout = QVBoxLayout()
        self.layout.setSpacing(9)
        self._make = make
        self._write = write

    def show(self, facts: Sequence[Facts], context: CardContext) -> None:
        """As many cards as there are facts."""
        while len(self.cards) < len(facts):
            card = self._make()
            self.cards.append(card)
            self.layout.addWidget(card)
        for card, each in zip(self.cards, facts, strict=False):
            self._write(card, each, context)
            if card.isHidden():
                card.show()
        for card in self.cards[len(facts) :]:
            if not card.isHidden():
                card.hide()
