"""The sides of a bracket: what each changes in the words it is about, and who is behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeGuard

from editor.importers.tracked.brackets import Bracket, Side
from editor.importers.tracked.stream import NOBODY, Atom, Names
from editor.text.diff import word_edits
from editor.text.edit import Edit


def in_words(bracket: Bracket) -> Iterator[Atom]:
    """A bracket in new words: what others put in there, and take out."""
    owner = NOBODY if bracket.base.is_empty else bracket.base.authors
    for side in bracket.rivals:
        if not side.is_empty:
            for each in atoms_of(side):
                yield replace(each, inside=owner) if owner and not each.added & owner else each
    if not bracket.base.is_empty:
        names = NOBODY.union(*(each.authors for each in bracket.rivals)) - owner
        for each in atoms_of(bracket.base):
            yield replace(each, removed=each.removed | names)


def atoms_of(side: Side) -> Iterator[Atom]:
    """The words of a side, brackets within them too."""
    for each in side.items:
        yield from (each,) if isinstance(each, Atom) else in_words(each)


def untouched(atom: Atom) -> Atom:
    """An atom of the original text as it was."""
    return replace(atom, removed=NOBODY, move="", comments=())


def disputed(base: Sequence[Atom]) -> list[Atom]:
    """The original words that the sides of a bracket are about. What is taken out of them holds
    on all sides, unless all is or somebody writes there too: then it is a wish beside theirs."""
    words = [each for each in base if each.is_original]
    if len(words) == len(base) and not all(each.removed for each in words):
        return words
    return [untouched(each) for each in words]


def signed_rivals(
    bracket: Bracket, told: Mapping[str, tuple[Names, ...]]
) -> Iterator[tuple[Side, Names]]:
    """Each rival side, and who is behind it: who is told (by the key of a comment, for each
    side), or at least who signed the words. Whoever else wrote in the words of those told
    amends these; beside a dash, which is no words, they are behind a side of their own."""
    count = len(bracket.rivals) + 1
    named = (told[key] for key in bracket.comments if key in told)
    found = next((each for each in named if len(each) == count), (NOBODY,) * count)
    for side, names in zip(bracket.rivals, found, strict=False):
        others = Side(tuple(each for each in side.items if _is_by_others(each, names)))
        if not names & side.authors or not others.items:
            yield side, names | side.authors
            continue
        own = Side(tuple(each for each in side.items if each not in others.items))
        if own.is_empty:
            yield own, names
            yield others, others.authors
        else:
            yield Side(tuple(_in_words_of(names, each) for each in side.items)), names


def _is_by_others(item: Atom | Bracket, names: Names) -> TypeGuard[Atom]:
    return isinstance(item, Atom) and not item.inside and not item.added & names


def _in_words_of(names: Names, item: Atom | Bracket) -> Atom | Bracket:
    return replace(item, inside=names) if _is_by_others(item, names) else item


_SideEdit = tuple[Edit, tuple[Atom, ...], Names]


def with_side(base: Sequence[Atom], side: Side, names: Names) -> Iterator[Atom]:
    """The base words of a bracket as one side, behind which are `names`, would have them. What
    holds on all sides is not of this one."""
    left = "".join(each.text for each in base if not each.removed)
    edits = list(_edits(left, side, names, in_one=not any(each.removed for each in base)))
    cuts = sorted({at for edit, _, _ in edits for at in (edit.start, edit.end)})
    at = 0
    for atom in base:
        if atom.removed:
            yield untouched(atom)
            continue
        inner = [cut - at for cut in cuts if at < cut < at + len(atom.text)]
        for start, end in zip([0, *inner], [*inner, len(atom.text)], strict=True):
            while edits and edits[0][0].end <= at + start:
                yield from edits.pop(0)[1]
            gone = next((who for e, _, who in edits if e.start <= at + start < e.end), NOBODY)
            part = replace(atom, text=atom.text[start:end])
            yield replace(part, removed=gone) if gone else untouched(part)
        at += len(atom.text)
    for _, words, _ in edits:
        yield from words


def _edits(left: str, side: Side, names: Names, *, in_one: bool) -> Iterator[_SideEdit]:
    """What a side changes in the base words: one proposal, or those of several delegations.

    Words are of those who signed them. Who signed none is behind what is only taken out, or,
    where nothing is, behind all the words.
    """
    words = () if side.is_empty else tuple(atoms_of(side))
    if words and not any(each.inside or each.is_mark for each in words):
        hunks = list(_hunks(left, words))
        signed = NOBODY.union(*(who for _, _, who in hunks))
        silent = names - signed
        has_losses = not all(edit.text for edit, _, _ in hunks)
        if len(signed) > 1 or (signed and silent and has_losses) or not in_one:
            for edit, new, who in hunks:
                own = who if has_losses else who | silent
                own = own if edit.text else silent or names
                yield edit, tuple(replace(each, added=own) for each in new), own
            return
    text = "".join(each.text for each in words if not each.inside)
    all_new = tuple(each if each.inside else replace(each, added=names) for each in words)
    yield Edit(0, len(left), text), all_new, names


def _hunks(left: str, words: Sequence[Atom]) -> Iterator[_SideEdit]:
    """Where a side differs from the base words, and who signed what it has there."""
    authors = [atom for atom in words for _ in atom.text]
    shift = 0
    for edit in word_edits(left, "".join(each.text for each in words)):
        start = edit.start + shift
        shift += len(edit.text) - (edit.end - edit.start)
        signed = authors[start : start + len(edit.text)]
        who = NOBODY.union(*(each.added for each in signed))
        yield edit, tuple(replace(each, text=edit.text) for each in signed[:1]), who
