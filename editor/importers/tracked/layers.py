"""A tracked document into layers: everybody's changes as proposals of their delegation."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editor.importers.intake import Intake
from editor.importers.names import NameBook
from editor.importers.set_aside import put_warnings
from editor.importers.single_lines import in_single_lines
from editor.importers.source import SourceDocument
from editor.importers.tracked.anchors import anchors
from editor.importers.tracked.base_match import BaseMatch, match_base
from editor.importers.tracked.conflicts import with_conflicts_apart
from editor.importers.tracked.cosponsors import commented, with_cosponsors
from editor.importers.tracked.findings import is_by
from editor.importers.tracked.heard import Heard
from editor.importers.tracked.interpretation import interpret
from editor.importers.tracked.margin import Margin
from editor.importers.tracked.moves import with_moves
from editor.importers.tracked.nesting import with_owners
from editor.importers.tracked.projection import sheets
from editor.importers.tracked.rival_insertions import declare_rival_insertions
from editor.importers.tracked.stream import Atom, Block, Row, read_blocks
from editor.importers.tracked.untaken import beside_words, untaken
from editor.importers.tracked.voices import Voices
from editor.importers.tracked.wishes import Left, Wish, WishReader
from editor.negotiation.amendment import Amendment, AmendmentKind, Origin
from editor.negotiation.entering import normalised
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.session import ImportedFile, Session
from editor.negotiation.submission import submit
from editor.negotiation.unread import Unread


@dataclass(frozen=True, slots=True)
class TrackedText:
    """The body of a tracked document, and how its original text compares with our base."""

    blocks: tuple[Block, ...]
    rows: tuple[Row, ...]
    """The original paragraphs with words, in order."""
    match: BaseMatch


@dataclass(frozen=True, slots=True)
class Layers:
    """The patch that brings in a file, and what was heard of the import with it."""

    patch: Patch
    heard: Heard


def compare_with_base(session: Session, source: SourceDocument) -> BaseMatch:
    """Where the original text of a document is not the base of the session."""
    return _text(session, source).match


def _text(session: Session, source: SourceDocument) -> TrackedText:
    """A document, whoever changed it."""
    blocks = read_blocks(in_single_lines(source), str)
    rows = _rows(blocks)
    return TrackedText(blocks, rows, match_base(session, rows))


def tracked_layers(
    session: Session,
    source: SourceDocument,
    voices: Voices,
    file: ImportedFile,
    names: NameBook,
    heard: Heard,
) -> Layers:
    """The patch that brings all tracked changes of `source` into the layers of those who made
    them. `voices` must have a delegation for every author of a change.

    With one of these layers on and nothing else, composing gives the original text with the
    changes of that delegation. Where the original text is not our base, what stands in words
    that both have is taken over, the rest listed as unread, and so are changes to what is no
    provision; what the reader remarked is reported. A later submission follows rule 11; what was
    `heard` in this import is part of the same submission.
    """
    source = in_single_lines(source)
    draft = Draft(session)
    margin = Margin(draft, source, voices, names)
    whose = voices.changes.__getitem__
    told = margin.conflicts()
    signed = with_conflicts_apart(read_blocks(source, whose), told)
    named = with_cosponsors(signed, margin.cosponsors(commented(signed)))
    blocks = tuple(map(with_owners, named))
    rows = _rows(blocks)
    text = TrackedText(blocks, rows, match_base(session, rows))
    said = {each: _found(session, text, each) for each in _delegations(blocks)}
    owner = voices.owner
    if owner is not None and owner in said:
        alone = replace(text, blocks=tuple(map(with_owners, signed)))
        said[owner] = _found(session, alone, owner)
    found = _owned(with_moves(session, said), owner)
    entering = _Entering(draft, file, heard)
    entered = entering.enter(found)
    left = [each for own in found.values() for each in own if isinstance(each, Left)]
    about = anchors(text.blocks, text.match, entered)
    declare_rival_insertions(draft, told.sides, about)
    remarks = margin.take(about)
    _keep(draft, [*left, *untaken(source, _places(text)), *remarks], file)
    warnings = (*source.warnings, *margin.warnings)
    put_warnings(draft, replace(source, warnings=warnings), file)
    draft.put("files", file.id, file)
    return Layers(draft.patch(), heard.with_changes_of(entering.speakers))


def _rows(blocks: Iterable[Block]) -> tuple[Row, ...]:
    found = {row.number: row for block in blocks for row in block.rows if row.number >= 0}
    return tuple(found[number] for number in sorted(found))


def _places(text: TrackedText) -> dict[int, str]:
    """The provisions that paragraphs are, by line."""
    grounds = ((row.line, text.match.grounds[row.number]) for row in text.rows)
    return {line: ground.provision.id for line, ground in grounds if ground}


def _delegations(blocks: Iterable[Block]) -> list[str]:
    changed = (atom for block in blocks for atom in block.atoms if atom.is_changed)
    return sorted({each for atom in changed for each in atom.added | atom.removed})


def _found(session: Session, text: TrackedText, delegation: str) -> list[Wish | Left]:
    """What one delegation wants, in the order of the document."""
    lines = [row.line for row in text.rows]
    reader = WishReader(text.match, session.base_order, delegation)
    found: list[Wish | Left] = []
    for block in text.blocks:
        if not any(delegation in atom.added | atom.removed for atom in block.atoms):
            continue
        for sheet in sheets(block, delegation):
            before = bisect_left(lines, sheet.rows[0].line) - 1
            for finding in interpret(sheet, before):
                found.extend(reader.read(finding))
    return found


def _owned(
    found: Mapping[str, list[Wish | Left]], owner: str | None
) -> Mapping[str, list[Wish | Left]]:
    """In a file of one delegation the others named in comments propose what it proposes, or
    nothing: nobody is given a part of its words that says something else."""
    if owner is None or owner not in found:
        return found
    own = {each.amendment for each in found[owner] if isinstance(each, Wish)}
    return {
        delegation: [
            each
            for each in all_of_it
            if delegation == owner or (isinstance(each, Wish) and each.amendment in own)
        ]
        for delegation, all_of_it in found.items()
    }


Entered = list[tuple[str, tuple[Atom, ...]]]
"""Ids of proposals as stored, with the atoms they were read from."""


class _Entering:
    """Enters the proposals of all delegations of one file."""

    def __init__(self, draft: Draft, file: ImportedFile, heard: Heard) -> None:
        self.speakers: frozenset[str] = frozenset()
        """Those whose proposals were entered."""
        self._draft = draft
        self._heard = heard
        self._intake = Intake(draft.session, file)

    def enter(self, found: Mapping[str, Sequence[Wish | Left]]) -> Entered:
        wishes = {
            delegation: list(self._voiced(delegation, own)) for delegation, own in found.items()
        }
        inner = self._inner(wishes)
        self.speakers = frozenset((*wishes, *inner))
        entered: Entered = []
        for delegation in sorted(self.speakers):
            own = [*wishes.get(delegation, ()), *inner.get(delegation, ())]
            keys = self._submitted(self._draft, delegation, [each.amendment for each in own])
            stored = (each for each in own if each.amendment.id in keys)
            entered.extend((keys[each.amendment.id], each.atoms) for each in stored)
        return entered

    def _voiced(self, delegation: str, own: Iterable[Wish | Left]) -> Iterator[Wish]:
        group = self._intake.group()
        wishes = [each for each in own if isinstance(each, Wish)]
        said = (
            replace(each.amendment, group=group, origin=Origin(line=each.line)) for each in wishes
        )
        first = self._first_place(delegation)
        for wish, voiced in zip(wishes, self._intake.voiced(delegation, said, first), strict=True):
            yield replace(wish, amendment=voiced)

    def _inner(self, wishes: Mapping[str, Sequence[Wish]]) -> dict[str, list[Wish]]:
        """The amendments to amendments. Delegations may write into each other's words in turn,
        so all that is amended must have its id before any of them is entered."""
        amended = [wish for own in wishes.values() for wish in own if wish.inner]
        if not amended:
            return {}
        trial = Draft(self._draft.session)
        keys: dict[str, str] = {}
        for delegation in sorted(wishes):
            proposals = [each.amendment for each in wishes[delegation]]
            keys.update(self._submitted(trial, delegation, proposals))
        found: dict[str, list[Wish]] = {}
        for wish in amended:
            target = keys.get(wish.amendment.id)
            row = trial.get("amendments", target) if target else None
            if not isinstance(row, Amendment):
                continue
            if target not in self._draft.session.amendments:
                self._draft.put("amendments", row.id, row)
            for other, edits in wish.inner.items():
                said = Amendment(
                    "",
                    row.provision,
                    edits=edits,
                    target=row.id,
                    origin=Origin(line=wish.line),
                )
                number = len(wishes.get(other, ())) + len(found.get(other, ()))
                place = self._first_place(other) + number
                (voiced,) = self._intake.voiced(other, [said], place)
                atoms = tuple(each for each in wish.atoms if is_by(each, other))
                found.setdefault(other, []).append(Wish(voiced, atoms))
        return found

    def _submitted(
        self, draft: Draft, delegation: str, proposals: Iterable[Amendment]
    ) -> dict[str, str]:
        """The id under which each proposal was stored; those that change nothing are left out."""
        telling = [each for each in proposals if _changes_something(draft, each)]
        before = self._heard.before_submission_of(delegation)
        stored = submit(draft, delegation, telling, before=before)
        return {each.id: key for each, key in zip(telling, stored, strict=True)}

    def _first_place(self, delegation: str) -> int:
        """Where its proposals start in its own order: after those of the papers before."""
        if self._heard.before_submission_of(delegation) is None:
            return 1
        rows = self._draft.session.amendments.values()
        places = (row.ordinal_of(delegation) for row in rows if delegation in row.sponsors)
        return max(places, default=0) + 1


def _changes_something(draft: Draft, proposal: Amendment) -> bool:
    normal = normalised(draft, proposal)
    return normal.kind is not AmendmentKind.EDIT or bool(normal.edits)


def beside_words_patch(session: Session, source: SourceDocument, file: ImportedFile) -> Patch:
    """The patch that puts into the tray what is tracked in a whole text beside its words."""
    draft = Draft(session)
    if source.new_looks or source.pictures:
        _keep(draft, beside_words(source, _places(_text(session, source))), file)
    return draft.patch()


def _keep(draft: Draft, left: Iterable[Left], file: ImportedFile) -> None:
    ids = fresh("u", draft.session.unread)
    for each in left:
        key = next(ids)
        row = Unread(key, each.raw, each.reason, each.provision, each.line, file.id)
        draft.put("unread", key, row)
