"""A manuscript: a text as paragraphs of pieces, ready for any writer.

A writer only has to know pieces, paragraph marks and remarks; `forms.py` makes manuscripts of
compositions.
"""

from dataclasses import dataclass
from enum import StrEnum

from editor.negotiation.provision import ProvisionKind

SOFT_BREAK = "\u2028"
"""A line break within a paragraph."""


class Form(StrEnum):
    CLEAN = "clean"
    REDLINE = "redline"
    BRACKETED = "bracketed"


class Tracked(StrEnum):
    """What a redline says about a piece or a paragraph mark."""

    NO = ""
    INSERTED = "inserted"
    DELETED = "deleted"
    STRUCK = "struck"
    """Inserted and deleted again: neither in the base nor in the composed text."""


class RemarkKind(StrEnum):
    """What a comment in the margin says; the writer words it."""

    SPONSORS = "sponsors"
    REASON = "reason"
    NOTE = "note"
    POSITION = "position"
    OPEN_WORDS = "open_words"
    LEFT_IN_BRACKETS = "left_in_brackets"
    CONTESTED_DELETION = "contested_deletion"
    RIVAL_TEXT = "rival_text"
    CONTESTED_PLACE = "contested_place"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment by `author` on all pieces that carry it. Delegations are named by id.

    `number` tells the remarks of one manuscript apart. `options` are, for words in brackets,
    the delegations behind each alternative, nobody for the base words. `text` is what a reason
    or a rival text says; `stance` that of a position.
    """

    number: int
    kind: RemarkKind
    author: str
    delegations: tuple[str, ...] = ()
    options: tuple[tuple[str, ...], ...] = ()
    text: str = ""
    stance: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one kind, without paragraph breaks.

    `author` is the id of the delegation that inserted or deleted it, `struck_by` who deleted
    again what `author` inserted. `note` is the id of a note whose reference stands here (the
    text is empty then). `contests` counts the unsettled deletions and provision conflicts that
    the words are under. A label and the tab after it are a piece of their own. `start` is where
    in the base text of `provision` (code points) the words or the note stand, None for words
    that are not there.
    """

    text: str
    tracked: Tracked = Tracked.NO
    author: str = ""
    struck_by: str = ""
    italic: bool = False
    bold: bool = False
    note: str = ""
    is_label: bool = False
    contests: int = 0
    remarks: tuple[Remark, ...] = ()
    provision: str = ""
    start: int | None = None


@dataclass(frozen=True, slots=True)
class ManuscriptParagraph:
    """One paragraph. `mark` says whether its paragraph mark is tracked, by `mark_author`;
    `arrived` that the provision was moved here."""

    provision: str
    kind: ProvisionKind
    level: int
    pieces: tuple[Piece, ...]
    mark: Tracked = Tracked.NO
    mark_author: str = ""
    arrived: bool = False

    @property
    def has_label(self) -> bool:
        return any(piece.is_label for piece in self.pieces)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)
