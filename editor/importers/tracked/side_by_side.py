"""Changes of several delegations with no kept word between them.

Whoever wrote there saw the text with the changes of the others. Read without these, words may run
together that nobody wrote together. Then they depend on what stands beside them: words beside
what another put in amend that; words beside what another only took out replace it, which are two
wishes for the same words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from editor.importers.tracked.stream import NOBODY, Atom, Names
from editor.text.tokens import is_boundary

_END_OF_PHRASE = ".,;:!?"
_MOST = 200
"""Changes in one place; where there are more, no person has written them one after the other."""


def side_by_side(words: Iterable[Atom]) -> Iterator[Atom]:
    """The words of a paragraph; those that depend on a change beside them say so, by `inside` or
    by the `replaced_by` of what they replace."""
    series = [
        (is_changed, list(atoms))
        for is_changed, atoms in groupby(words, key=lambda each: each.is_changed or not each.text)
    ]
    for number, (is_changed, atoms) in enumerate(series):
        if not is_changed or not 1 < len(atoms) <= _MOST:
            yield from atoms
            continue
        before = _text(series[number - 1][1]) if number else ""
        after = _text(series[number + 1][1]) if number + 1 < len(series) else ""
        yield from _Clump(before, _with_common_space(before, atoms, after), after).settled()


def _with_common_space(before: str, atoms: list[Atom], after: str) -> list[Atom]:
    """A space that one takes out and another puts in is kept, where the words around would run
    together without it."""
    if len(atoms) != 2 or atoms[0].is_original == atoms[1].is_original:
        return atoms
    if not _run_together(before, after) or not all(each.text.endswith(" ") for each in atoms):
        return atoms
    return [*(replace(each, text=each.text[:-1]) for each in atoms), Atom(" ", atoms[0].line)]


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands on one side of words: changes, the nearest first, and the kept words behind."""

    atoms: Sequence[Atom]
    edge: str
    is_left: bool

    def owner(self, who: Names, text: str) -> Names:
        """Whose insertion it is that the words `text` of `who` need, to make words with it or
        not to make words without it."""
        if makes_word := self._amended(who, text):
            return makes_word
        passed, _ = self._seen_by(who)
        return passed if self.lacks_space(who, text) else NOBODY

    def _amended(self, who: Names, text: str) -> Names:
        """Whose words make one with `text`: of two the longer one is amended."""
        final = next((each for each in self.atoms if each.text and not each.removed), None)
        if final is None or not _is_of_others(final, who) or not self._runs_on(text, final.text):
            return NOBODY
        owner = final.inside or final.added
        is_shorter = (len(final.text), self.is_left) < (len(text), True)
        return NOBODY if is_shorter or not _reaches(self.atoms, final, owner) else owner

    def struck_by(self, who: Names, text: str) -> Names:
        """Who took out the words that these run on from."""
        _, seen = self._seen_by(who)
        return seen.removed if self.lacks_space(who, text) else NOBODY

    def lacks_space(self, who: Names, text: str) -> bool:
        """Whether words of `who` here run together with what stands beside them for `who`."""
        _, seen = self._seen_by(who)
        return self._runs_on(text, seen.text)

    def _seen_by(self, who: Names) -> tuple[Names, Atom]:
        """The next words that stand here for `who`, and who put in what lies before them."""
        passed = NOBODY
        for each in self.atoms:
            stands = not each.removed & who if each.is_original else each.added & who
            if each.text and stands and not each.inside:
                return passed, each
            if _is_of_others(each, who):
                passed = passed or each.inside or each.added
        return passed, Atom(self.edge, 0)

    def _runs_on(self, text: str, beside: str) -> bool:
        return _run_together(beside, text) if self.is_left else _run_together(text, beside)


@dataclass(slots=True)
class _Clump:
    """Changes in one place, between the words that are kept before and after."""

    before: str
    atoms: list[Atom]
    after: str

    def settled(self) -> list[Atom]:
        start = 0
        while start < len(self.atoms):
            end, size = self._end_of_insertion(start), len(self.atoms)
            if end > start:
                self._settle(start, end)
            start = max(end, start + 1) + len(self.atoms) - size
        return self.atoms

    def _end_of_insertion(self, start: int) -> int:
        """The end of what the same delegations put in from `start` on, within nobody's words."""
        names = self.atoms[start].added
        following = takewhile(
            lambda each: names and each.added == names and not each.inside, self.atoms[start:]
        )
        return start + len(list(following))

    def _settle(self, start: int, end: int) -> None:
        who, text = self.atoms[start].added, _text(self.atoms[start:end])
        left, right = self._left_of(start), self._right_of(end)
        owner = _around(left.atoms, right.atoms, who)
        if not owner and not any(each.is_original and each.removed & who for each in self.atoms):
            owner = left.owner(who, text) or right.owner(who, text)
        struck_by = left.struck_by(who, text) | right.struck_by(who, text)
        if owner:
            self._put_inside(owner, start, end)
        elif struck_by:
            self._replace(start, end, struck_by)

    def _put_inside(self, owner: Names, start: int, end: int) -> None:
        """With all that stands in these words already, if they were all that it stood in."""
        who = self.atoms[start].added
        own = [replace(each, inside=owner) for each in self.atoms[start:end]]
        self.atoms[start:end] = own
        if not any(each.added & who and not each.inside for each in self.atoms):
            self.atoms = [
                replace(each, inside=owner) if each.inside & who else each for each in self.atoms
            ]

    def _replace(self, start: int, end: int, struck_by: Names) -> None:
        """Let the words `[start, end)` replace what `struck_by` took out around them, but not
        the spaces that part them from the words beyond."""
        who, text = self.atoms[start].added, _text(self.atoms[start:end])
        before = list(self._struck(reversed(range(start)), who, struck_by))
        after = list(self._struck(range(end, len(self.atoms)), who, struck_by))
        for index in (*before, *after):
            self.atoms[index] = replace(self.atoms[index], replaced_by=who)
        if after and self._right_of(after[-1] + 1).lacks_space(who, text):
            last = self.atoms[after[-1]]
            self.atoms[after[-1] : after[-1] + 1] = _apart(last, len(last.text.rstrip()))
        if before and self._left_of(before[-1]).lacks_space(who, text):
            first = self.atoms[before[-1]]
            spaces = len(first.text) - len(first.text.lstrip())
            self.atoms[before[-1] : before[-1] + 1] = _apart(first, spaces)

    def _left_of(self, index: int) -> _Side:
        return _Side(self.atoms[:index][::-1], self.before, is_left=True)

    def _right_of(self, index: int) -> _Side:
        return _Side(self.atoms[index:], self.after, is_left=False)

    def _struck(self, indices: Iterable[int], who: Names, struck_by: Names) -> Iterator[int]:
        """Where the words that these took out go on, over what `who` put in or took out."""
        for index in indices:
            atom = self.atoms[index]
            if atom.is_original and atom.removed & struck_by:
                yield index
            elif not who & (atom.removed if atom.is_original else atom.added):
                return


def _apart(atom: Atom, at: int) -> list[Atom]:
    """Words and the spaces before or after them: nothing stands in the place of the spaces."""
    halves = (replace(atom, text=each) for each in (atom.text[:at], atom.text[at:]) if each)
    return [each if each.text.strip() else replace(each, replaced_by=NOBODY) for each in halves]


def _around(left: Sequence[Atom], right: Sequence[Atom], who: Names) -> Names:
    """Whose change stands on both sides, and puts something in."""
    for each in (*left, *right):
        owner = each.added
        if not _is_of_others(each, who) or each.inside:
            continue
        sides = [list(_up_to_kept(side, owner)) for side in (left, right)]
        is_around = all(any(owner & (e.added | e.removed) for e in side) for side in sides)
        if is_around and any(_reaches(side, each, owner) for side in (left, right)):
            return owner
    return NOBODY


def _reaches(atoms: Iterable[Atom], final: Atom, owner: Names) -> bool:
    """Whether nothing that `owner` leaves parts `final` from words before the atoms."""
    return any(each is final for each in _up_to_kept(atoms, owner))


def _up_to_kept(atoms: Iterable[Atom], who: Names) -> Iterator[Atom]:
    """Atoms up to original words that `who` leaves."""
    return takewhile(lambda each: not each.text or each.added or each.removed & who, atoms)


def _is_of_others(atom: Atom, who: Names) -> bool:
    return bool(atom.text and atom.added) and not who & (atom.added | atom.inside)


def _text(atoms: Iterable[Atom]) -> str:
    return "".join(each.text for each in atoms)


def _run_together(one: str, other: str) -> bool:
    """Whether two texts, written one after the other, make one word or lack a space."""
    if not one or not other or one[-1].isspace() or other[0].isspace():
        return False
    ends_phrase = one[-1] in _END_OF_PHRASE and other[0].isalpha()
    return ends_phrase or not is_boundary(one + other, len(one))
