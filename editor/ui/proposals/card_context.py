"""What every card needs beside its own facts."""

from dataclasses import dataclass
from html import escape

from editor.negotiation.delegation import Delegation
from editor.negotiation.session import Session
from editor.ui.colours import Theme, colour_of
from editor.ui.page.formats import Formats


@dataclass(frozen=True, slots=True)
class CardContext:
    session: Session
    theme: Theme
    formats: Formats

    def codes(self, delegations: tuple[str, ...]) -> str:
        """The codes of delegations by rank, as rich text, each in its colour."""
        dot = f' <span style="color:{self.theme.faint}">·</span> '
        return dot.join(
            f'<span style="color:{colour_of(d.colour, self.theme).name()}; font-weight:600">'
            f"{escape(d.code)}</span>"
            for d in self._by_rank(delegations)
        )

    def names(self, delegations: tuple[str, ...]) -> str:
        """The names of delegations by rank."""
        return ", ".join(each.name for each in self._by_rank(delegations))

    def _by_rank(self, delegations: tuple[str, ...]) -> list[Delegation]:
        known = self.session.delegations
        rank = self.session.rank_of
        return sorted((known[d] for d in delegations if d in known), key=lambda d: rank[d.id])
