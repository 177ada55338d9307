"""Restoring a session from its JSON dump, or from one that another program wrote.

The keys that only the way back needs may be missing. What is there must fit together: a
dump with a fault is refused whole, with the place of the fault.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

import msgspec

from editor.errors import KnownError
from editor.importers.dump_shape import (
    AmendmentShape,
    DelegationShape,
    Dump,
    NoteShape,
    ProvisionShape,
    ReportShape,
    RulingShape,
    Schema,
    UnreadShape,
)
from editor.negotiation.amendment import Amendment, Sponsorship
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.identity import fresh
from editor.negotiation.integrity import Fault, faults
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling
from editor.negotiation.session import Decision, Heading, ImportReport, Session
from editor.negotiation.unread import Unread

READABLE_SCHEMA = 1


def restored(content: bytes) -> Session:
    """The session that `content`, a dump in JSON, describes.

    Raises KnownError: bad_dump (`path` in the dump, `fault`, `value`), newer_dump (`schema`).
    """
    content = content.removeprefix(b"\xef\xbb\xbf")
    schema = _decoded(content, Schema).schema
    if schema != READABLE_SCHEMA:
        raise KnownError("newer_dump", schema=schema)
    document = _decoded(content, Dump)
    session = _session(document)
    for fault in faults(session):
        path = _path(document, fault)
        raise KnownError("bad_dump", path=path, fault=fault.code, value=fault.value)
    return session


_Shape = TypeVar("_Shape", Schema, Dump)


def _decoded(content: bytes, shape: type[_Shape]) -> _Shape:
    try:
        return msgspec.json.decode(content, type=shape)
    except msgspec.ValidationError as error:
        problem, _, path = str(error).partition(" - at ")
        raise KnownError(
            "bad_dump", path=path.strip("`") or "$", fault="shape", value=problem
        ) from error
    except RecursionError as error:
        raise KnownError("bad_dump", path="$", fault="nested_too_deeply", value="") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise KnownError("bad_dump", path="$", fault="not_json", value=str(error)) from error


def _session(document: Dump) -> Session:
    delegations = {CHAIR_ID: CHAIR} | _table(
        "delegations", [_delegation(each) for each in document.delegations]
    )
    provisions = [_provision(each, place) for place, each in enumerate(document.provisions)]
    amendments = [
        _amendment(each, f"$.amendments[{index}]") for index, each in enumerate(document.amendments)
    ]
    return Session(
        headings={
            "heading": Heading(
                title=document.title,
                reading=document.reading,
                symbol=document.symbol,
                date=document.date,
            )
        },
        delegations=delegations,
        provisions=_table("provisions", provisions),
        amendments=_table("amendments", amendments),
        notes=_table("notes", [_note(each) for each in document.notes]),
        rulings=_table("rulings", [_ruling(each) for each in document.rulings]),
        unread=_table("unread", _unread(document.unread)),
        decisions={
            each.id: Decision(each.id, each.included)
            for each in document.amendments
            if each.included is not None
        },
        files=_table("files", document.files),
        reports=_table("reports", _reports(document)),
    )


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Row = TypeVar("_Row", bound=_Identified)


def _table(name: str, rows: Iterable[_Row]) -> dict[str, _Row]:
    table: dict[str, _Row] = {}
    for index, row in enumerate(rows):
        if row.id in table:
            path = f"$.{name}[{index}].id"
            raise KnownError("bad_dump", path=path, fault="duplicate_id", value=row.id)
        table[row.id] = row
    return table


def _delegation(given: DelegationShape) -> Delegation:
    code = given.id if given.code is None else given.code
    return Delegation(
        given.id,
        code,
        code if given.name is None else given.name,
        given.kind,
        given.as_written,
        given.members,
        given.rank,
        given.colour,
        given.layer_on,
    )


def _provision(given: ProvisionShape, place: int) -> Provision:
    return Provision(
        id=given.id,
        ordinal=place if given.ordinal is None else given.ordinal,
        text=given.text,
        label=given.label,
        kind=given.kind,
        level=given.level,
        section=given.section or "",
        status=given.status,
        pending_on=given.pending_on,
        marks=given.marks,
        positions=given.positions,
        proposed_by=given.proposed_by,
        amendment=given.amendment,
    )


def _amendment(given: AmendmentShape, path: str) -> Amendment:
    return Amendment(
        id=given.id,
        provision=given.provision,
        kind=given.kind,
        edits=given.edits,
        provisions=given.provisions,
        text=given.text,
        label=given.label,
        after=given.after,
        at=given.at,
        target=given.target,
        alternatives=given.alternatives,
        group=given.group or "",
        ordinal=given.ordinal,
        sponsorships=_sponsorships(given, path),
        positions=given.positions,
        state=given.state,
        notes=given.notes,
        origin=given.origin,
        is_new=given.is_new,
    )


def _sponsorships(given: AmendmentShape, path: str) -> tuple[Sponsorship, ...]:
    """As given, or one for each of the sponsors, in the place of the amendment."""
    if given.sponsorships is None:
        return tuple(Sponsorship(each, given.ordinal, given.origin) for each in given.sponsors)
    named = tuple(each.delegation for each in given.sponsorships)
    if given.sponsors and given.sponsors != named:
        value = ", ".join(given.sponsors)
        raise KnownError(
            "bad_dump", path=f"{path}.sponsors", fault="sponsors_disagree", value=value
        )
    return tuple(
        Sponsorship(each.delegation, each.ordinal, each.origin, each.time)
        for each in given.sponsorships
    )


def _note(given: NoteShape) -> Note:
    anchor = NoteAnchor()
    if given.anchor is not None:
        anchor = NoteAnchor(
            given.anchor.provision or "", given.anchor.amendment or "", bool(given.anchor.status)
        )
    return Note(given.id, given.text, given.label, given.source_note, given.delegation, anchor)


def _ruling(given: RulingShape) -> Ruling:
    return Ruling(
        given.id, given.members, given.how, given.choice, given.text, given.note, given.time
    )


def _unread(given: Iterable[UnreadShape]) -> list[Unread]:
    rows = list(given)
    ids = fresh("u", [each.id for each in rows if each.id])
    return [
        Unread(
            each.id or next(ids),
            each.raw,
            each.reason,
            each.provision or "",
            each.line or 0,
            each.file,
        )
        for each in rows
    ]


def _reports(document: Dump) -> list[ImportReport]:
    """As given; the totals alone become one report."""
    given = document.reports
    if given is None:
        given = () if document.report in (None, ReportShape()) else (document.report,)
    ids = fresh("r", [each.id for each in given if each.id])
    return [
        ImportReport(
            each.id or next(ids),
            each.file,
            each.annotations,
            each.understood,
            each.guessed,
            tuple((warning.code, warning.line, warning.detail) for warning in each.warnings),
        )
        for each in given
    ]


def _path(document: Dump, fault: Fault) -> str:
    rows: Mapping[str, int] = {}
    if fault.table != "headings":
        rows = {each.id: index for index, each in enumerate(getattr(document, fault.table))}
    place = f"[{rows[fault.key]}]" if fault.key in rows else ""
    return f"$.{fault.table}{place}" + (f".{fault.field}" if fault.field else "")
