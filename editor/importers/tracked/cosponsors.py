"""Co-sponsors: a tracked change has one author; a comment on it names the others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from editor.importers.tracked.stream import NOBODY, Atom, Block, Names


@dataclass(frozen=True, slots=True)
class Cosponsored:
    """A comment that names all who propose what it is about: of the changes that it covers
    those of `authors`."""

    authors: Names
    names: Names


def commented(blocks: Iterable[Block]) -> Mapping[str, Names]:
    """Who made the changes that a comment covers, by its key: those of words, else that of the
    paragraph mark before them."""
    words: dict[str, Names] = defaultdict(frozenset)
    marks: dict[str, Names] = defaultdict(frozenset)
    for block in blocks:
        mark = NOBODY
        for atom in block.atoms:
            for key in atom.comments:
                words[key] |= atom.added | atom.removed
                marks[key] |= mark
            if atom.is_mark:
                mark = atom.added | atom.removed
    return {key: own or marks[key] for key, own in words.items() if own or marks[key]}


def with_cosponsors(
    blocks: Sequence[Block], comments: Mapping[str, Cosponsored]
) -> tuple[Block, ...]:
    """The blocks with all who are named behind a change. Of several comments the one on the
    fewest words counts."""
    if not comments:
        return tuple(blocks)
    sizes: Counter[str] = Counter()
    for block in blocks:
        for atom in block.atoms:
            for key in atom.comments:
                sizes[key] += len(atom.text)
    return tuple(_of_block(block, comments, sizes) for block in blocks)


def _of_block(block: Block, comments: Mapping[str, Cosponsored], sizes: Mapping[str, int]) -> Block:
    if not any(key in comments for atom in block.atoms for key in atom.comments):
        return block
    atoms = list(block.atoms)
    start = 0
    for end, atom in enumerate(atoms):
        if atom.is_mark:
            used = _on_the_mark_before(atoms, start, end, comments)
            for index in range(start, end):
                keys = [k for k in atoms[index].comments if k in comments and k not in used]
                for key in sorted(keys, key=lambda each: -sizes[each]):
                    atoms[index] = _named(atoms[index], comments[key])
            left = {key: said for key, said in comments.items() if key not in used}
            _name_replacements(atoms, start, end, left)
            _name_mark_in_front(atoms, start, end, comments)
            start = end + 1
    return replace(block, atoms=tuple(atoms))


def _on_the_mark_before(
    atoms: list[Atom], start: int, end: int, comments: Mapping[str, Cosponsored]
) -> frozenset[str]:
    """Comments that are about the paragraph mark before `start`: those on a whole paragraph
    that is not just deleted, or on no words at its beginning."""
    if not 0 < start < end or not atoms[start - 1].is_changed:
        return frozenset()
    mark = atoms[start - 1]
    words = [each for each in atoms[start:end] if each.text]
    on_all = frozenset.intersection(*(frozenset(w.comments) for w in words)) if words else ()
    points = atoms[start].comments if not atoms[start].text else ()
    used = {
        key
        for key in (*(on_all if mark.removed else ()), *points)
        if key in comments
        and comments[key].authors & (mark.added | mark.removed)
        and (key in points or not _takes_all(words, comments[key].authors))
    }
    for key in used:
        named = _named(atoms[start - 1], comments[key])
        atoms[start - 1] = replace(named, comments=(*named.comments, key))
    return frozenset(used)


def _takes_all(words: Sequence[Atom], authors: Names) -> bool:
    """Whether the paragraph is just deleted: what replaces words has no comment of its own."""
    return all(each.is_original and authors & each.removed for each in words)


def _name_replacements(
    atoms: list[Atom], start: int, end: int, comments: Mapping[str, Cosponsored]
) -> None:
    """Who takes words out together puts in together what replaces them: a replacement has its
    comment on the words that go."""
    together: Cosponsored | None = None
    for index in range(start, end):
        atom = atoms[index]
        said = next((comments[key] for key in atom.comments if key in comments), None)
        if atom.is_original:
            together = said if said and said.authors & atom.removed else None
        elif said is None and together is not None:
            atoms[index] = _named(atom, together)


def _name_mark_in_front(
    atoms: list[Atom], start: int, end: int, comments: Mapping[str, Cosponsored]
) -> None:
    """Who puts in a new paragraph together puts in its mark together. Where the paragraph after
    it goes, the mark of the new one is in front of it."""
    words = [each for each in atoms[start:end] if each.text]
    is_new = start > 0 and words and not any(e.is_original for e in (atoms[start - 1], *words))
    if not is_new or not atoms[end].is_original:
        return
    for key in frozenset.intersection(*(frozenset(each.comments) for each in words)):
        if key in comments:
            atoms[start - 1] = _named(atoms[start - 1], comments[key])


def _named(atom: Atom, said: Cosponsored) -> Atom:
    if own := said.authors & atom.removed:
        return replace(atom, removed=said.names | own)
    if own := said.authors & atom.added:
        return replace(atom, added=said.names | own)
    return atom
