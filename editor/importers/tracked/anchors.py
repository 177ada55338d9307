"""What each comment of a tracked document is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from editor.importers.tracked.base_match import BaseMatch
from editor.importers.tracked.stream import Atom, Block
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Words:
    """Base words: code points `[start, end)` of a provision, a point for none."""

    provision: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """Proposals, by id, whose words a comment covers, and the base words that it covers."""

    proposals: tuple[str, ...]
    words: tuple[Words, ...]


def anchors(
    blocks: Iterable[Block],
    match: BaseMatch,
    entered: Iterable[tuple[str, Sequence[Atom]]],
) -> Mapping[str, Anchor]:
    """The anchors by the key of the comment; none for one that is about nothing of ours.
    `entered` are proposals with the atoms they were read from."""
    proposals: dict[str, dict[str, None]] = defaultdict(dict)
    for key, atoms in entered:
        for atom in atoms:
            for comment in atom.comments:
                proposals[comment][key] = None
    words: dict[str, list[Words]] = defaultdict(list)
    for block in blocks:
        for comment, each in _commented_words(block, match):
            words[comment].append(each)
    return {
        key: Anchor(tuple(proposals.get(key, ())), tuple(_united(words.get(key, ()))))
        for key in (*proposals, *words)
    }


def _commented_words(block: Block, match: BaseMatch) -> Iterator[tuple[str, Words]]:
    """The words of each atom that stays, by comment."""
    rows = iter(block.rows)
    row = next(rows)
    at = 0
    for atom in block.atoms:
        if not atom.is_original:
            continue
        if atom.is_mark:
            row, at = next(rows, row), 0
            continue
        end = at + len(atom.text)
        ground = match.grounds[row.number] if row.number >= 0 and atom.comments else None
        place = ground.place(Edit(at, end, "")) if ground else None
        if ground and place and not atom.is_changed:
            for comment in atom.comments:
                yield comment, Words(ground.provision.id, place.start, place.end)
        at = end


def _united(words: Iterable[Words]) -> Iterator[Words]:
    """With the stretches of one provision as one."""
    begun: Words | None = None
    for each in words:
        if begun is not None and begun.provision == each.provision:
            begun = Words(begun.provision, begun.start, each.end)
            continue
        if begun is not None:
            yield begun
        begun = each
    if begun is not None:
        yield begun
