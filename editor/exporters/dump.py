"""The whole session as JSON. Equal sessions give equal bytes, and nothing is left out: the
importer of dumps gives the same session back.

Beyond the keys that people and other programs read, each object carries what only the way
back needs (`ordinal`, `sponsorships`, `files` …).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from editor.negotiation.amendment import START, Amendment, Origin, Position, Sponsorship
from editor.negotiation.delegation import Delegation
from editor.negotiation.note import Note
from editor.negotiation.provision import BasePosition, Mark, Provision
from editor.negotiation.ruling import Ruling
from editor.negotiation.session import ImportedFile, ImportReport, Session
from editor.negotiation.unread import Unread

DUMP_SCHEMA = 1

Json = dict[str, object]


def dump(session: Session) -> bytes:
    """`session` as indented JSON in UTF-8, ending in a line break."""
    return msgspec.json.format(msgspec.json.encode(dumped(session)), indent=2) + b"\n"


def dumped(session: Session) -> Json:
    """`session` as the objects of the dump."""
    reports = _in_order(session.reports)
    return {
        "schema": DUMP_SCHEMA,
        "title": session.title,
        "reading": session.reading,
        "symbol": session.symbol,
        "date": session.date,
        "delegations": [_delegation(each) for each in _in_order(session.delegations)],
        "provisions": [_provision(each) for each in provisions_in_order(session)],
        "amendments": [_amendment(session, each) for each in _in_order(session.amendments)],
        "notes": [_note(each) for each in _in_order(session.notes)],
        "rulings": [_ruling(each) for each in _in_order(session.rulings)],
        "unread": [_unread(each) for each in _in_order(session.unread)],
        "report": _totals(reports),
        "reports": [_report(each) for each in reports],
        "files": [_file(each) for each in _in_order(session.files)],
    }


def provisions_in_order(session: Session) -> Iterator[Provision]:
    """Base provisions in base order, each followed by those proposed for the gap after it."""
    proposed: dict[str, list[Provision]] = defaultdict(list)
    for provision in _in_order(session.provisions):
        if not provision.is_base:
            proposed[_gap(session, provision)].append(provision)
    yield from proposed.pop(START, ())
    for key in session.base_order:
        yield session.provisions[key]
        yield from proposed.pop(key, ())
    for stray in proposed.values():
        yield from stray


def _gap(session: Session, provision: Provision) -> str:
    amendment = session.amendments.get(provision.amendment or "")
    return START if amendment is None else amendment.after or START


def _delegation(delegation: Delegation) -> Json:
    return {
        "id": delegation.id,
        "code": delegation.code,
        "name": delegation.name,
        "kind": delegation.kind,
        "as_written": delegation.as_written,
        "members": delegation.members,
        "rank": delegation.rank,
        "colour": delegation.colour,
        "layer_on": delegation.layer_on,
    }


def _provision(provision: Provision) -> Json:
    return {
        "id": provision.id,
        "label": provision.label,
        "kind": provision.kind,
        "section": provision.section,
        "status": provision.status,
        "pending_on": provision.pending_on,
        "marks": [_mark(each) for each in provision.marks],
        "proposed_by": provision.proposed_by,
        "amendment": provision.amendment,
        "text": provision.text,
        "positions": [_base_position(each) for each in provision.positions],
        "ordinal": provision.ordinal,
        "level": provision.level,
    }


def _mark(mark: Mark) -> Json:
    return {"kind": mark.kind, "start": mark.start, "end": mark.end, "note": mark.note}


def _base_position(position: BasePosition) -> Json:
    return {
        "delegation": position.delegation,
        "start": position.start,
        "end": position.end,
        "stance": position.stance,
        "note": position.note,
        "private": position.private,
    }


def _amendment(session: Session, amendment: Amendment) -> Json:
    decision = session.decisions.get(amendment.id)
    return {
        "id": amendment.id,
        "provision": amendment.provision,
        "provisions": amendment.provisions,
        "kind": amendment.kind,
        "edits": [{"start": e.start, "end": e.end, "text": e.text} for e in amendment.edits],
        "text": amendment.text,
        "label": amendment.label,
        "after": amendment.after,
        "at": amendment.at,
        "target": amendment.target,
        "alternatives": amendment.alternatives,
        "group": amendment.group,
        "ordinal": amendment.ordinal,
        "sponsors": amendment.sponsors,
        "sponsorships": [_sponsorship(each) for each in amendment.sponsorships],
        "positions": [_position(each) for each in amendment.positions],
        "state": amendment.state,
        "notes": amendment.notes,
        "origin": _origin(amendment.origin),
        "included": None if decision is None else decision.included,
        "is_new": amendment.is_new,
    }


def _sponsorship(sponsorship: Sponsorship) -> Json:
    return {
        "delegation": sponsorship.delegation,
        "ordinal": sponsorship.ordinal,
        "origin": _origin(sponsorship.origin),
        "time": sponsorship.time,
    }


def _position(position: Position) -> Json:
    return {
        "delegation": position.delegation,
        "stance": position.stance,
        "note": position.note,
        "private": position.private,
        "rank": position.rank,
        "time": position.time,
    }


def _origin(origin: Origin | None) -> Json | None:
    if origin is None:
        return None
    return {
        "file": origin.file,
        "line": origin.line,
        "raw": origin.raw,
        "confidence": origin.confidence,
    }


def _note(note: Note) -> Json:
    anchor = note.anchor
    return {
        "id": note.id,
        "label": note.label,
        "source_note": note.source_note,
        "delegation": note.delegation,
        "anchor": {
            "provision": anchor.provision or None,
            "amendment": anchor.amendment or None,
            "status": anchor.on_status,
        },
        "text": note.text,
    }


def _ruling(ruling: Ruling) -> Json:
    return {
        "id": ruling.id,
        "members": sorted(ruling.members, key=_natural),
        "how": ruling.how,
        "choice": ruling.choice,
        "text": ruling.text,
        "note": ruling.note,
        "time": ruling.time,
    }


def _unread(unread: Unread) -> Json:
    return {
        "id": unread.id,
        "provision": unread.provision or None,
        "line": unread.line,
        "raw": unread.raw,
        "reason": unread.reason,
        "file": unread.file,
    }


def _totals(reports: Iterable[ImportReport]) -> Json:
    each_report = list(reports)
    return {
        "annotations": sum(each.annotations for each in each_report),
        "understood": sum(each.understood for each in each_report),
        "guessed": sum(each.guessed for each in each_report),
        "warnings": [warning for each in each_report for warning in _warnings(each)],
    }


def _report(report: ImportReport) -> Json:
    return {
        "id": report.id,
        "file": report.file,
        "annotations": report.annotations,
        "understood": report.understood,
        "guessed": report.guessed,
        "warnings": _warnings(report),
    }


def _warnings(report: ImportReport) -> list[Json]:
    return [
        {"code": code, "line": line, "detail": detail} for code, line, detail in report.warnings
    ]


def _file(file: ImportedFile) -> Json:
    return {
        "id": file.id,
        "name": file.name,
        "digest": file.digest,
        "time": file.time,
        "is_base": file.is_base,
    }


_Each = TypeVar("_Each")


def _in_order(table: Mapping[str, _Each]) -> list[_Each]:
    return [table[key] for key in sorted(table, key=_natural)]


def _natural(key: str) -> tuple[list[tuple[int, str]], str]:
    """`a2` before `a10`; the order of rows in a session means nothing and must not show."""
    parts = _NUMBERS.split(key)
    for index in range(1, len(parts), 2):
        parts[index] = parts[index].lstrip("0")
    return [(len(part) if index % 2 else 0, part) for index, part in enumerate(parts)], key


_NUMBERS = re.compile("([0-9]+)")
