"""A tracked document as a stream: words, and the paragraph marks between them.

Of each it is known who put it in and who took it out. What is put in by nobody is the original
text, what is taken out by nobody the final one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from editor.importers.source import Revision, SourceDocument, SourceParagraph, SourceRun

Names = frozenset[str]
"""Delegations, by id."""

NOBODY: Final[Names] = frozenset()
Whose = Callable[[str], str]
"""The delegation behind an author."""


@dataclass(frozen=True, slots=True)
class Atom:
    """Words of one run, or a paragraph mark (`text` is empty then).

    `inside` are those in whose insertion this one was put: it stands or falls with theirs.
    `replaced_by` are those who put words in its place, though others took it out.
    `note` is the key of the footnote whose reference this is.
    """

    text: str
    line: int
    added: Names = NOBODY
    removed: Names = NOBODY
    inside: Names = NOBODY
    replaced_by: Names = NOBODY
    move: str = ""
    comments: tuple[str, ...] = ()
    note: str = ""
    is_mark: bool = False

    @property
    def is_original(self) -> bool:
        return not self.added

    @property
    def is_changed(self) -> bool:
        return bool(self.added or self.removed)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the original text. `number` counts those with words, -1 without any."""

    number: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """The atoms up to a paragraph mark that stays, that mark included, and the original
    paragraphs that they hold, the blank ones too."""

    atoms: tuple[Atom, ...]
    rows: tuple[Row, ...]

    @property
    def is_changed(self) -> bool:
        return any(each.is_changed for each in self.atoms)


def read_blocks(document: SourceDocument, whose: Whose) -> tuple[Block, ...]:
    """The body of a document, block by block, in the order of its original paragraphs."""
    series = sorted(_series(document.paragraphs, whose), key=lambda atoms: atoms[0].line)
    found = [(atoms, list(_original_paragraphs(atoms))) for atoms in series]
    order = sorted(
        (line, number, place)
        for number, (_, rows) in enumerate(found)
        for place, (line, text) in enumerate(rows)
        if text.strip()
    )
    numbers = {(block, place): index for index, (_, block, place) in enumerate(order)}
    return tuple(
        Block(
            tuple(atoms),
            tuple(
                Row(numbers.get((block, place), -1), text, line)
                for place, (line, text) in enumerate(rows)
            ),
        )
        for block, (atoms, rows) in enumerate(found)
    )


def _series(paragraphs: Iterable[SourceParagraph], whose: Whose) -> Iterator[list[Atom]]:
    """Atoms of each flow up to a mark that stays. The last mark of a flow always does."""
    listed = list(paragraphs)
    last = {paragraph.flow: index for index, paragraph in enumerate(listed)}
    begun: dict[int, list[Atom]] = {}
    for index, paragraph in enumerate(listed):
        atoms = begun.setdefault(paragraph.flow, [])
        atoms.extend(_words(paragraph, whose))
        mark = _mark(paragraph, whose)
        if last[paragraph.flow] == index:
            atoms.append(Atom("", paragraph.line, is_mark=True))
        elif mark is not None:
            atoms.append(mark)
        if atoms and atoms[-1].is_mark and not atoms[-1].is_changed:
            yield begun.pop(paragraph.flow)


def _original_paragraphs(atoms: Iterable[Atom]) -> Iterator[tuple[int, str]]:
    """The line and the text of each."""
    text, line = "", 0
    for atom in atoms:
        line = line or atom.line
        if atom.is_original:
            text += atom.text
            if atom.is_mark:
                yield line, text
                text, line = "", 0


def _words(paragraph: SourceParagraph, whose: Whose) -> Iterator[Atom]:
    for run in paragraph.runs:
        state = _run_state(run, whose)
        added, removed = _within(state, _block_state(paragraph, whose))
        if not added or added != removed:
            yield Atom(
                run.text,
                paragraph.line,
                added,
                removed,
                move=run.move,
                comments=run.comments,
                note=run.note,
            )


def _mark(paragraph: SourceParagraph, whose: Whose) -> Atom | None:
    """None for a mark that the same delegation put in and took out again."""
    state = _state(paragraph.mark_revision, paragraph.mark_author, paragraph.mark_deleted_by, whose)
    added, removed = _within(state, _block_state(paragraph, whose))
    if added and added == removed:
        return None
    return Atom("", paragraph.line, added, removed, is_mark=True)


_State = tuple[Names, Names]


def _run_state(run: SourceRun, whose: Whose) -> _State:
    return _state(run.revision, run.author, run.deleted_by, whose)


def _block_state(paragraph: SourceParagraph, whose: Whose) -> _State:
    return _state(
        paragraph.block_revision, paragraph.block_author, paragraph.block_deleted_by, whose
    )


def _state(revision: Revision, author: str, deleted_by: str, whose: Whose) -> _State:
    """Who put it in, who took it out."""
    match revision:
        case Revision.INSERTED:
            return frozenset({whose(author)}), NOBODY
        case Revision.DELETED:
            return NOBODY, frozenset({whose(author)})
        case Revision.INSERTED_THEN_DELETED:
            return frozenset({whose(author)}), frozenset({whose(deleted_by)})
    return NOBODY, NOBODY


def _within(own: _State, block: _State) -> _State:
    """What stands in a new row of a table is new, what stands in a deleted one is deleted."""
    return own[0] or block[0], own[1] or block[1]
