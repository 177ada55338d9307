"""The extent of a wish: which printed words it takes out and which it puts in."""

from dataclasses import dataclass
from enum import StrEnum

from editor.importers.compilation.ground import ClauseKey


class How(StrEnum):
    """What an extent was read from, the best first."""

    BASE = "base"
    QUOTED = "quoted"
    TRACKED = "tracked"
    STRUCK = "struck"
    REPEATED = "repeated"
    CLEAR = "clear"
    """A guess by form that leads clearly over the others."""
    GUESSED = "guessed"


CONFIDENCE = {
    How.BASE: 0.98,
    How.QUOTED: 0.95,
    How.TRACKED: 0.93,
    How.STRUCK: 0.9,
    How.REPEATED: 0.85,
    How.CLEAR: 0.75,
    How.GUESSED: 0.5,
}


@dataclass(frozen=True, slots=True)
class Extent:
    """`old` and `new` are indices of words of the ground. `literal` are new words that are not
    printed in the text; they stand in the place of the old words, or before word `place`.
    `target` is the clause whose inserted words `old` belong to."""

    clause: ClauseKey
    old: frozenset[int] = frozenset()
    new: frozenset[int] = frozenset()
    literal: str | None = None
    place: int | None = None
    how: How = How.GUESSED
    confidence: float = 0.5
    target: ClauseKey | None = None
    rivals: tuple[ClauseKey, ...] = ()
    """Clauses that this one is an alternative to."""
    restored: tuple[int, str] | None = None
    """A word that the base has in another form than printed, and that form."""
    others: tuple["Extent", ...] = ()
    """Other ways to read the print, the likeliest first."""


def span(start: int, end: int) -> frozenset[int]:
    return frozenset(range(start, end))
