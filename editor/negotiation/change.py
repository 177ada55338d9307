"""A change: all amendments that propose the same thing in the same place, as one."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum, auto

from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.credit import Credit
from editor.text.edit import Edit


class Nature(Enum):
    """How a change takes part in the composition."""

    WORDS = auto()
    """Edits, and splits, inside one provision."""
    WHOLE = auto()
    """Delete or replace a provision, or join provisions with a text."""
    NEW = auto()
    """A new provision at a gap."""
    MOVE = auto()
    """A provision goes to another gap."""
    DROP = auto()
    """The break between two neighbours goes."""


@dataclass(frozen=True, slots=True)
class Change:
    """`edits` are in code points of the text of `provision` (for a split, the break is an
    inserted line break); `text` is what a WHOLE or a NEW puts in; `after` the gap of a NEW or
    a MOVE; `provisions` all that a join touches."""

    nature: Nature
    provision: str
    amendments: tuple[Amendment, ...]
    edits: tuple[Edit, ...] = ()
    text: str | None = None
    after: str = ""
    provisions: tuple[str, ...] = ()
    _sole: Credit | None = field(init=False, compare=False, repr=False)
    """The common case: the amendment and its sponsor where there is one of each. Known from the
    start, for who is behind a change is asked more often than anything else."""

    def __post_init__(self) -> None:
        only = self.amendments[0] if len(self.amendments) == 1 else None
        alone = only is not None and len(only.sponsorships) == 1
        sole = (
            Credit((only.id,), (only.sponsorships[0].delegation,), False)
            if only and alone
            else None
        )
        object.__setattr__(self, "_sole", sole)

    def credit(self, included: Collection[str], layers_on: Collection[str]) -> Credit:
        """The included amendments and the sponsors named for them, in no particular order:
        those whose layers are on, or all of them when there is none."""
        sole = self._sole
        if sole is not None and sole.amendments[0] in included:
            return sole if sole.delegations[0] in layers_on else sole._replace(by_chair_alone=True)
        amendments = [each for each in self.amendments if each.id in included]
        sponsors = dict.fromkeys(d for each in amendments for d in each.sponsors)
        named = tuple(each for each in sponsors if each in layers_on)
        return Credit(tuple(each.id for each in amendments), named or tuple(sponsors), not named)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.amendments)

    @property
    def touched(self) -> tuple[str, ...]:
        """All provisions whose words it takes away."""
        return self.provisions or (self.provision,)

    @property
    def inserted(self) -> str:
        """What it puts into the text: the ground of amendments to it."""
        if self.text is not None:
            return self.text
        return "".join(edit.text for edit in self.edits)

    @property
    def is_phrase_deletion(self) -> bool:
        return self.nature is Nature.WORDS and len(self.edits) == 1 and self.edits[0].is_deletion


NATURE_OF = {
    AmendmentKind.EDIT: Nature.WORDS,
    AmendmentKind.SPLIT: Nature.WORDS,
    AmendmentKind.DELETE_PROVISION: Nature.WHOLE,
    AmendmentKind.REPLACE_PROVISION: Nature.WHOLE,
    AmendmentKind.NEW_PROVISION: Nature.NEW,
    AmendmentKind.MOVE: Nature.MOVE,
    AmendmentKind.JOIN: Nature.WHOLE,
}
