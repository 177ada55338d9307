"""A provision: one numbered unit of the base text."""

from dataclasses import dataclass
from enum import StrEnum


class ProvisionKind(StrEnum):
    """Only `PROVISION` carries a label; the others give every part of a document a place."""

    PROVISION = "provision"
    HEADING = "heading"
    FRONT_MATTER = "front_matter"
    STATEMENT = "statement"


class ProvisionStatus(StrEnum):
    """Where the negotiation of a provision stands ("not reached" is not "pending")."""

    NOT_REACHED = "not_reached"
    OPEN = "open"
    PENDING = "pending"
    AGREED_IN_INFORMALS = "agreed_in_informals"
    AGREED_AD_REF = "agreed_ad_ref"
    AGREED = "agreed"
    AGREED_AS_AMENDED = "agreed_as_amended"
    REOPENED = "reopened"
    DELETED = "deleted"
    MERGED = "merged"
    MOVED = "moved"


AGREED_STATUSES = frozenset(
    {
        ProvisionStatus.AGREED_IN_INFORMALS,
        ProvisionStatus.AGREED_AD_REF,
        ProvisionStatus.AGREED,
        ProvisionStatus.AGREED_AS_AMENDED,
    }
)
FINISHED_STATUSES = AGREED_STATUSES | {
    ProvisionStatus.DELETED,
    ProvisionStatus.MERGED,
    ProvisionStatus.MOVED,
}
"""Nothing is left to be negotiated on a provision with one of these."""


class Stance(StrEnum):
    """A delegation's stance on a proposal or on base words."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    RESERVE = "reserve"
    ACCEPT = "accept"
    CONDITIONAL = "conditional"


class MarkKind(StrEnum):
    ITALIC = "italic"
    BOLD = "bold"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mark:
    """Typography of the base text: code points `[start, end)`; for a note anchor
    `start == end` and `note` is the id of the note."""

    kind: MarkKind
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class BasePosition:
    """A delegation's stance on base words `[start, end)` of a provision."""

    delegation: str
    start: int
    end: int
    stance: Stance
    note: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit of the base text, or (with `proposed_by` and `amendment`) a proposed one.

    `ordinal` is its place in base order; proposed provisions stand outside that order, at the
    gap their amendment names. `text` is immutable base text in NFC without line breaks of its
    own; `section` the id of the heading above it.
    """

    id: str
    ordinal: int
    text: str
    label: str = ""
    kind: ProvisionKind = ProvisionKind.PROVISION
    level: int = 0
    section: str = ""
    status: ProvisionStatus = ProvisionStatus.NOT_REACHED
    pending_on: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    positions: tuple[BasePosition, ...] = ()
    proposed_by: str | None = None
    amendment: str | None = None

    @property
    def shows_label(self) -> bool:
        """Whether the printed label is part of the words (plain text keeps it there)."""
        start = self.text.lstrip().removeprefix("(").removeprefix("[")
        return bool(self.label) and start.startswith(self.label.strip("()"))

    @property
    def is_base(self) -> bool:
        return self.amendment is None
