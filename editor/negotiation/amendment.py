"""An amendment (in the interface: a proposal): changes that stand or fall together."""

from dataclasses import dataclass
from enum import StrEnum

from editor.negotiation.provision import Stance
from editor.text.edit import Edit


class AmendmentKind(StrEnum):
    EDIT = "edit"
    NEW_PROVISION = "new_provision"
    DELETE_PROVISION = "delete_provision"
    REPLACE_PROVISION = "replace_provision"
    MOVE = "move"
    JOIN = "join"
    SPLIT = "split"


class AmendmentState(StrEnum):
    """Only a `PROPOSED` amendment can be included."""

    PROPOSED = "proposed"
    WITHDRAWN = "withdrawn"
    PARKED = "parked"
    SUPERSEDED = "superseded"


UNDERSTOOD = 0.8
"""What was read with at least this confidence counts as understood, below it as guessed."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a proposal was read: file, line, the raw words, and how sure the reader is (0..1)."""

    file: str = ""
    line: int = 0
    raw: str = ""
    confidence: float = 1.0

    @property
    def is_guess(self) -> bool:
        return self.confidence < UNDERSTOOD


@dataclass(frozen=True, slots=True)
class Sponsorship:
    """That a delegation proposes an amendment: its place in the delegation's own order, where
    and when it was said."""

    delegation: str
    ordinal: int = 0
    origin: Origin | None = None
    time: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A delegation's stance on an amendment. Shown; never includes, excludes or conflicts.

    A sponsor's own position carries the `rank` of the amendment among its rival wishes.
    """

    delegation: str
    stance: Stance
    note: str = ""
    private: bool = False
    rank: int | None = None
    time: str = ""


START = ""
"""The gap before the first provision."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A proposal.

    `provision` is where it applies: for a new provision the id of the proposed provision, for
    a join the provision where the result stands. `provisions` are all it touches (join).
    `edits` are in code points of the provision's base text, or of the target's inserted text
    when `target` is given; a split or a join without text may carry edits too. `text` is the
    new text of kinds that have one (a join with `text is None` just drops the breaks).
    `after` is a gap: the id of a base provision, or START. `at` is the offset of a split.
    """

    id: str
    provision: str
    kind: AmendmentKind = AmendmentKind.EDIT
    edits: tuple[Edit, ...] = ()
    provisions: tuple[str, ...] = ()
    text: str | None = None
    label: str = ""
    after: str | None = None
    at: int | None = None
    target: str | None = None
    alternatives: tuple[str, ...] = ()
    group: str = ""
    ordinal: int = 0
    sponsorships: tuple[Sponsorship, ...] = ()
    positions: tuple[Position, ...] = ()
    state: AmendmentState = AmendmentState.PROPOSED
    notes: tuple[str, ...] = ()
    origin: Origin | None = None
    is_new: bool = False
    """Arrived with the delegation's latest submission and not yet looked at."""

    @property
    def sponsors(self) -> tuple[str, ...]:
        return tuple([each.delegation for each in self.sponsorships])

    @property
    def guesses(self) -> tuple[Origin, ...]:
        """The places from which it was not read but guessed; several where sponsors met."""
        origins = (self.origin, *(each.origin for each in self.sponsorships))
        return tuple(dict.fromkeys(each for each in origins if each and each.is_guess))

    def ordinal_of(self, delegation: str) -> int:
        """The place of this amendment in the order of a sponsor."""
        return next(v.ordinal for v in self.sponsorships if v.delegation == delegation)

    def rank_for(self, delegation: str) -> int | None:
        """The rank of this amendment among the wishes of `delegation`; None if unranked."""
        return next((p.rank for p in self.positions if p.delegation == delegation), None)
