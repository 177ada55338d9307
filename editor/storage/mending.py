"""Making rows fit together again where some are missing: the least that makes a session sound."""

from collections.abc import Mapping
from dataclasses import replace

from editor.negotiation.amendment import START, Amendment
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.integrity import Fault, faults
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import Draft, patched
from editor.negotiation.provision import MarkKind, Provision
from editor.negotiation.session import Heading, Row, Session
from editor.negotiation.unread import Unread
from editor.storage.finding import Finding
from editor.storage.rows import json_text


def mended(session: Session) -> tuple[Session, tuple[Finding, ...]]:
    """`session` without faults, and what was repaired or lost for it: a lost row in full, as
    JSON, in `value`."""
    findings: list[Finding] = []
    while found := list(faults(session)):
        draft = Draft(session)
        for table, key in dict.fromkeys((each.table, each.key) for each in found):
            here = [each for each in found if (each.table, each.key) == (table, key)]
            before = getattr(session, table).get(key)
            after = _mended_row(session, before, here)
            if after is None:
                draft.drop(table, key)
                findings.append(Finding("lost", table, key, here[0].field, json_text(before)))
            else:
                draft.put(table, key, after)
                findings.append(Finding("repaired", table, key, here[0].field, here[0].value))
        session = patched(session, draft.patch())
    return session, tuple(findings)


def _mended_row(session: Session, row: Row | None, found: list[Fault]) -> Row | None:
    """The row without its faults; None if it means nothing without what is missing."""
    if any(each.code == "wrong_key" for each in found):
        return None
    match row:
        case Delegation() if found[0].code != "no_chair":
            return replace(row, members=_known(row.members, session.delegations))
        case Provision():
            return _mended_provision(session, row)
        case Amendment():
            return _mended_amendment(session, row, found)
        case Note():
            return _mended_note(session, row)
        case Unread():
            return replace(row, provision="")
    return _INDISPENSABLE.get(found[0].code)


_INDISPENSABLE: Mapping[str, Row] = {"no_heading": Heading(), "no_chair": CHAIR}


def _mended_provision(session: Session, row: Provision) -> Provision | None:
    if row.amendment is not None and row.amendment not in session.amendments:
        return None
    length = len(row.text)
    return replace(
        row,
        section=row.section if row.section in session.provisions else "",
        pending_on=_known(row.pending_on, session.delegations),
        proposed_by=row.proposed_by if row.proposed_by in session.delegations else None,
        marks=tuple(
            each
            for each in row.marks
            if 0 <= each.start <= each.end <= length
            and (each.kind is not MarkKind.NOTE or each.note in session.notes)
        ),
        positions=tuple(
            each
            for each in row.positions
            if 0 <= each.start <= each.end <= length and each.delegation in session.delegations
        ),
    )


_NEEDED = ("provision", "target", "edits", "at", "text")
"""Fields without which a proposal says nothing."""


def _mended_amendment(session: Session, row: Amendment, found: list[Fault]) -> Amendment | None:
    faulty = {each.field.partition("[")[0] for each in found}
    if faulty.intersection(_NEEDED) or any(each.code == "missing_field" for each in found):
        return None
    known = session.delegations
    return replace(
        row,
        provisions=_known(row.provisions, session.provisions),
        after=START if "after" in faulty else row.after,
        alternatives=_known(row.alternatives, session.amendments),
        notes=_known(row.notes, session.notes),
        sponsorships=tuple(each for each in row.sponsorships if each.delegation in known),
        positions=tuple(each for each in row.positions if each.delegation in known),
    )


def _mended_note(session: Session, row: Note) -> Note:
    anchor = row.anchor
    return replace(
        row,
        delegation=row.delegation if row.delegation in session.delegations else None,
        anchor=NoteAnchor(
            anchor.provision if anchor.provision in session.provisions else "",
            anchor.amendment if anchor.amendment in session.amendments else "",
            anchor.on_status,
        ),
    )


def _known(named: tuple[str, ...], table: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(each for each in named if each in table)
