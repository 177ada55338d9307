"""What was read in a compilation: frozen, free of ids, before it becomes rows of a session."""

from dataclasses import dataclass, field

from editor.importers.compilation.annotations import Mention
from editor.importers.names import NameBook
from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.provision import Mark, ProvisionKind, ProvisionStatus, Stance
from editor.text.edit import Edit

Warned = tuple[str, int, str]
"""(code, line, detail)"""


@dataclass(frozen=True, slots=True)
class ReadStance:
    """A delegation's stance on an amendment or on words."""

    mention: Mention
    stance: Stance
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadBasePosition:
    """A stance on base words `[start, end)` of a provision."""

    mention: Mention
    stance: Stance
    start: int
    end: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadProvision:
    """A part of the document. `section` is the index of the heading above; a proposed one has
    `proposed_by` and, in `amendment`, the index of the amendment that proposes it."""

    kind: ProvisionKind
    text: str
    line: int
    label: str = ""
    level: int = 0
    section: int | None = None
    status: ProvisionStatus = ProvisionStatus.NOT_REACHED
    pending_on: tuple[Mention, ...] = ()
    marks: tuple[Mark, ...] = ()
    note_marks: tuple[tuple[int, str], ...] = ()
    """(offset, key of the note)"""
    positions: tuple[ReadBasePosition, ...] = ()
    proposed_by: Mention | None = None
    amendment: int | None = None


@dataclass(frozen=True, slots=True)
class ReadAmendment:
    """A proposal. Provisions, target and alternatives are indices in the reading.

    With a `target`, `target_old` are the words of the target's text that become `target_new`;
    of a proposed provision the `edits` are in its text.
    """

    provision: int
    kind: AmendmentKind
    sponsors: tuple[Mention, ...]
    line: int
    raw: str
    confidence: float
    how: str = ""
    edits: tuple[Edit, ...] = ()
    text: str | None = None
    provisions: tuple[int, ...] = ()
    at: int | None = None
    target: int | None = None
    target_old: str = ""
    target_new: str = ""
    alternatives: tuple[int, ...] = ()
    stances: tuple[ReadStance, ...] = ()
    rank: int | None = None
    group: str = ""
    clause: tuple[int, int] = (0, 0)
    others: tuple[str, ...] = ()
    """Other changes that the print may mean, in words."""


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note, or the part of one that one delegation speaks; parts share the `key`."""

    key: str
    label: str
    text: str
    line: int
    mention: Mention | None = None
    provision: int | None = None
    amendment: int | None = None
    on_status: bool = False


@dataclass(frozen=True, slots=True)
class ReadUnread:
    """Words that were not understood, raw, with the reason."""

    raw: str
    reason: str
    line: int
    provision: int | None = None


@dataclass(frozen=True, slots=True)
class CompilationReading:
    """All of a compilation. `annotations` = `understood` + `guessed` + those left in `unread`,
    where the comments in the margin are too."""

    title: str
    provisions: tuple[ReadProvision, ...]
    amendments: tuple[ReadAmendment, ...]
    notes: tuple[ReadNote, ...]
    unread: tuple[ReadUnread, ...]
    annotations: int
    understood: int
    guessed: int
    names: NameBook
    warnings: tuple[Warned, ...] = field(default=())
