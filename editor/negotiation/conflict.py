"""What the Chair still has to settle, and what else is worth knowing about a composition."""

from dataclasses import dataclass
from enum import StrEnum


class ConflictKind(StrEnum):
    WORDS = "words"
    """Rival words: alternatives in brackets at each range."""
    DELETION = "deletion"
    """A phrase deletion against amendments inside it; unruled, the amended words stand."""
    PROVISION = "provision"
    """Delete, replace or join a whole provision against what else is wanted in it."""
    STRUCTURE = "structure"
    """Moves, dropped breaks, new provisions that exclude each other."""
    ORDER = "order"
    """Delegations want the same insertions in different orders."""


@dataclass(frozen=True, slots=True)
class Range:
    """Code points `[start, end)` of a provision's text. A new provision is named by its id."""

    provision: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a conflict: the amendments taken (none for the base) and their sponsors."""

    amendments: tuple[str, ...]
    delegations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A set of included amendments that exclude each other.

    `id` depends on kind, place and members only. `ruling` is the ruling in force, if any;
    `is_open` is false when a ruling settles it or leaves it bracketed on purpose.
    """

    id: str
    kind: ConflictKind
    provision: str
    members: tuple[str, ...]
    delegations: tuple[str, ...]
    ranges: tuple[Range, ...]
    ruling: str | None = None
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class OrderQuestion:
    """Different insertions at one point, or new provisions in one gap, whose order only the
    rank of their sponsors decides. `members` in the order in which they stand."""

    provision: str
    offset: int | None
    members: tuple[str, ...]
    ruling: str | None = None


@dataclass(frozen=True, slots=True)
class Asleep:
    """An included amendment that has nothing to work on, and why (a reason code)."""

    amendment: str
    reason: str


class HintKind(StrEnum):
    SEAM = "seam"
    ARTICLE = "article"
    DOUBLED_WORD = "doubled_word"
    PUNCTUATION = "punctuation"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class Hint:
    """A soft remark about the composed text `[start, end)`. Never changes it."""

    kind: HintKind
    start: int
    end: int
