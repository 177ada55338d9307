"""What a delegation's tracked changes say happened to the original paragraphs."""

from dataclasses import dataclass

from editor.importers.tracked.stream import Atom, Names, Row
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Hunk:
    """Changes with nothing kept between them: one edit, in code points of the original
    paragraph. A line break in its text is an added paragraph mark."""

    edit: Edit
    atoms: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """The paragraph stays and is amended."""

    row: Row
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """The mark between two paragraphs is gone, and `text` has taken its place; `opening` is what
    changes at the beginning of the second."""

    first: Row
    second: Row
    text: str
    atoms: tuple[Atom, ...]
    opening: Hunk | None


@dataclass(frozen=True, slots=True)
class Combined:
    """Several paragraphs became one, `text`, and nothing is left of some of them."""

    rows: tuple[Row, ...]
    text: str
    atoms: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Inserted:
    """A new paragraph after the original one with this number, -1 for the start."""

    after: int
    text: str
    line: int
    atoms: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    row: Row
    atoms: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """All words of a paragraph made place for others."""

    row: Row
    text: str
    atoms: tuple[Atom, ...]


Finding = Changed | Joined | Combined | Inserted | Deleted | Replaced


def inner_edits(atoms: tuple[Atom, ...], owner: str) -> dict[str, tuple[Edit, ...]]:
    """What each other delegation changes in the words that `owner` puts in with `atoms`, in
    code points of these words."""
    others = {d for each in atoms for d in _others(each, owner)}
    found = {each: tuple(_edits_by(atoms, owner, each)) for each in sorted(others)}
    return {delegation: edits for delegation, edits in found.items() if edits}


def leads(atoms: tuple[Atom, ...], delegation: str) -> bool:
    """Whether changes to the words of co-sponsors are entered with this one's."""
    said: Names = next((each.added for each in atoms if each.added and not each.inside), Names())
    return bool(said) and delegation == min(said)


def is_by(atom: Atom, other: str) -> bool:
    """Whether this is what `other` does to the inserted words of somebody else."""
    return other in (atom.added if atom.inside else atom.removed)


def _others(atom: Atom, owner: str) -> Names:
    if owner in atom.inside:
        return atom.added
    return atom.removed if owner in atom.added else Names()


def _edits_by(atoms: tuple[Atom, ...], owner: str, other: str) -> list[Edit]:
    edits: list[Edit] = []
    at = 0
    for atom in atoms:
        if atom.is_original:
            continue
        if owner in atom.inside:
            if other in atom.added and not atom.removed:
                _take(edits, Edit(at, at, atom.text))
        elif owner in atom.added:
            if other in atom.removed:
                _take(edits, Edit(at, at + len(atom.text), ""))
            at += len(atom.text)
    return edits


def _take(edits: list[Edit], edit: Edit) -> None:
    if edits and edits[-1].end == edit.start:
        last = edits.pop()
        edit = Edit(last.start, edit.end, last.text + edit.text)
    edits.append(edit)
