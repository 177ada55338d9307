"""What every card needs beside its own facts."""

from dataclasses import dataclass
from html import escape

from editor.negotiation.delegation import Delegation
from editor.negotiation.index import Index
from editor.negotiation.session import Session
from editor.ui.colours import Theme, colour_of
from editor.ui.page.formats import Formats
from editor.ui.proposals.codes import by_rank, removed


@dataclass(frozen=True, slots=True)
class CardContext:
    session: Session
    theme: Theme
    formats: Formats
    index: Index

    def codes(self, delegations: tuple[str, ...]) -> str:
        """The codes of delegations by rank, as rich text, each in its colour."""
        dot = f'&nbsp;<span style="color:{self.theme.faint}">·</span> '  # no line begins with it
        known = [
            f'<span style="color:{colour_of(d.colour, self.theme).name()}; font-weight:600">'
            f"{escape(d.code)}</span>"
            for d in self._by_rank(delegations)
        ]
        return dot.join((*known, *map(escape, removed(self.session, delegations))))

    def names(self, delegations: tuple[str, ...]) -> str:
        """The names of delegations by rank, then of those that were removed."""
        known = [each.name for each in self._by_rank(delegations)]
        return ", ".join((*known, *removed(self.session, delegations)))

    def _by_rank(self, delegations: tuple[str, ...]) -> list[Delegation]:
        return [self.session.delegations[each] for each in by_rank(self.session, delegations)]
