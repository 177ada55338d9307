"""One thing to look at before an import is taken over."""

from dataclasses import dataclass
from enum import StrEnum

from editor.importers.house_styles.mark_corrections import MENDED


class ItemKind(StrEnum):
    GUESS = "guess"
    """A proposal that was not read but guessed."""
    LEFT = "left"
    """Words that were not understood."""
    BRACKET = "bracket"
    """A bracket without its partner; the words are as printed."""
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """`row` is the id of a proposal or of an unread item; `code` the reason or the remark;
    `raw` the words of the source at `line` of `file`. `confidence` is of a guess."""

    kind: ItemKind
    row: str
    provision: str
    file: str
    line: int
    raw: str
    code: str = ""
    confidence: float = 1.0
    others: tuple[str, ...] = ()
    """What a guess may mean too, in words."""

    @property
    def is_mended(self) -> bool:
        """Whether it tells of a bracket that was mended in the review."""
        return self.code in MENDED
