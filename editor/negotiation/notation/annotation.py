"""What an annotation says, as data."""

from dataclasses import dataclass
from enum import StrEnum

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.notation.quotation import Quotation
from editor.negotiation.provision import Stance


class Verb(StrEnum):
    """What is wanted, or said about words of the base."""

    ADD = "add"
    DELETE = "delete"
    REPLACE = "replace"
    NOTHING = "change nothing"
    DELETE_PROVISION = "delete the provision"
    REPLACE_PROVISION = "replace the provision with this text"
    PROPOSED = "proposed by"
    MOVE_TO_START = "move the provision to the beginning"
    MOVE_AFTER = "move the provision to after"
    SPLIT = "split the provision here"
    COMBINE = "combine"
    COMBINE_WITH_TEXT = "combine with this text"
    RETAIN = "retain"
    OPPOSE = "oppose"
    RESERVE = "reserve"
    ACCEPT = "can live with"
    CONDITIONAL = "conditional"


STANCE_ON_WORDS = {
    Verb.RETAIN: Stance.SUPPORT,
    Verb.OPPOSE: Stance.OPPOSE,
    Verb.RESERVE: Stance.RESERVE,
    Verb.ACCEPT: Stance.ACCEPT,
    Verb.CONDITIONAL: Stance.CONDITIONAL,
}
"""Said of quoted words of the base, these verbs are stances and no wishes."""

WITH_TEXT = frozenset({Verb.REPLACE_PROVISION, Verb.COMBINE_WITH_TEXT})
"""These stand at the end of a paragraph that is their text."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A delegation by its printed name, the rank of the wish among its own, and its notes, each
    as its sign."""

    name: str
    choice: int | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One bracket.

    `places` name provisions; `number` is what other annotations call this proposal, and what
    its further changes share (`goes_on`); `target` is the number of the proposal amended, whose
    words are quoted then, and `character` the offset in them where quoting does not tell it;
    `stances` are those of others. `notes` stand on the whole of it.
    """

    verb: Verb
    old: Quotation | None = None
    new: Quotation | None = None
    places: tuple[str, ...] = ()
    number: int | None = None
    goes_on: bool = False
    target: int | None = None
    character: int | None = None
    alternatives: tuple[int, ...] = ()
    state: AmendmentState = AmendmentState.PROPOSED
    sponsors: tuple[Voice, ...] = ()
    stances: tuple[tuple[Stance, tuple[Voice, ...]], ...] = ()
    notes: str = ""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """All who are named in it."""
        return (*self.sponsors, *(voice for _, voices in self.stances for voice in voices))
