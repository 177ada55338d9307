"""The shape of a dump, as it is checked when one is read. Keys without a default must be there."""

from typing import Annotated

from msgspec import Meta, Struct

from editor.negotiation.amendment import AmendmentKind, AmendmentState, Origin, Position
from editor.negotiation.delegation import DelegationKind
from editor.negotiation.provision import BasePosition, Mark, ProvisionKind, ProvisionStatus
from editor.negotiation.ruling import RulingKind
from editor.negotiation.session import ImportedFile
from editor.text.edit import Edit

Number = Annotated[int, Meta(ge=-(2**31), lt=2**31)]
"""What a column of the session file can hold."""


class Schema(Struct):
    schema: int


class DelegationShape(Struct):
    id: str
    code: str | None = None
    name: str | None = None
    kind: DelegationKind = DelegationKind.STATE
    as_written: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    rank: Number | None = None
    colour: Number | None = None
    layer_on: bool = False


class ProvisionShape(Struct):
    id: str
    text: str
    label: str = ""
    kind: ProvisionKind = ProvisionKind.PROVISION
    section: str | None = ""
    status: ProvisionStatus = ProvisionStatus.NOT_REACHED
    pending_on: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    proposed_by: str | None = None
    amendment: str | None = None
    positions: tuple[BasePosition, ...] = ()
    ordinal: Number | None = None
    level: Number = 0


class SponsorshipShape(Struct):
    delegation: str
    ordinal: int = 0
    origin: Origin | None = None
    time: str = ""


class AmendmentShape(Struct):
    id: str
    provision: str
    provisions: tuple[str, ...] = ()
    kind: AmendmentKind = AmendmentKind.EDIT
    edits: tuple[Edit, ...] = ()
    text: str | None = None
    label: str = ""
    after: str | None = None
    at: Number | None = None
    target: str | None = None
    alternatives: tuple[str, ...] = ()
    group: str | None = ""
    ordinal: Number = 0
    sponsors: tuple[str, ...] = ()
    sponsorships: tuple[SponsorshipShape, ...] | None = None
    positions: tuple[Position, ...] = ()
    state: AmendmentState = AmendmentState.PROPOSED
    notes: tuple[str, ...] = ()
    origin: Origin | None = None
    included: bool | None = None
    is_new: bool = False


class AnchorShape(Struct):
    provision: str | None = None
    amendment: str | None = None
    status: bool | None = False


class NoteShape(Struct):
    id: str
    text: str
    label: str = ""
    source_note: str = ""
    delegation: str | None = None
    anchor: AnchorShape | None = None


class RulingShape(Struct):
    id: str
    members: frozenset[str]
    how: RulingKind
    choice: tuple[str, ...] = ()
    text: str = ""
    note: str = ""
    time: str = ""


class UnreadShape(Struct):
    raw: str
    reason: str = ""
    provision: str | None = None
    line: Number | None = 0
    file: str = ""
    id: str | None = None


class WarningShape(Struct):
    code: str
    line: int = 0
    detail: str = ""


class ReportShape(Struct):
    annotations: Number = 0
    understood: Number = 0
    guessed: Number = 0
    warnings: tuple[WarningShape, ...] = ()
    file: str = ""
    id: str | None = None


class Dump(Struct):
    schema: int
    title: str = ""
    reading: str = ""
    symbol: str = ""
    date: str = ""
    delegations: tuple[DelegationShape, ...] = ()
    provisions: tuple[ProvisionShape, ...] = ()
    amendments: tuple[AmendmentShape, ...] = ()
    notes: tuple[NoteShape, ...] = ()
    rulings: tuple[RulingShape, ...] = ()
    unread: tuple[UnreadShape, ...] = ()
    report: ReportShape | None = None
    reports: tuple[ReportShape, ...] | None = None
    files: tuple[ImportedFile, ...] = ()
