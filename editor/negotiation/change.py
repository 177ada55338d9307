"""A change: all amendments that propose the same thing in the same place, as one."""

from dataclasses import dataclass, field
from enum import Enum, auto

from editor.negotiation.amendment import Amendment, AmendmentKind
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
    sole: tuple[str, str] | None = field(init=False, compare=False, repr=False)
    """The common case: the amendment and its sponsor where there is one of each. Known from the
    start, for who is behind a change is asked more often than anything else."""

    def __post_init__(self) -> None:
        only = self.amendments[0] if len(self.amendments) == 1 else None
        alone = only is not None and len(only.sponsorships) == 1
        sole = (only.id, only.sponsorships[0].delegation) if only and alone else None
        object.__setattr__(self, "sole", sole)

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
