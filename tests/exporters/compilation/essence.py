"""What two sessions have to share to be the same negotiation: everything but ids, times,
origins, colours, rulings and what is private."""

from collections import Counter
from typing import Any

from editor.exporters.dump import provisions_in_order
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.entering import inserted_text
from editor.negotiation.notation.printed_names import one_line
from editor.negotiation.note import Note
from editor.negotiation.provision import MarkKind, Provision, ProvisionKind
from editor.negotiation.public import public_session
from editor.negotiation.session import Session
from editor.text.normal_form import normal_form


def essence(session: Session) -> dict[str, Any]:
    """The provisions in order, the proposals, and the notes, named by what they say."""
    return _Essence(public_session(session)).all()


class _Essence:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows = list(provisions_in_order(session))
        self._place = {each.id: number for number, each in enumerate(self._rows)}
        self._marked = {mark.note: row.id for row in self._rows for mark in row.marks if mark.note}
        ordered = sorted(session.amendments.values(), key=lambda each: (each.ordinal, each.id))
        self._groups: dict[str, int] = Counter(each.group for each in ordered if each.group)

    def all(self) -> dict[str, Any]:
        session = self._session
        return {
            "provisions": [self._provision(each) for each in self._rows],
            "amendments": Counter(self._amendment(each) for each in session.amendments.values()),
            "notes": Counter(self._note(each) for each in session.notes.values()),
        }

    def _code(self, delegation: str | None) -> str:
        return self._session.delegations[delegation].code if delegation else ""

    def _provision(self, row: Provision) -> Any:
        marks = _typography(row)
        notes = sorted(
            (m.start, self._session.notes[m.note].text.split())
            for m in row.marks
            if m.kind is MarkKind.NOTE
        )
        positions = Counter(
            (self._code(p.delegation), p.start, p.end, p.stance, words(p.note))
            for p in row.positions
        )
        return (
            row.text, row.label, row.kind, row.level, row.status, marks, notes, positions,
            [self._code(each) for each in row.pending_on], self._code(row.proposed_by),
        )  # fmt: skip

    def _amendment(self, row: Amendment) -> Any:
        positions = Counter(
            (self._code(p.delegation), p.stance, words(p.note), p.rank) for p in row.positions
        )
        return (
            *self._wish(row),
            tuple(self._code(each) for each in row.sponsors),
            frozenset(positions.items()),
            row.state,
            frozenset(self._wish(self._session.amendments[a]) for a in row.alternatives),
            self._groups.get(row.group, 0) if self._groups.get(row.group, 0) > 1 else 0,
        )

    def _wish(self, row: Amendment) -> tuple[object, ...]:
        target = self._session.amendments.get(row.target or "")
        ground = inserted_text(target) if target else self._session.provisions[row.provision].text
        edits = row.edits if row.kind is AmendmentKind.SPLIT else normal_form(ground, row.edits)
        return (
            row.kind,
            self._place[row.provision],
            tuple(edits),
            tuple(self._place[each] for each in row.provisions),
            row.text,
            row.label,
            self._place.get(row.after, -1) if row.after else row.after,
            row.at,
            self._wish(target) if target else None,
        )

    def _note(self, note: Note) -> Any:
        amendment = self._session.amendments.get(note.anchor.amendment)
        place: object = self._place.get(self._marked.get(note.id, note.anchor.provision))
        if amendment is not None:
            place = self._wish(amendment)
        is_on_status = note.anchor.on_status and amendment is None and place is not None
        return words(note.text), self._code(note.delegation), place, is_on_status


def words(text: str) -> str:
    """In one line, as a note is printed."""
    return one_line(text)


def _typography(row: Provision) -> Any:
    """For each character whether it is italic or bold; that of a heading is its style's."""
    kinds = [MarkKind.ITALIC]
    if row.kind is not ProvisionKind.HEADING:
        kinds.append(MarkKind.BOLD)
    return {
        kind: {i for m in row.marks if m.kind is kind for i in range(m.start, m.end)}
        for kind in kinds
    }
