"""From a compilation of our own to rows of the session: one patch."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from editor.errors import KnownError
from editor.importers.own_compilation.proposals import Proposals, Stated
from editor.importers.own_compilation.reader import OwnCompilation, PaperProvision
from editor.importers.set_aside import put_comments
from editor.importers.source import SourceNote
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.delegation import CHAIR_ID, Delegation, DelegationKind
from editor.negotiation.identity import fresh
from editor.negotiation.notation.annotation import STANCE_ON_WORDS, Annotation, Voice
from editor.negotiation.notation.spoken import Spoken, read_spoken
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import BasePosition, Mark, MarkKind, Provision, ProvisionKind
from editor.negotiation.session import ImportedFile, ImportReport, Session


def own_compilation_patch(session: Session, paper: OwnCompilation, file: ImportedFile) -> Patch:
    """Everything that `paper` says as one patch. No layer is on afterwards. Raises KnownError
    `does_not_fit` if what an annotation quotes is not there."""
    return _Build(session, paper, file).patch()


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

    def patch(self) -> Patch:
        proposals = Proposals(self.paper, self._keys, self._ids, self.file, self._said_to)
        amendments = proposals.amendments(
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
        for each in amendments:
            self._draft.put("amendments", each.amendment.id, self._with_notes(each))
        for key in self.paper.annex.notes:
            self._put_notes(key, NoteAnchor())
        places = [
            (each.line, key) for each, key in zip(self.paper.provisions, self._keys, strict=True)
        ]
        put_comments(self._draft, self.paper.source, self.file, places)
        self._put_report(len(amendments))
        return self._draft.patch()

    def _put_delegations(self) -> None:
        ids = fresh("d", self.session.delegations)
        rows = list(self.session.delegations.values())
        colours = (each.colour for each in rows if each.colour is not None)
        colour = 1 + max(colours, default=-1)
        for named in self.paper.annex.delegations:
            known = next((r for r in rows if named.code == r.code or named.name == r.name), None)
            if known is None and named.kind is DelegationKind.CHAIR:
                known = self.session.delegations[CHAIR_ID]
            if known is None:
                known = Delegation(
                    next(ids), named.code, named.name, named.kind, (named.name,), colour=colour
                )
                colour += 1
                self._draft.put("delegations", known.id, known)
            self._ids[named.name] = known.id

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
            positions=tuple(self._base_positions(provision)),
            proposed_by=proposal.sponsors[0] if proposal and proposal.sponsors else None,
            amendment=proposal.id if proposal else None,
        )

    def _base_positions(self, provision: PaperProvision) -> Iterator[BasePosition]:
        for at, said in provision.printed.annotations:
            if said.verb in STANCE_ON_WORDS and said.old is not None:
                start = _start_of(provision.printed.text, said.old.text, at)
                for voice in said.sponsors:
                    yield BasePosition(
                        self._ids[voice.name],
                        start,
                        at,
                        STANCE_ON_WORDS[said.verb],
                        self._said_to(voice),
                    )

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
        report = ImportReport(key, self.file.id, annotations, annotations, 0, warnings)
        self._draft.put("reports", key, report)
        heading = self.session.headings["heading"]
        if not heading.title and self.paper.source.title:
            self._draft.put("headings", heading.id, replace(heading, title=self.paper.source.title))


def _start_of(text: str, words: str, end: int) -> int:
    """Where the words that end at `end` begin. Raises KnownError `does_not_fit` if they are
    others."""
    start = end - len(words)
    if start < 0 or text[start:end] != words:
        raise KnownError("does_not_fit", said=words)
    return start


def _signs(annotation: Annotation) -> str:
    voices = (*annotation.sponsors, *(v for _, voices in annotation.stances for v in voices))
    return "".join(each.notes for each in voices) + annotation.notes


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
