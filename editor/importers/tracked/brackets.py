"""The brackets of a redline of ours: `[first / second / base]`, the marks put in by the Chair,
the rival words by their delegations, the base words last (composition.md, rule 7)."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from editor.importers.tracked.stream import NOBODY, Atom, Names
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.run import EMPTY_OPTION

_OPENS, _CLOSES, _PARTS = "[", "]", " / "
_MARKS: Final = re.compile(r"(\[| / |\])")
_DEEPEST = 20
_CHAIR: Final[Names] = frozenset({CHAIR_ID})


@dataclass(frozen=True, slots=True)
class Side:
    """One alternative. `authors` signed its words, or the dash that stands for none."""

    items: tuple["Atom | Bracket", ...]

    @property
    def is_empty(self) -> bool:
        atoms = [each for each in self.items if isinstance(each, Atom)]
        return len(atoms) == len(self.items) and _text(atoms) == EMPTY_OPTION

    @property
    def is_original(self) -> bool:
        """Whether it is words of the original text, with whatever is changed in them."""
        atoms = [each for each in self.items if isinstance(each, Atom)]
        return len(atoms) == len(self.items) and any(each.is_original for each in atoms)

    @property
    def is_new(self) -> bool:
        return bool(self.items) and all(
            bool(each.added) if isinstance(each, Atom) else each.is_in_words for each in self.items
        )

    @property
    def is_without_chair(self) -> bool:
        """Whether the Chair alone put in none of its words."""
        return not any(isinstance(each, Atom) and each.added == _CHAIR for each in self.items)

    @property
    def authors(self) -> Names:
        found = NOBODY
        for each in self.items:
            found |= each.added if isinstance(each, Atom) else each.base.authors
        return found


@dataclass(frozen=True, slots=True)
class Bracket:
    """The rival sides and that of the words they are about; `comments` are those on it."""

    rivals: tuple[Side, ...]
    base: Side
    comments: tuple[str, ...]

    @property
    def is_in_words(self) -> bool:
        """Whether it stands in words that somebody puts in."""
        return self.base.is_new and not self.base.is_empty


@dataclass(slots=True)
class _Open:
    """A bracket that is not closed yet; `marks` are the Chair's."""

    marks: list[Atom]
    sides: list[list[Atom | Bracket]] = field(default_factory=lambda: [[]])

    def as_words(self) -> Iterator[Atom | Bracket]:
        for mark, side in zip(self.marks, self.sides, strict=False):
            yield mark
            yield from side
        yield from self.marks[len(self.sides) :]


def with_brackets(atoms: Iterable[Atom], told: Container[str]) -> list[Atom | Bracket]:
    """The atoms of a block, each bracket as one. What only looks like one stays words; so does
    one with words of the Chair on every rival side, if no comment in `told` (by their keys) tells
    of it."""
    done: list[Atom | Bracket] = []
    begun: list[_Open] = []
    for atom in _at_marks(atoms):
        mark = atom.text if _is_by_chair(atom) else ""
        if mark == _OPENS and len(begun) < _DEEPEST:
            begun.append(_Open([atom]))
        elif mark == _PARTS and begun:
            begun[-1].marks.append(atom)
            begun[-1].sides.append([])
        elif mark == _CLOSES and begun:
            closed = begun.pop()
            closed.marks.append(atom)
            found = _bracket(closed, told)
            here = begun[-1].sides[-1] if begun else done
            here.extend(closed.as_words() if found is None else (found,))
        else:
            if atom.is_mark and atom.is_original:
                _give_up(begun, done)
            (begun[-1].sides[-1] if begun else done).append(atom)
    _give_up(begun, done)
    return done


def _give_up(begun: list[_Open], done: list[Atom | Bracket]) -> None:
    """Brackets that are never closed are words."""
    for each in begun:
        done.extend(each.as_words())
    begun.clear()


def _bracket(closed: _Open, told: Container[str]) -> Bracket | None:
    *rivals, base = (Side(tuple(each)) for each in closed.sides)
    fits = base.is_original or base.is_new
    if not rivals or not base.items or not fits or not all(each.is_new for each in rivals):
        return None
    comments = closed.marks[0].comments
    is_told = any(each in told for each in comments)
    if not is_told and not any(each.is_without_chair for each in rivals):
        return None
    return Bracket(tuple(rivals), base, comments)


def _at_marks(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """The atoms, the Chair's parted at marks of brackets."""
    for atom in atoms:
        if _is_by_chair(atom):
            yield from (replace(atom, text=part) for part in _MARKS.split(atom.text) if part)
        else:
            yield atom


def _is_by_chair(atom: Atom) -> bool:
    """Whether it is words that the Chair put in, even if somebody took them out again."""
    return atom.added == _CHAIR and not atom.is_mark and not atom.note


def _text(atoms: Sequence[Atom]) -> str:
    return "".join(each.text for each in atoms)
