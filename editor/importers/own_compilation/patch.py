"""From a compilation of our own to rows of the session: one patch."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from editor.importers.own_compilation.annex import Named
from editor.importers.own_compilation.proposals import Proposals, Stated
from editor.importers.own_compilation.reader import OwnCompilation, PaperProvision
from editor.importers.set_aside import put_comments
from editor.importers.source import SourceNote, SourceParagraph
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.delegation import CHAIR_ID, Delegation, DelegationKind
from editor.negotiation.identity import fresh
from editor.negotiation.notation.annotation import STANCE_ON_WORDS, Annotation, Voice
from editor.negotiation.notation.annotation_text import annotation_text
from editor.negotiation.notation.signs import only_signs, without_signs
from editor.negotiation.notation.spoken import Spoken, read_spoken
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import BasePosition, Mark, MarkKind, Provision, ProvisionKind
from editor.negotiation.session import ImportedFile, ImportReport, Session
from editor.negotiation.unread import Unread


def own_compilation_patch(
    session: Session,
    paper: OwnCompilation,
    file: ImportedFile,
    left_out: Iterable[SourceParagraph] = (),
) -> Patch:
    """Everything that `paper` says as one patch. No layer is on afterwards. What somebody has
    changed so that it does not fit is left unread on its provision; so are the paragraphs
    `left_out`, of which it is known that not all words are read."""
    return _Build(session, paper, file).patch(left_out)


@dataclass
class _Build:
    session: Session
    paper: OwnCompilation
    file: ImportedFile
    _draft: Draft = field(init=False)
    _ids: dict[str, str] = field(init=False, default_factory=dict)
    """Of delegations, by printed name."""

    def __post_init__(self) -> None:
        self._draft = Draft(self.session)
        self._put_delegations()
        provisions = fresh("p", self.session.provisions)
        self._keys = [next(provisions) for _ in self.paper.provisions]
        self._notes = {each.key: each for each in self.paper.source.notes}
        self._note_ids = fresh("n", self.session.notes)
        self._note_ids_of: dict[str, list[str]] = defaultdict(list)
        self._unread_ids = fresh("u", self.session.unread)
        self._left = 0

    def patch(self, left_out: Iterable[SourceParagraph]) -> Patch:
        proposals = Proposals(self.paper, self._keys, self._ids, self.file, self._said_to)
        amendments, misfits = proposals.amendments(
            fresh("a", [*self.session.amendments, *self.session.rulings])
        )
        first = 1 + max((each.ordinal for each in self.session.provisions.values()), default=-1)
        sections = _sections(self.paper.provisions)
        for index, provision in enumerate(self.paper.provisions):
            row = self._provision(index, provision, amendments)
            section = sections[index]
            under = "" if section is None else self._keys[section]
            self._draft.put(
                "provisions", row.id, replace(row, ordinal=first + index, section=under)
            )
            for said in provision.unread:
                self._leave(index, said, "annotation_not_understood")
        for each in amendments:
            self._draft.put("amendments", each.amendment.id, self._with_notes(each))
        for misfit in misfits:
            said = f"{misfit.text} {annotation_text(misfit.annotation)}".strip()
            self._leave(misfit.index, said, "not_in_base")
        for key in self.paper.annex.notes:
            self._put_notes(key, NoteAnchor())
        for paragraph in left_out:
            self._leave_paragraph(paragraph)
        places = [
            (each.line, key) for each, key in zip(self.paper.provisions, self._keys, strict=True)
        ]
        put_comments(self._draft, self.paper.source, self.file, places)
        self._put_report(len(amendments))
        return self._draft.patch()

    def _put_delegations(self) -> None:
        """Those listed; then those written in by hand, who may be listed by another name."""
        there = tuple(self.session.delegations.values())
        new = self._take_delegations(self.paper.annex.delegations, there)
        self._take_delegations(self.paper.annex.joined, (*there, *new))

    def _take_delegations(
        self, named: Iterable[Named], rows: Sequence[Delegation]
    ) -> list[Delegation]:
        """Find each among the rows; returns those that had to be made."""
        ids = fresh("d", self._draft.keys("delegations"))
        colour = count(1 + max((r.colour for r in rows if r.colour is not None), default=-1))
        new: list[Delegation] = []
        for each in named:
            known = next((r for r in rows if each.code == r.code or each.name == r.name), None)
            if known is None and each.kind is DelegationKind.CHAIR:
                known = self.session.delegations[CHAIR_ID]
            if known is None:
                name, code = each.name, each.code
                known = Delegation(next(ids), code, name, each.kind, (name,), colour=next(colour))
                self._draft.put("delegations", known.id, known)
                new.append(known)
            self._ids[each.name] = known.id
        return new

    def _provision(
        self, index: int, provision: PaperProvision, amendments: Sequence[Stated]
    ) -> Provision:
        key, printed = self._keys[index], provision.printed
        proposal = next(
            (
                each.amendment
                for each in amendments
                if each.amendment.provision == key
                and each.amendment.kind is AmendmentKind.NEW_PROVISION
            ),
            None,
        )
        marks = list(printed.marks)
        for at, note in printed.notes:
            for id in self._put_notes(note, NoteAnchor(key)):
                marks.append(Mark(MarkKind.NOTE, at, at, id))
        for note in self.paper.signs.keys(provision.notes):
            self._put_notes(note, NoteAnchor(key))
        for note in self.paper.signs.keys(provision.status_notes):
            self._put_notes(note, NoteAnchor(key, on_status=True))
        return Provision(
            key,
            0,
            printed.text,
            provision.label,
            provision.kind,
            provision.level,
            status=provision.status,
            pending_on=tuple(self._ids[each] for each in provision.pending_on),
            marks=tuple(marks),
            positions=tuple(self._base_positions(index, provision)),
            proposed_by=proposal.sponsors[0] if proposal and proposal.sponsors else None,
            amendment=proposal.id if proposal else None,
        )

    def _base_positions(self, index: int, provision: PaperProvision) -> Iterator[BasePosition]:
        for at, said in provision.printed.annotations:
            if said.verb not in STANCE_ON_WORDS or said.old is None:
                continue
            start = at - len(said.old.text)
            if start < 0 or provision.printed.text[start:at] != said.old.text:
                self._leave(index, annotation_text(said), "not_in_base")
                continue
            for voice in said.sponsors:
                yield BasePosition(
                    self._ids[voice.name],
                    start,
                    at,
                    STANCE_ON_WORDS[said.verb],
                    self._said_to(voice),
                )

    def _leave(self, index: int, said: str, reason: str) -> None:
        """Leave a bracket unread, and what is said in its notes on its provision."""
        provision = self._keys[index]
        for note in self.paper.signs.keys(only_signs(said)):
            self._put_notes(note, NoteAnchor(provision))
        line = self.paper.provisions[index].line
        self._put_unread(without_signs(said), reason, provision, line)

    def _leave_paragraph(self, paragraph: SourceParagraph) -> None:
        """Leave a paragraph unread, on the last provision that begins before it."""
        lines = [each.line for each in self.paper.provisions]
        begun = bisect_right(lines, paragraph.line)
        provision = self._keys[begun - 1] if begun else ""
        self._put_unread(paragraph.text, "words_left_out", provision, paragraph.line)

    def _put_unread(self, said: str, reason: str, provision: str, line: int) -> None:
        key = next(self._unread_ids)
        row = Unread(key, said, reason, provision, line, self.file.id)
        self._draft.put("unread", key, row)
        self._left += 1

    def _with_notes(self, stated: Stated) -> Amendment:
        """The amendment with the notes of its annotation, which become rows."""
        amendment = stated.amendment
        anchor = NoteAnchor(amendment.provision, amendment.id)
        found: list[str] = []
        for key in self.paper.signs.keys(_signs(stated.annotation)):
            found.extend(self._put_notes(key, anchor))
        return replace(amendment, notes=tuple(found))

    def _said_to(self, voice: Voice) -> str:
        """What a delegation says to its position, in the notes on its name."""
        for key in self.paper.signs.keys(voice.notes):
            for spoken in self._spoken(key):
                if spoken.on_position:
                    return spoken.text
        return ""

    def _put_notes(self, key: str, anchor: NoteAnchor) -> list[str]:
        """The parts of a note as rows of their own; what is said to a position is none."""
        if key in self._note_ids_of:
            return self._note_ids_of[key]
        source = ""
        for spoken in self._spoken(key):
            if spoken.on_position:
                continue
            id = next(self._note_ids)
            source = source or id
            delegation = self._ids.get(spoken.name)
            label = self._notes[key].label.partition("~")[0]
            self._draft.put("notes", id, Note(id, spoken.text, label, source, delegation, anchor))
            self._note_ids_of[key].append(id)
        return self._note_ids_of[key]

    def _spoken(self, key: str) -> Iterator[Spoken]:
        note: SourceNote | None = self._notes.get(key)
        for paragraph in note.paragraphs if note else ():
            yield read_spoken(paragraph.text, self._ids)

    def _put_report(self, annotations: int) -> None:
        self._draft.put("files", self.file.id, self.file)
        key = next(fresh("r", self.session.reports))
        # The data before the text are its title, which is taken over.
        warnings = tuple(each for each in self.paper.source.warnings if each[0] != "front_matter")
        total = annotations + self._left
        report = ImportReport(key, self.file.id, total, annotations, 0, warnings)
        self._draft.put("reports", key, report)
        heading = self.session.headings["heading"]
        if not heading.title and self.paper.source.title:
            self._draft.put("headings", heading.id, replace(heading, title=self.paper.source.title))


def _signs(annotation: Annotation) -> str:
    return "".join(each.notes for each in annotation.voices) + annotation.notes


def _sections(provisions: Sequence[PaperProvision]) -> list[int | None]:
    """For each provision the index of the heading above it."""
    found: list[int | None] = []
    above: list[int] = []
    for index, provision in enumerate(provisions):
        if provision.kind is ProvisionKind.HEADING:
            while above and provisions[above[-1]].level >= provision.level:
                above.pop()
        found.append(above[-1] if above else None)
        if provision.kind is ProvisionKind.HEADING:
            above.append(index)
    return found
