"""What every card needs beside its own facts."""

from dataclasses import dataclass
from html import escape

from editor.negotiation.session import Session
from editor.ui.colours import Theme, colour_of
from editor.ui.page.formats import Formats


@dataclass(frozen=True, slots=True)
class CardContext:
    session: Session
    theme: Theme
    formats: Formats

    def codes(self, delegations: tuple[str, ...]) -> str:
        """The codes of delegations as rich text, each in its colour."""
        known = (self.session.delegations[d] for d in delegations if d in self.session.delegations)
        dot = f' <span style="color:{self.theme.faint}">·</span> '
        return dot.join(
            f'<span style="color:{colour_of(d.colour, self.theme).name()}; font-weight:600">'
            f"{escape(d.code)}</span>"
            for d in known
        )

    def names(self, delegations: tuple[str, ...]) -> str:
        return ", ".join(
            self.session.delegations[d].name for d in delegations if d in self.session.delegations
        )
