"""What must hold between the rows of a session, and where it does not.

The engine keeps these promises; files from elsewhere, and damaged ones, may not. A ruling may
name amendments that are gone: it settles what is left of the conflict it was made for.
"""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from editor.negotiation.amendment import START, Amendment, AmendmentKind, AmendmentState
from editor.negotiation.delegation import CHAIR_ID, Delegation, DelegationKind
from editor.negotiation.note import Note
from editor.negotiation.provision import MarkKind, Provision
from editor.negotiation.session import Decision, Session
from editor.negotiation.unread import Unread
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken promise in the row `key` of `table`; `field` is a place inside the row, like
    `edits[1]`, and `value` what stands there.

    Codes: no_heading, no_chair, wrong_key, unknown_delegation, unknown_provision,
    unknown_amendment, unknown_note, outside_text, overlapping_edits, circular_target,
    target_too_deep, missing_field.
    """

    code: str
    table: str
    key: str
    field: str = ""
    value: str = ""


DEEPEST_TARGET = 50
"""How many proposals may amend each other's words, one the next."""

Found = Iterator[tuple[str, str, str]]
"""Code, field and value of each fault of one row."""


def faults(session: Session) -> Iterator[Fault]:
    """Every fault in `session`; nothing for a sound one."""
    if "heading" not in session.headings:
        yield Fault("no_heading", "headings", "heading")
    chair = session.delegations.get(CHAIR_ID)
    if chair is None or chair.kind is not DelegationKind.CHAIR:
        yield Fault("no_chair", "delegations", CHAIR_ID)
    for each in fields(Session):
        table = each.name
        for key, row in getattr(session, table).items():
            if getattr(row, fields(row)[0].name) != key:
                yield Fault("wrong_key", table, key)
            if table in _INSPECTIONS:
                for code, field, value in _INSPECTIONS[table](session, row):
                    yield Fault(code, table, key, field, value)


def _in_delegation(session: Session, delegation: Delegation) -> Found:
    yield from _delegations(session, delegation.members, "members[{}]")


def _in_provision(session: Session, provision: Provision) -> Found:
    if provision.section and provision.section not in session.provisions:
        yield "unknown_provision", "section", provision.section
    amendment = session.amendments.get(provision.amendment or "")
    if provision.amendment is not None and amendment is None:
        yield "unknown_amendment", "amendment", provision.amendment
    if amendment is not None and amendment.state is AmendmentState.PROPOSED:
        proposer = [] if provision.proposed_by is None else [provision.proposed_by]
        yield from _delegations(session, proposer, "proposed_by")
    yield from _delegations(session, provision.pending_on, "pending_on[{}]")
    yield from _delegations(
        session, (each.delegation for each in provision.positions), "positions[{}].delegation"
    )
    length = len(provision.text)
    for index, mark in enumerate(provision.marks):
        if not 0 <= mark.start <= mark.end <= length:
            yield "outside_text", f"marks[{index}]", f"{mark.start}-{mark.end}"
        if mark.kind is MarkKind.NOTE and mark.note not in session.notes:
            yield "unknown_note", f"marks[{index}].note", mark.note
    for index, position in enumerate(provision.positions):
        if not 0 <= position.start <= position.end <= length:
            yield "outside_text", f"positions[{index}]", f"{position.start}-{position.end}"


def _in_amendment(session: Session, amendment: Amendment) -> Found:
    if amendment.provision not in session.provisions:
        yield "unknown_provision", "provision", amendment.provision
    yield from _among(session.provisions, amendment.provisions, "unknown_provision", "provisions")
    if amendment.after not in (None, START) and amendment.after not in session.provisions:
        yield "unknown_provision", "after", str(amendment.after)
    yield from _among(
        session.amendments, amendment.alternatives, "unknown_amendment", "alternatives"
    )
    yield from _among(session.notes, amendment.notes, "unknown_note", "notes")
    if amendment.state is AmendmentState.PROPOSED:
        sponsors, positions = amendment.sponsorships, amendment.positions
        yield from _delegations(session, (s.delegation for s in sponsors), "sponsors[{}]")
        yield from _delegations(
            session, (p.delegation for p in positions), "positions[{}].delegation"
        )
    for name in _NEEDED.get(amendment.kind, ()):
        if getattr(amendment, name) in (None, ()):
            yield "missing_field", name, amendment.kind
    yield from _in_target(session, amendment)
    limit = _limit(session, amendment)
    yield from _in_edits(amendment.edits, limit)
    if amendment.at is not None and not 0 <= amendment.at <= limit:
        yield "outside_text", "at", str(amendment.at)


_NEEDED: Mapping[AmendmentKind, tuple[str, ...]] = {
    AmendmentKind.NEW_PROVISION: ("text",),
    AmendmentKind.REPLACE_PROVISION: ("text",),
    AmendmentKind.MOVE: ("after",),
    AmendmentKind.JOIN: ("provisions",),
    AmendmentKind.SPLIT: ("at",),
}


def _in_target(session: Session, amendment: Amendment) -> Found:
    seen = {amendment.id}
    target = amendment.target
    while target is not None and target not in session.rulings:
        if target not in session.amendments:
            yield "unknown_amendment", "target", target
            return
        if target in seen:
            yield "circular_target", "target", target
            return
        if len(seen) > DEEPEST_TARGET:
            yield "target_too_deep", "target", target
            return
        seen.add(target)
        target = session.amendments[target].target


def _limit(session: Session, amendment: Amendment) -> int:
    """How far its edits may reach. Words that somebody amended may be reworded and be shorter
    now: the amendment to them sleeps, which is no fault."""
    provision = session.provisions.get(amendment.provision)
    if amendment.target is not None or provision is None:
        return sys.maxsize
    return len(provision.text)


def _in_edits(edits: Iterable[Edit], limit: int) -> Found:
    ordered = sorted(enumerate(edits), key=lambda each: (each[1].start, each[1].end))
    reached = 0
    for index, edit in ordered:
        if not 0 <= edit.start <= edit.end <= limit:
            yield "outside_text", f"edits[{index}]", f"{edit.start}-{edit.end}"
        elif edit.start < reached:
            yield "overlapping_edits", f"edits[{index}]", f"{edit.start}-{edit.end}"
        reached = max(reached, edit.end)


def _in_note(session: Session, note: Note) -> Found:
    if note.delegation is not None and note.delegation not in session.delegations:
        yield "unknown_delegation", "delegation", note.delegation
    anchor = note.anchor
    if anchor.provision and anchor.provision not in session.provisions:
        yield "unknown_provision", "anchor.provision", anchor.provision
    if anchor.amendment and anchor.amendment not in session.amendments:
        yield "unknown_amendment", "anchor.amendment", anchor.amendment


def _in_unread(session: Session, unread: Unread) -> Found:
    if unread.provision and unread.provision not in session.provisions:
        yield "unknown_provision", "provision", unread.provision


def _in_decision(session: Session, decision: Decision) -> Found:
    if decision.amendment not in session.amendments:
        yield "unknown_amendment", "amendment", decision.amendment


_INSPECTIONS: Mapping[str, Callable[[Session, Any], Found]] = {
    "delegations": _in_delegation,
    "provisions": _in_provision,
    "amendments": _in_amendment,
    "notes": _in_note,
    "unread": _in_unread,
    "decisions": _in_decision,
}


def _delegations(session: Session, named: Iterable[str], place: str) -> Found:
    for index, each in enumerate(named):
        if each not in session.delegations:
            yield "unknown_delegation", place.format(index), each


def _among(known: Collection[str], named: Iterable[str], code: str, field: str) -> Found:
    for index, each in enumerate(named):
        if each not in known:
            yield code, f"{field}[{index}]", each
