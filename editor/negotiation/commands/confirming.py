"""Saying that what an importer guessed is right."""

from dataclasses import dataclass, replace

from editor.negotiation.amendment import Amendment, Origin
from editor.negotiation.commands.switching import amendment_of
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class ConfirmReading:
    """Somebody has compared proposals with the paper: they are guesses no more.

    Raises KnownError("unknown_proposal").
    """

    amendments: tuple[str, ...]

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        for each in self.amendments:
            draft.put("amendments", each, confirmed(amendment_of(session, each)))
        return draft.patch()


def confirmed(amendment: Amendment) -> Amendment:
    """`amendment` as one that was surely read, for each of its sponsors."""
    voices = tuple(replace(v, origin=_sure(v.origin)) for v in amendment.sponsorships)
    return replace(amendment, origin=_sure(amendment.origin), sponsorships=voices)


def _sure(origin: Origin | None) -> Origin | None:
    return None if origin is None else replace(origin, confidence=1.0)
