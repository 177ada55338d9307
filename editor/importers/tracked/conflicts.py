"""What a redline of ours leaves open, as the proposals that are in conflict there.

A delegation may be behind several sides of one conflict. So each side is read by itself: the
original paragraph comes again with the words of that side only.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from editor.importers.tracked.brackets import Bracket, with_brackets
from editor.importers.tracked.sides import (
    atoms_of,
    disputed,
    in_words,
    signed_rivals,
    untouched,
    with_side,
)
from editor.importers.tracked.stream import NOBODY, Atom, Block, Names, Row


@dataclass(frozen=True, slots=True)
class Contest:
    """A contested proposal for words or a provision, as a comment tells it: to delete them, or
    to put `text` in their place."""

    names: Names
    text: str = ""


@dataclass(frozen=True, slots=True)
class ToldConflicts:
    """What comments of the Chair tell, by their keys: who is behind each side of a bracket,
    nobody behind the base words; and what is contested."""

    sides: Mapping[str, tuple[Names, ...]] = field(default_factory=dict)
    contests: Mapping[str, Contest] = field(default_factory=dict)


def with_conflicts_apart(blocks: Sequence[Block], told: ToldConflicts) -> tuple[Block, ...]:
    """The blocks without the Chair's brackets: base words as if nobody disputed them. After
    each come its paragraphs again, once for every side of a conflict."""
    return tuple(each for block in blocks for each in _apart(block, told))


def _apart(block: Block, told: ToldConflicts) -> Iterator[Block]:
    main: list[Atom] = []
    sites: list[tuple[int, int, Bracket]] = []
    found = with_brackets(block.atoms, told.sides) if block.is_changed else block.atoms
    for items in _split(found):
        for item in items:
            if isinstance(item, Atom):
                main.append(item)
            elif _is_new(items) or item.is_in_words:
                main.extend(in_words(item))
            else:
                start = len(main)
                main.extend(() if item.base.is_empty else atoms_of(item.base))
                sites.append((start, len(main), item))
    yield replace(block, atoms=tuple(main))
    paragraphs = list(_paragraphs(main, block.rows))
    for start, end, bracket in sites:
        here = next(each for each in paragraphs if each.start <= start < each.end)
        for side, names in signed_rivals(bracket, told.sides):
            words = list(with_side(disputed(main[start:end]), side, names))
            yield here.again(main, start, end, words)
    for paragraph in paragraphs:
        yield from _contested(paragraph, main, told)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Where an original paragraph lies in the atoms of its block."""

    row: Row
    start: int
    end: int

    def again(self, atoms: Sequence[Atom], start: int, end: int, words: Sequence[Atom]) -> Block:
        """It as it was, but for `words` in place of the atoms `[start, end)`."""
        before = (untouched(each) for each in atoms[self.start : start] if each.is_original)
        after = (untouched(each) for each in atoms[end : self.end] if each.is_original)
        return Block((*before, *words, *after), (self.row,))


def _paragraphs(atoms: Sequence[Atom], rows: Iterable[Row]) -> Iterator[_Paragraph]:
    begun = 0
    following = iter(rows)
    for index, atom in enumerate(atoms, start=1):
        if atom.is_mark and atom.is_original:
            yield _Paragraph(next(following), begun, index)
            begun = index


def _split(items: Iterable[Atom | Bracket]) -> Iterator[list[Atom | Bracket]]:
    """After each paragraph mark."""
    begun: list[Atom | Bracket] = []
    for item in items:
        begun.append(item)
        if isinstance(item, Atom) and item.is_mark:
            yield begun
            begun = []
    yield begun


def _is_new(paragraph: Iterable[Atom | Bracket]) -> bool:
    return not any(
        each.is_original and each.text if isinstance(each, Atom) else each.base.is_original
        for each in paragraph
    )


def _contested(
    paragraph: _Paragraph, atoms: Sequence[Atom], told: ToldConflicts
) -> Iterator[Block]:
    """The paragraph as contested proposals would have it; a comment covers what they take. A text
    told at a point is one for all words from there on."""
    covered: dict[str, list[int]] = {}
    for index in range(paragraph.start, paragraph.end):
        if atoms[index].is_original and not atoms[index].is_mark:
            for key in atoms[index].comments:
                if key in told.contests:
                    covered.setdefault(key, []).append(index)
    for key, indices in covered.items():
        contest = told.contests[key]
        start, end = indices[0], indices[-1] + 1
        if contest.text and not any(atoms[each].text for each in indices):
            end = paragraph.end - 1
        gone = [each for each in atoms[start:end] if each.is_original]
        words = [replace(each, removed=contest.names, move="") for each in gone]
        if contest.text:
            first = replace(gone[0], text=contest.text, added=contest.names, removed=NOBODY)
            words.append(replace(first, move="", note=""))
        yield paragraph.again(atoms, start, end, words)
