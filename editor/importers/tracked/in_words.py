"""Changes to the words of one provision as proposals, each on token boundaries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from editor.importers.tracked.findings import Hunk, inner_edits, leads
from editor.importers.tracked.stream import NOBODY, Atom, Names
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.provision import Provision
from editor.text.edit import Edit, apply_edits
from editor.text.normal_form import normal_edit, normal_form
from editor.text.reshaping import split_edits

_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Amended:
    """A proposal without id, its atoms, and what others change in its words."""

    amendment: Amendment
    atoms: tuple[Atom, ...]
    inner: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Break:
    at: int
    edits: tuple[Edit, ...]
    atoms: tuple[Atom, ...]


def amended(
    provision: Provision, hunks: Sequence[Hunk], delegation: str
) -> Iterator[Amended | tuple[Atom, ...]]:
    """The proposals that `hunks` (edits in code points of the provision's text) come to; also
    the atoms of others' changes within these that have no place in their words."""
    text = provision.text
    breaks: list[_Break] = []
    words: list[Hunk] = []
    for hunk in hunks:
        found = _break(text, hunk)
        if found is None:
            words.append(hunk)
        else:
            breaks.append(found)
    words = list(_without_crossing(text, words, breaks))
    for each in breaks:
        edits = split_edits(text, each.at, each.edits)
        kind = AmendmentKind.SPLIT
        yield Amended(Amendment("", provision.id, kind, edits, at=each.at), each.atoms)
    yield from _in_words(provision, words, delegation)


def _break(text: str, hunk: Hunk) -> _Break | None:
    """The hunk as a split, if it is one new mark with no words put in right before it: these
    would belong behind the break."""
    before, mark, after = hunk.edit.text.partition(_BREAK)
    if not mark or _BREAK in after:
        return None
    at = hunk.edit.start
    for atom in hunk.atoms:
        if atom.is_mark:
            break
        at += len(atom.text) if atom.is_original else 0
    start, end = hunk.edit.start, hunk.edit.end
    if not 0 < at < len(text) or at > end:
        return None
    edits = split_edits(text, at, (Edit(start, at, before), Edit(at, end, after)))
    ahead = [each for each in edits if each.start < at]
    if apply_edits(text[:at], ahead) != text[:start] + before:
        return None
    return _Break(at, edits, hunk.atoms)


def _without_crossing(text: str, words: Sequence[Hunk], breaks: list[_Break]) -> Iterator[Hunk]:
    """The hunks but those whose normal form would lie across a break: these go with it."""
    for hunk in words:
        normal = normal_edit(text, hunk.edit)
        crossed = [i for i, b in enumerate(breaks) if normal.start < b.at <= hunk.edit.start]
        if not crossed or normal.is_nothing:
            yield hunk
            continue
        own = breaks[crossed[-1]]
        breaks[crossed[-1]] = _Break(own.at, (*own.edits, hunk.edit), own.atoms + hunk.atoms)


def _in_words(
    provision: Provision, hunks: Sequence[Hunk], delegation: str
) -> Iterator[Amended | tuple[Atom, ...]]:
    text = provision.text
    raw = [each.edit for each in hunks]
    normal = _normal(text, hunks)
    parts: list[list[int]] = [[] for _ in normal]
    for number, edit in enumerate(raw):
        owner = _owner(normal, edit, hunks[number])
        if owner is not None:
            parts[owner].append(number)
    for (edit, _), numbers in zip(normal, parts, strict=True):
        atoms = tuple(atom for number in numbers for atom in hunks[number].atoms)
        inner: dict[str, tuple[Edit, ...]] = {}
        if leads(atoms, delegation):
            for other, changes in _inner(hunks, numbers, delegation).items():
                own = _placed(text, raw, [each for each, _ in normal], edit, changes)
                if own:
                    inner[other] = own
                elif own is None:
                    yield atoms
        yield Amended(Amendment("", provision.id, edits=(edit,)), atoms, inner)


_Signed = tuple[Edit, Names]


def _normal(text: str, hunks: Sequence[Hunk]) -> list[_Signed]:
    """The hunks in normal form, those of the same names as one set. Where they would meet in
    that form and say something else, they are one set, and everybody's."""
    by_names: dict[Names, list[Edit]] = {}
    for hunk in hunks:
        by_names.setdefault(_names(hunk), []).append(hunk.edit)
    signed = [(edit, names) for names, own in by_names.items() for edit in normal_form(text, own)]
    signed.sort(key=lambda each: (each[0].start, each[0].end))
    raw = [each.edit for each in hunks]
    if len(by_names) > 1 and not _says(text, [edit for edit, _ in signed], raw):
        return [(edit, NOBODY) for edit in normal_form(text, raw)]
    return signed


def _says(text: str, edits: Sequence[Edit], raw: Sequence[Edit]) -> bool:
    """Equal edits are one proposal: apart they would be lost."""
    apart = all(one.end <= other.start and one != other for one, other in pairwise(edits))
    return apart and apply_edits(text, edits) == apply_edits(text, raw)


def _names(hunk: Hunk) -> Names:
    """Who is behind a hunk."""
    said = (each.added or each.removed for each in hunk.atoms if each.text and not each.inside)
    return next(said, NOBODY)


def _owner(normal: Sequence[_Signed], edit: Edit, hunk: Hunk) -> int | None:
    """The number of the edit in normal form that has taken up an edit."""
    names = _names(hunk)
    return max(
        (
            index
            for index, (each, behind) in enumerate(normal)
            if each.start <= edit.end and behind in (names, NOBODY)
        ),
        default=None,
    )


def _inner(
    hunks: Sequence[Hunk], numbers: Sequence[int], delegation: str
) -> dict[str, list[tuple[int, Edit]]]:
    """What others change in the words of these hunks, each with the number of its hunk."""
    found: dict[str, list[tuple[int, Edit]]] = {}
    for number in numbers:
        for other, edits in inner_edits(hunks[number].atoms, delegation).items():
            found.setdefault(other, []).extend((number, each) for each in edits)
    return found


def _placed(
    text: str,
    raw: Sequence[Edit],
    normal: Sequence[Edit],
    edit: Edit,
    changes: Sequence[tuple[int, Edit]],
) -> tuple[Edit, ...] | None:
    """Changes to the words of raw edits in code points of the words of `edit`, one of the same
    edits in normal form; None if they reach words that the normal form leaves to the base."""
    changed = apply_edits(text, raw)
    moved = [
        Edit(each.start + start, each.end + start, each.text)
        for number, each in changes
        for start in (_start_after(raw, raw[number]),)
    ]
    own = _start_after(normal, edit)
    within = [_slid_right(changed, each, own) for each in moved]
    for candidate in (normal_form(changed, moved), moved, within):
        if edit.text and all(own <= e.start and e.end <= own + len(edit.text) for e in candidate):
            return tuple(Edit(e.start - own, e.end - own, e.text) for e in candidate)
    return None


def _slid_right(text: str, edit: Edit, start: int) -> Edit:
    """The equal of an insertion before `start` that stands there, if it has one."""
    passed = text[edit.start : start]
    whole = edit.text + passed
    if not edit.is_insertion or not whole.startswith(passed):
        return edit
    return Edit(edit.start + len(passed), edit.end + len(passed), whole[len(passed) :])


def _start_after(edits: Sequence[Edit], edit: Edit) -> int:
    """Where the words of an edit begin in the text after all of them."""
    earlier = (each for each in edits if (each.start, each.end) < (edit.start, edit.end))
    return edit.start + sum(len(each.text) - (each.end - each.start) for each in earlier)
