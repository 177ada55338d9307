"""A table of proposals as proposals, positions and reasons of its delegations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from editor.errors import KnownError
from editor.importers.delegations import Delegations
from editor.importers.label_styles import behind_label, typed_label_end
from editor.importers.labels import bare_label, leading_label
from editor.importers.names import NameBook
from editor.importers.tables.columns import Column, Columns, columns_of
from editor.importers.tables.filled_rows import FilledRow, Wording, filled_rows
from editor.importers.tables.headings import Role
from editor.importers.tables.instructions import deletes_all, instructions
from editor.importers.tables.places import Place, Places
from editor.importers.tables.source_table import SourceTable
from editor.importers.wishes import Wishes, voiced
from editor.negotiation.amendment import Amendment, AmendmentKind, Origin
from editor.negotiation.commands.proposing import next_ordinal
from editor.negotiation.delegation import CHAIR_ID, Delegation
from editor.negotiation.identity import fresh
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import Draft, Patch, combined, patched
from editor.negotiation.provision import BasePosition, Provision, Stance
from editor.negotiation.session import ImportedFile, ImportReport, Session
from editor.negotiation.submission import submit
from editor.negotiation.unread import Unread
from editor.text.alignment import align
from editor.text.pairing import Replaced

_NO_WISH = re.compile(
    r"[-–—./]*|n\.?/?a\.?|none|nil|no (?:changes?|comments?|proposals?|amendments?)|ok",
    re.IGNORECASE,
)
_STANCES = (
    (re.compile(r"(?:retain|keep|maintain|support|agree|accept)(?:s|ed)?(?: as (?:it )?is"
                r"| (?:the )?(?:original|base|current|paragraph|text|provision)(?: text)?)?",
                re.IGNORECASE), Stance.SUPPORT),
    (re.compile(r"(?:oppose|object|reject|cannot accept)(?:s|ed)?(?: to)?(?: (?:the )?"
                r"(?:paragraph|text|provision))?", re.IGNORECASE), Stance.OPPOSE),
    (re.compile(r"(?:reserve|reservation)(?:s|d)?(?: (?:its|our|their) position)?",
                re.IGNORECASE), Stance.RESERVE),
)  # fmt: skip
_REWRITE_CONFIDENCE = 0.6
_LEAST_OF_BASE = 0.5
"""A wording shorter than this share of the base that has nothing of it may be just words."""


@dataclass(slots=True)
class _Said:
    """What one delegation says in the table."""

    wishes: list[Amendment] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    positions: list[tuple[str, BasePosition]] = field(default_factory=list)
    covered: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Count:
    understood: int = 0
    guessed: int = 0
    left: int = 0


def table_patch(
    session: Session,
    tables: Iterable[SourceTable],
    file: ImportedFile,
    names: NameBook,
    delegation: str = "",
) -> Patch:
    """The patch that brings in what the tables of a file propose, each in the layer of its
    delegation: that of its row or column, else `delegation` (an id).

    What cannot be placed or followed is left as it is, with a reason. Raises KnownError:
    `no_table_found`, or `no_delegation_in_table` where it is said nowhere whose a wish is.
    """
    draft = Draft(session)
    delegations = Delegations(draft, names)
    known = [called for each in session.delegations.values() for called in _as_called(each)]
    found = ((each, columns_of(each, names, known)) for each in tables)
    readable = [(table, columns) for table, columns in found if columns is not None]
    if not readable:
        raise KnownError("no_table_found", name=file.name)
    reading = _Reading(session, draft, delegations, file, delegation)
    for table, columns in readable:
        reading.read(columns, table.warnings)
    return reading.patch()


class _Reading:
    def __init__(
        self,
        session: Session,
        draft: Draft,
        delegations: Delegations,
        file: ImportedFile,
        delegation: str,
    ) -> None:
        self._session = session
        self._draft = draft
        self._delegations = delegations
        self._file = file
        self._default = delegation
        self._places = Places(session)
        self._groups = fresh("g", [each.group for each in session.amendments.values()])
        self._group = next(self._groups)
        self._note_ids = fresh("n", session.notes)
        self._unread_ids = fresh("u", session.unread)
        self._said: dict[str, _Said] = {}
        self._noted_of: dict[tuple[int, str, str], str] = {}
        self._half_named: set[int] = set()
        self._count = _Count()
        self._warnings: list[tuple[str, int, str]] = []

    def read(self, columns: Columns, warnings: Iterable[tuple[str, int, str]]) -> None:
        """Take what the rows say, and what the reader of the table remarked."""
        self._warnings.extend(warnings)
        self._noted_of.clear()
        self._half_named.clear()
        unclear: set[Column] = set()
        reached = ""
        for row in filled_rows(columns, self._delegations.are_known):
            unclear.update(each.column for each in row.unclear)
            place = self._place(row, reached)
            reached = place.provision if place is not None else reached
            if not row.says_something:
                continue
            if place is None:
                self._leave(row, row.shown, "row_without_place")
            elif self._has_other_base(row, place):
                self._leave(row, row.shown, "other_base", place.provision)
            else:
                self._take_row(row, place, columns)
        for column in columns.unknown:
            if column in unclear:
                self._warnings.append(("column_unknown", columns.line, column.heading))

    def patch(self) -> Patch:
        """All that was read, as one patch."""
        key = next(fresh("r", self._session.reports))
        count = self._count
        total = count.understood + count.guessed + count.left
        report = ImportReport(
            key, self._file.id, total, count.understood, count.guessed, tuple(self._warnings)
        )
        self._draft.put("reports", key, report)
        self._draft.put("files", self._file.id, self._file)
        patches = [self._draft.patch()]
        session = patched(self._session, patches[0])
        for delegation, said in self._said.items():
            patches.append(_entered(session, delegation, said, self._file))
            session = patched(session, patches[-1])
        return combined(self._session, patches)

    def _place(self, row: FilledRow, reached: str) -> Place | None:
        """Where a row speaks; one that names no place may be about a provision without label, its
        words say which. `reached` is where the row above speaks."""
        by_words = None if row.is_named else self._places.with_words(row.words, reached)
        likely = row.words if row.says_something else ""
        return by_words or self._places.find(row.place, likely)

    def _take_row(self, row: FilledRow, place: Place, columns: Columns) -> None:
        for each in row.own_reasons:
            for delegation in self._delegations.ids_of(each.column.party):
                said = self._said.setdefault(delegation, _Said())
                self._noted(said, delegation, place, row.line, each.words)
        for each in row.unclear:
            self._leave(row, row.shown_of_unclear(each), "column_unknown", place.provision)
        for wording in row.wordings:
            self._take(row, wording, place, self._ids(row, wording.column))
        if row.wordings or not row.reasons:
            return
        if columns.giving_reasons is None:
            self._leave(row, row.shown, "reason_of_nobody", place.provision)
        else:
            self._give_reasons(row, place, self._ids(row, columns.giving_reasons))

    def _has_other_base(self, row: FilledRow, place: Place) -> bool:
        provision = self._session.provisions[place.provision]
        return bool(row.words) and not place.label and not _same_words(row.words, provision)

    def _ids(self, row: FilledRow, column: Column) -> tuple[str, ...]:
        if column.role is Role.COMPROMISE:
            return (CHAIR_ID,)
        if column.party:
            return self._delegations.ids_of(column.party)
        if row.whose:
            return self._all_named(row)
        if not self._default:
            raise KnownError("no_delegation_in_table", name=self._file.name)
        return (self._default,)

    def _all_named(self, row: FilledRow) -> tuple[str, ...]:
        """A second cell may name co-sponsors, or just the person who wrote the row."""
        first, *others = row.whose
        found = [self._delegations.ids_of(first), *map(self._delegations.known_ids, others)]
        if not all(found) and row.line not in self._half_named:
            self._half_named.add(row.line)
            self._leave(row, row.shown, "name_unknown")
        return tuple(dict.fromkeys(key for ids in found for key in ids))

    def _take(self, row: FilledRow, wording: Wording, place: Place, whose: Sequence[str]) -> None:
        provision, words = self._session.provisions[place.provision], wording.words
        stance = next((s for form, s in _STANCES if form.fullmatch(words)), None)
        found: list[Amendment] = []
        if stance is None and not (words and _NO_WISH.fullmatch(words)):
            found = list(self._wishes(row, wording, place, provision))
        for delegation, notes in self._give_reasons(row, place, whose).items():
            said = self._said[delegation]
            said.wishes.extend(replace(each, notes=notes) for each in found)
            if stance is not None:
                position = BasePosition(delegation, 0, len(provision.text), stance)
                said.positions.append((provision.id, position))
        if stance is not None:
            self._count.understood += 1

    def _give_reasons(
        self, row: FilledRow, place: Place, whose: Sequence[str]
    ) -> dict[str, tuple[str, ...]]:
        """The notes of each delegation with the reasons of a row, made once for all of its
        wordings."""
        given = {}
        for delegation in whose:
            said = self._said.setdefault(delegation, _Said())
            said.covered.add(place.provision)
            own = [
                each.words
                for each in row.own_reasons
                if delegation in self._delegations.ids_of(each.column.party)
            ]
            reasons = (*row.reasons, *own)
            keys = [self._noted(said, delegation, place, row.line, each) for each in reasons]
            given[delegation] = tuple(dict.fromkeys(keys))
        return given

    def _noted(self, said: _Said, delegation: str, place: Place, line: int, reason: str) -> str:
        told = (line, delegation, reason)
        if told not in self._noted_of:
            key = self._noted_of[told] = next(self._note_ids)
            anchor = NoteAnchor(provision=place.provision)
            said.notes.append(Note(key, reason, delegation=delegation, anchor=anchor))
        return self._noted_of[told]

    def _wishes(
        self, row: FilledRow, said: Wording, place: Place, provision: Provision
    ) -> Iterator[Amendment]:
        wording = said.words
        origin = Origin(self._file.name, row.line, wording, place.confidence)
        plain = Amendment("", provision.id, group=self._group, origin=origin)
        text = provision.text
        is_withdrawn = not wording and (place.label or not _same_words(said.written, provision))
        if is_withdrawn or (place.label and said.column.repeats):
            self._leave(row, row.shown_of(said, wording), "wording_unclear", provision.id)
            return
        if place.label:
            self._settle(place.confidence)
            new = _without_label(wording, place.label)
            kind = AmendmentKind.NEW_PROVISION
            yield replace(plain, kind=kind, text=new, label=place.label, after=provision.id)
            return
        if not wording or deletes_all(wording):
            self._settle(place.confidence)
            yield replace(plain, kind=AmendmentKind.DELETE_PROVISION)
            return
        told = instructions(wording, text)
        if told is not None:
            for each in told:
                if each.edit is None:
                    shown = row.shown_of(said, each.raw)
                    self._leave(row, shown, each.fault or "", provision.id)
                else:
                    self._settle(place.confidence)
                    yield replace(plain, edits=(each.edit,))
            return
        yield from self._compared(row, said, provision, plain)

    def _compared(
        self, row: FilledRow, said: Wording, provision: Provision, plain: Amendment
    ) -> Iterator[Amendment]:
        """The wording as the whole provision, compared with the base. In a second column of
        wordings, words that have nothing of the base may be remarks on the first."""
        wording = said.words
        whole = wording if provision.shows_label else _without_label(wording, provision.label)
        start = typed_label_end(provision) if leading_label(wording) is None else 0
        paragraphs = [each.strip() for each in whole.split("\n") if each.strip()]
        pairings = align([provision.text[start:]], paragraphs)
        rewrite = any(isinstance(each, Replaced) for each in pairings)
        is_short = len(whole) < _LEAST_OF_BASE * len(provision.text)
        if rewrite and (is_short or said.column.repeats):
            self._leave(row, row.shown_of(said, wording), "wording_unclear", provision.id)
            return
        confidence = plain.origin.confidence if plain.origin else 1.0
        if rewrite:
            confidence = min(confidence, _REWRITE_CONFIDENCE)
        self._settle(confidence)
        origin = Origin(self._file.name, row.line, wording, confidence)
        wishes = Wishes((provision.id,), [row.line] * len(paragraphs), self._group)
        for pairing in pairings:
            for wish in wishes.of(pairing):
                yield replace(behind_label(wish, provision, start), origin=origin)

    def _settle(self, confidence: float) -> None:
        if confidence < 1:
            self._count.guessed += 1
        else:
            self._count.understood += 1

    def _leave(self, row: FilledRow, raw: str, reason: str, provision: str = "") -> None:
        self._count.left += 1
        key = next(self._unread_ids)
        left = Unread(key, raw, reason, provision, row.line, self._file.id)
        self._draft.put("unread", key, left)


def _entered(session: Session, delegation: str, said: _Said, file: ImportedFile) -> Patch:
    draft = Draft(session)
    first = next_ordinal(session, delegation)
    wishes = voiced(session, delegation, said.wishes, file, first)
    stored = submit(draft, delegation, wishes, said.covered)
    anchors = {
        note: NoteAnchor(amendment.provision, amendment.id)
        for key in stored
        if isinstance(amendment := draft.get("amendments", key), Amendment)
        for note in amendment.notes
    }
    for note in said.notes:
        draft.put("notes", note.id, replace(note, anchor=anchors.get(note.id, note.anchor)))
    for key, position in said.positions:
        row = draft.get("provisions", key)
        if isinstance(row, Provision) and position not in row.positions:
            draft.put("provisions", key, replace(row, positions=(*row.positions, position)))
    return draft.patch()


def _as_called(delegation: Delegation) -> tuple[str, ...]:
    return (delegation.code, delegation.name, *delegation.as_written)


def _same_words(words: str, provision: Provision) -> bool:
    ours = provision.text.split(), _without_label(provision.text, provision.label).split()
    theirs = _without_label(words, provision.label).split()
    return theirs in ours or words.split() == ours[0]


def _without_label(words: str, label: str) -> str:
    leading = leading_label(words)
    if leading is None or bare_label(leading.printed) != bare_label(label):
        return words.strip()
    return words[leading.words_start :].strip()
