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
from editor.importers.tracked.cosponsors import commented, with_cosponsors
from editor.importers.tracked.interpretation import interpret
from editor.importers.tracked.margin import Margin
from editor.importers.tracked.moves import with_moves
from editor.importers.tracked.nesting import with_owners
from editor.importers.tracked.projection import sheets
from editor.importers.tracked.stream import Atom, Block, Row, read_blocks
from editor.importers.tracked.untaken import untaken
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


def compare_with_base(session: Session, source: SourceDocument) -> BaseMatch:
    """Where the original text of a document is not the base of the session."""
    return match_base(session, _rows(read_blocks(in_single_lines(source), str)))


def tracked_patch(
    session: Session,
    source: SourceDocument,
    voices: Voices,
    file: ImportedFile,
    names: NameBook,
) -> Patch:
    """The patch that brings all tracked changes of `source` into the layers of those who made
    them. `voices` must have a delegation for every author of a change.

    With one of these layers on and nothing else, composing gives the original text with the
    changes of that delegation. Where the original text is not our base, what stands in words
    that both have is taken over, the rest listed as unread, and so are changes to what is no
    provision; what the reader remarked is reported. A later submission follows rule 11.
    """
    source = in_single_lines(source)
    draft = Draft(session)
    margin = Margin(draft, source, voices, names)
    whose = voices.changes.__getitem__
    blocks = read_blocks(source, whose)
    blocks = with_cosponsors(blocks, margin.cosponsors(commented(blocks)))
    blocks = tuple(with_owners(each) for each in blocks)
    rows = _rows(blocks)
    text = TrackedText(blocks, rows, match_base(session, rows))
    found = {each: _found(session, text, each) for each in _delegations(blocks)}
    entered = _Entering(draft, file).enter(found)
    left = [each for own in found.values() for each in own if isinstance(each, Left)]
    remarks = margin.take(anchors(text.blocks, text.match, entered))
    _keep(draft, [*left, *untaken(source), *remarks], file)
    put_warnings(draft, source, file)
    draft.put("files", file.id, file)
    return draft.patch()


def _rows(blocks: Iterable[Block]) -> tuple[Row, ...]:
    found = (row for block in blocks for row in block.rows if row.number >= 0)
    return tuple(sorted(found, key=lambda row: row.number))


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
    return with_moves(session, found)


Entered = list[tuple[str, tuple[Atom, ...]]]
"""Ids of proposals as stored, with the atoms they were read from."""


class _Entering:
    """Enters the proposals of all delegations of one file."""

    def __init__(self, draft: Draft, file: ImportedFile) -> None:
        self._draft = draft
        self._intake = Intake(draft.session, file)

    def enter(self, found: Mapping[str, Sequence[Wish | Left]]) -> Entered:
        wishes = {
            delegation: list(self._voiced(delegation, own)) for delegation, own in found.items()
        }
        inner = self._inner(wishes)
        entered: Entered = []
        for delegation in sorted({*wishes, *inner}):
            own = [*wishes.get(delegation, ()), *inner.get(delegation, ())]
            keys = _submitted(self._draft, delegation, [each.amendment for each in own])
            entered.extend((keys[each.amendment.id], each.atoms) for each in own
                           if each.amendment.id in keys)  # fmt: skip
        return entered

    def _voiced(self, delegation: str, own: Iterable[Wish | Left]) -> Iterator[Wish]:
        group = self._intake.group()
        wishes = [each for each in own if isinstance(each, Wish)]
        said = (
            replace(each.amendment, group=group, origin=Origin(line=each.line)) for each in wishes
        )
        for wish, voiced in zip(wishes, self._intake.voiced(delegation, said), strict=True):
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
            keys.update(_submitted(trial, delegation, proposals))
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
                number = len(wishes.get(other, ())) + len(found.get(other, ())) + 1
                (voiced,) = self._intake.voiced(other, [said], number)
                atoms = tuple(each for each in wish.atoms if _is_by(each, other))
                found.setdefault(other, []).append(Wish(voiced, atoms))
        return found


def _is_by(atom: Atom, delegation: str) -> bool:
    return delegation in (atom.added if atom.inside else atom.removed)


def _submitted(draft: Draft, delegation: str, proposals: Iterable[Amendment]) -> dict[str, str]:
    """The id under which each proposal was stored; those that change nothing are left out."""
    telling = [each for each in proposals if _changes_something(draft, each)]
    stored = submit(draft, delegation, telling)
    return {each.id: key for each, key in zip(telling, stored, strict=True)}


def _changes_something(draft: Draft, proposal: Amendment) -> bool:
    normal = normalised(draft, proposal)
    return normal.kind is not AmendmentKind.EDIT or bool(normal.edits)


def _keep(draft: Draft, left: Iterable[Left], file: ImportedFile) -> None:
    ids = fresh("u", draft.session.unread)
    for each in left:
        key = next(ids)
        row = Unread(key, each.raw, each.reason, each.provision, each.line, file.id)
        draft.put("unread", key, row)
