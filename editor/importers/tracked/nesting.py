"""What one delegation puts into the inserted words of another.

Word marks such words as insertions of their own: that they stand within another's is seen from
their place only.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from editor.importers.tracked.side_by_side import side_by_side
from editor.importers.tracked.stream import NOBODY, Atom, Block, Names


def with_owners(block: Block) -> Block:
    """The block, its nested insertions saying in whose words they are."""
    if not block.is_changed:
        return block
    paragraphs = map(_moved_whole, _paragraphs(block.atoms))
    atoms = [each for paragraph in paragraphs for each in _owned(paragraph)]
    return replace(block, atoms=tuple(atoms))


def _paragraphs(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    begun: list[Atom] = []
    for atom in atoms:
        begun.append(atom)
        if atom.is_mark:
            yield begun
            begun = []


def _owned(paragraph: list[Atom]) -> Iterator[Atom]:
    is_new = all(each.added for each in paragraph)
    if is_new and any(each.text.strip() for each in paragraph):
        yield from _new_paragraph(paragraph)
        return
    yield from side_by_side(_in_regions(paragraph[:-1]))
    yield _without_common_loss(paragraph)


def _in_regions(words: Iterable[Atom]) -> Iterator[Atom]:
    for is_added, atoms in groupby(words, key=lambda each: bool(each.added)):
        yield from (_region if is_added else iter)(list(atoms))


def _moved_whole(paragraph: list[Atom]) -> list[Atom]:
    """A paragraph from which nothing stays and whose rest is moved away, as moved with all its
    words: those that others took out before are not in the move that Word tells of."""
    *words, mark = paragraph
    said = [each for each in words if each.is_original and each.text]
    movers = NOBODY.union(*(each.removed for each in said if each.move))
    movers &= mark.removed or movers
    if not movers or not all(each.removed for each in said):
        return paragraph
    whole = [
        replace(each, removed=each.removed | movers) if each.is_original else each for each in words
    ]
    return [*whole, mark]


def _without_common_loss(paragraph: list[Atom]) -> Atom:
    """The mark of a paragraph. Where several took out all its words between them, the mark went
    with these: it joins nothing for the one who happened to take it."""
    *words, mark = paragraph
    taken = [each.removed for each in words if each.is_original and each.text]
    by_one = mark.removed.intersection(*taken)
    if mark.removed and taken and all(taken) and not by_one:
        return replace(mark, removed=NOBODY)
    return mark


def _new_paragraph(paragraph: list[Atom]) -> Iterator[Atom]:
    """All of a new paragraph belongs to whoever ended it, if any of its words are theirs; else
    to whoever began it, and its mark too."""
    *words, mark = paragraph
    said = [each.added for each in words if each.text.strip()]
    owner = next((each for each in said if each & mark.added), said[0])
    for atom in words:
        yield atom if atom.added & owner else replace(atom, inside=owner)
    yield replace(mark, added=owner)


def _region(atoms: list[Atom]) -> Iterator[Atom]:
    """Inserted words in one place. What stands between two of one delegation's is inside."""
    start = 0
    while start < len(atoms):
        owner: Names = atoms[start].added or NOBODY
        last = max(i for i in range(start, len(atoms)) if atoms[i].added & owner)
        for atom in atoms[start : last + 1]:
            yield atom if atom.added & owner else replace(atom, inside=owner)
        start = last + 1
