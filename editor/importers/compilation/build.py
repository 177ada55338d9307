"""From a reading to rows of the session: one patch, undone in one step."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.errors import KnownError
from editor.importers.compilation.annotations import Mention
from editor.importers.compilation.reading import (
    CompilationReading,
    ReadAmendment,
    ReadProvision,
)
from editor.importers.compilation.words_in_text import place_of_words
from editor.importers.delegations import Delegations
from editor.negotiation.amendment import (
    START,
    UNDERSTOOD,
    Amendment,
    AmendmentKind,
    Origin,
    Position,
    Sponsorship,
)
from editor.negotiation.entering import enter, inserted_text
from editor.negotiation.identity import fresh
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import BasePosition, Mark, MarkKind, Provision, Stance
from editor.negotiation.session import ImportedFile, ImportReport, Session
from editor.negotiation.unread import Unread
from editor.text.edit import Edit


def compilation_patch(session: Session, reading: CompilationReading, file: ImportedFile) -> Patch:
    """Everything of a compilation as one patch. No layer is on afterwards."""
    return _Build(session, reading, file).patch()


def provisions_by_line(patch: Patch, reading: CompilationReading) -> dict[int, str]:
    """The id of the first provision at each line of the paper, after `compilation_patch`."""
    rows = [c.after for c in patch.changes if isinstance(c.after, Provision)]
    found: dict[int, str] = {}
    for read, row in zip(reading.provisions, sorted(rows, key=_ordinal), strict=True):
        found.setdefault(read.line, row.id)
    return found


def _ordinal(provision: Provision) -> int:
    return provision.ordinal


class _Build:
    def __init__(self, session: Session, reading: CompilationReading, file: ImportedFile) -> None:
        self._reading = reading
        self._file = file
        self._draft = Draft(session)
        self._delegations = Delegations(self._draft, reading.names)
        self._amendment_ids = fresh("a", [*session.amendments, *session.rulings])
        self._provision_ids = _take(fresh("p", session.provisions), len(reading.provisions))
        self._note_ids = _take(fresh("n", session.notes), len(reading.notes))
        self._unread_ids = fresh("u", session.unread)
        self._report_id = next(fresh("r", session.reports))
        self._groups = _group_ids(session, reading)
        self._first_ordinal = 1 + max(
            (each.ordinal for each in session.provisions.values()), default=-1
        )
        self._stored: dict[int, str] = {}
        self._warnings = list(reading.warnings)
        self._understood = reading.understood
        self._guessed = reading.guessed

    def patch(self) -> Patch:
        for number, provision in enumerate(self._reading.provisions):
            self._put_provision(number, provision)
        for index in self._entering_order():
            self._enter(index, self._reading.amendments[index])
        self._put_alternatives()
        self._put_proposals_of_provisions()
        self._put_notes()
        self._put_unread()
        self._put_report()
        if not self._draft.session.title and self._reading.title:
            heading = self._draft.session.headings["heading"]
            self._draft.put("headings", heading.id, replace(heading, title=self._reading.title))
        self._draft.put("files", self._file.id, self._file)
        return self._draft.patch()

    def _put_provision(self, number: int, read: ReadProvision) -> None:
        key = self._provision_ids[number]
        section = "" if read.section is None else self._provision_ids[read.section]
        provision = Provision(
            key,
            self._first_ordinal + number,
            read.text,
            read.label,
            read.kind,
            read.level,
            section,
            read.status,
            tuple(self._ids(read.pending_on)),
            read.marks + self._note_marks(read),
            tuple(
                BasePosition(delegation, each.start, each.end, each.stance, each.reason)
                for each in read.positions
                for delegation in self._ids([each.mention])
            ),
        )
        self._draft.put("provisions", key, provision)

    def _note_marks(self, read: ReadProvision) -> tuple[Mark, ...]:
        ids = {
            note.key: key
            for note, key in zip(
                reversed(self._reading.notes), reversed(self._note_ids), strict=True
            )
        }
        return tuple(
            Mark(MarkKind.NOTE, offset, offset, ids[key])
            for offset, key in read.note_marks
            if key in ids
        )

    def _entering_order(self) -> list[int]:
        """Targets before what amends them."""
        amendments = self._reading.amendments

        def depth(index: int) -> int:
            target = amendments[index].target
            return 0 if target is None or target == index else 1 + depth(target)

        return sorted(range(len(amendments)), key=lambda index: (depth(index), index))

    def _enter(self, index: int, read: ReadAmendment) -> None:
        amendment = self._row(index, read)
        if read.target is not None:
            edits = self._edits_in_target(read)
            if read.target not in self._stored or edits is None:
                self._leave_unread(read, "target_not_found")
                return
            target = self._stored[read.target]
            amendment = replace(amendment, target=target, edits=edits)
        try:
            self._stored[index] = enter(self._draft, amendment)
        except KnownError as error:
            if error.code != "changes_nothing":
                raise
            self._leave_unread(read, error.code)

    def _row(self, index: int, read: ReadAmendment) -> Amendment:
        origin = Origin(self._file.name, read.line, read.raw, read.confidence)
        return Amendment(
            next(self._amendment_ids),
            self._provision_ids[read.provision],
            read.kind,
            read.edits,
            tuple(self._provision_ids[row] for row in read.provisions),
            read.text,
            self._reading.provisions[read.provision].label
            if read.kind is AmendmentKind.NEW_PROVISION
            else "",
            self._gap(read) if read.kind is AmendmentKind.NEW_PROVISION else None,
            read.at,
            group=self._groups.get(read.group, ""),
            ordinal=index + 1,
            sponsorships=tuple(
                Sponsorship(delegation, index + 1, origin, self._file.time)
                for delegation in dict.fromkeys(self._ids(read.sponsors))
            ),
            positions=tuple(self._positions(read)),
            origin=origin,
        )

    def _positions(self, read: ReadAmendment) -> Iterator[Position]:
        sponsors = set(self._ids(read.sponsors))
        told: set[str] = set()
        if read.rank is not None:
            for delegation in self._ids(read.sponsors):
                told.add(delegation)
                yield Position(delegation, Stance.SUPPORT, rank=read.rank, time=self._file.time)
        for stance in read.stances:
            for delegation in self._ids([stance.mention]):
                if delegation in told or delegation in sponsors:
                    continue
                told.add(delegation)
                yield Position(delegation, stance.stance, note=stance.reason, time=self._file.time)

    def _edits_in_target(self, read: ReadAmendment) -> tuple[Edit, ...] | None:
        """The edits in the words that the target puts in."""
        assert read.target is not None
        if not read.target_old and not read.target_new:
            return read.edits
        stored = self._draft.get("amendments", self._stored.get(read.target, ""))
        if not isinstance(stored, Amendment):
            return None
        place = place_of_words(inserted_text(stored), read.target_old)
        return None if place is None else (Edit(*place, read.target_new),)

    def _gap(self, read: ReadAmendment) -> str:
        """The gap of a new provision: after the base provision before it."""
        for row in range(read.provision - 1, -1, -1):
            if self._reading.provisions[row].amendment is None:
                return self._provision_ids[row]
        return START

    def _put_alternatives(self) -> None:
        for index, key in self._stored.items():
            others = [
                self._stored[each]
                for each in self._reading.amendments[index].alternatives
                if each in self._stored and self._stored[each] != key
            ]
            row = self._draft.get("amendments", key)
            if others and isinstance(row, Amendment):
                united = tuple(dict.fromkeys((*row.alternatives, *others)))
                self._draft.put("amendments", key, replace(row, alternatives=united))

    def _put_proposals_of_provisions(self) -> None:
        for number, read in enumerate(self._reading.provisions):
            key = self._provision_ids[number]
            row = self._draft.get("provisions", key)
            if read.amendment is None or read.proposed_by is None:
                continue
            if isinstance(row, Provision):
                proposer = next(iter(self._ids([read.proposed_by])), None)
                amendment = self._stored[read.amendment]
                self._draft.put(
                    "provisions", key, replace(row, proposed_by=proposer, amendment=amendment)
                )

    def _put_notes(self) -> None:
        sources: dict[str, str] = {}
        for read, key in zip(self._reading.notes, self._note_ids, strict=True):
            source = sources.setdefault(read.key, key)
            amendment = "" if read.amendment is None else self._stored.get(read.amendment, "")
            provision = "" if read.provision is None else self._provision_ids[read.provision]
            speakers = self._ids([read.mention]) if read.mention else []
            anchor = NoteAnchor(provision, amendment, read.on_status)
            note = Note(key, read.text, read.label, source, next(iter(speakers), None), anchor)
            self._draft.put("notes", key, note)
            row = self._draft.get("amendments", amendment)
            if isinstance(row, Amendment):
                self._draft.put("amendments", row.id, replace(row, notes=(*row.notes, key)))

    def _put_unread(self) -> None:
        for read in self._reading.unread:
            provision = "" if read.provision is None else self._provision_ids[read.provision]
            self._add_unread(read.raw, read.reason, provision, read.line)

    def _leave_unread(self, read: ReadAmendment, reason: str) -> None:
        """A proposal that cannot be entered goes to the tray, and no longer counts as read."""
        if read.confidence >= UNDERSTOOD:
            self._understood -= 1
        else:
            self._guessed -= 1
        self._add_unread(read.raw, reason, self._provision_ids[read.provision], read.line)

    def _add_unread(self, raw: str, reason: str, provision: str, line: int) -> None:
        key = next(self._unread_ids)
        self._draft.put("unread", key, Unread(key, raw, reason, provision, line, self._file.id))

    def _put_report(self) -> None:
        for written, name in self._delegations.guessed:
            self._warnings.append(("name_guessed", 0, f"{written}: {name}"))
        report = ImportReport(
            self._report_id,
            self._file.id,
            self._reading.annotations,
            self._understood,
            self._guessed,
            tuple(self._warnings),
        )
        self._draft.put("reports", report.id, report)

    def _ids(self, mentions: Sequence[Mention]) -> list[str]:
        return [each for m in mentions for each in self._delegations.ids_of(m.written)]


def _take(ids: Iterator[str], number: int) -> list[str]:
    return [next(ids) for _ in range(number)]


def _group_ids(session: Session, reading: CompilationReading) -> dict[str, str]:
    names = dict.fromkeys(each.group for each in reading.amendments if each.group)
    taken = [each.group for each in session.amendments.values()]
    return dict(zip(names, fresh("g", taken), strict=False))
