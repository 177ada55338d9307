"""From the marks of a paragraph to proposals with places in its text."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from editor.importers.compilation.reading import ReadAmendment, ReadBasePosition
from editor.importers.house_styles.ground import fitted
from editor.importers.house_styles.paragraph_marks import ParagraphMarks, Wanted
from editor.importers.house_styles.paragraphs import MarkedParagraph
from editor.negotiation.amendment import AmendmentKind
from editor.text.edit import Edit

_STATED = 1.0


@dataclass(frozen=True, slots=True)
class Entered:
    """The base text of a paragraph ("" if all of it is proposed), stances on its words, and its
    proposals; `provision` of each is for the caller to fill in. Indices of targets and
    alternatives count from the `first` number given."""

    text: str
    positions: tuple[ReadBasePosition, ...]
    amendments: tuple[ReadAmendment, ...]
    marks: int
    closed_at_end: int


def entered(marks: ParagraphMarks, paragraph: MarkedParagraph, first: int) -> Entered:
    """The proposals of `paragraph`, numbered from `first`."""
    text = marks.ground.text.strip()
    lead = len(marks.ground.text) - len(marks.ground.text.lstrip())
    wishes = _merged(marks.wishes)
    if not text:
        wishes = [wish for wish in wishes if not _deletes_nothing(wish)]
    number_of = {id(wish): first + number for number, wish in enumerate(wishes)}
    amendments = tuple(
        _amendment(wish, marks, paragraph.line, number_of, bool(text)) for wish in wishes
    )
    amendments = tuple(
        replace(each, alternatives=_rivals(wish, wishes, number_of))
        for each, wish in zip(amendments, wishes, strict=True)
    )
    positions = tuple(
        ReadBasePosition(
            each.mention, each.stance, each.span[0] - lead, min(each.span[1] - lead, len(text))
        )
        for each in marks.said
        if each.span[0] < each.span[1]
    )
    return Entered(text, positions if text else (), amendments, len(wishes), marks.closed_at_end)


def _deletes_nothing(wish: Wanted) -> bool:
    """Of a paragraph that has no words of its own."""
    return wish.within is None and wish.place is None


def _merged(wishes: list[Wanted]) -> list[Wanted]:
    """An insertion of those who delete the words right beside it stands instead of them."""
    gone: set[int] = set()
    for before, after in itertools.pairwise(wishes):
        if id(before) in gone or before.ground is not after.ground:
            continue
        pair = (before, after) if before.place is None else (after, before)
        struck, put_in = pair
        if struck.place is not None or put_in.place is None or struck.words or struck.rivals:
            continue
        if struck.sponsors != put_in.sponsors or put_in.rivals or struck.stances or put_in.stances:
            continue
        at = put_in.ground.place(put_in.place)
        first, last = sorted((at, struck.span[1] if at >= struck.span[1] else struck.span[0]))
        if not put_in.ground.text[first:last].strip():
            put_in.place, put_in.span = None, struck.span
            put_in.raw = f"{before.raw} {after.raw}"
            gone.add(id(struck))
    kept = [wish for wish in wishes if id(wish) not in gone]
    for wish in kept:
        if wish.within is not None:
            wish.within = next(n for n, each in enumerate(kept) if each is wishes[wish.within])
    return kept


def _rivals(wish: Wanted, wishes: list[Wanted], number_of: dict[int, int]) -> tuple[int, ...]:
    if wish.rivals is None:
        return ()
    return tuple(
        number_of[id(each)] for each in wishes if each is not wish and each.rivals == wish.rivals
    )


def _amendment(
    wish: Wanted,
    marks: ParagraphMarks,
    line: int,
    number_of: dict[int, int],
    has_base: bool,
) -> ReadAmendment:
    read = ReadAmendment(
        0,
        AmendmentKind.EDIT,
        tuple(dict.fromkeys(wish.sponsors)),
        line,
        wish.raw,
        _STATED,
        "stated",
        stances=wish.stances,
    )
    ground = wish.ground.text
    if wish.within is None and not has_base and wish.place is not None:
        return replace(read, kind=AmendmentKind.NEW_PROVISION, text=wish.words)
    if wish.within is None:
        lead = len(ground) - len(ground.lstrip())
        return replace(read, edits=(_edit(wish, ground.strip(), lead),))
    target = next(each for each in marks_of(marks, wish))
    old = ground.strip()
    lead = len(ground) - len(ground.lstrip())
    edit = _edit(wish, old, lead)
    new = " ".join(f"{old[: edit.start]}{edit.text}{old[edit.end :]}".split())
    return replace(read, target=number_of[id(target)], target_old=old, target_new=new)


def marks_of(marks: ParagraphMarks, wish: Wanted) -> Iterator[Wanted]:
    """The wish whose words `wish` amends."""
    return (each for each in marks.wishes if each.inner is wish.ground)


def _edit(wish: Wanted, text: str, lead: int) -> Edit:
    if wish.place is None:
        start, end = (min(max(each - lead, 0), len(text)) for each in wish.span)
        if wish.words:
            return Edit(start, end, wish.words)
        if text[end : end + 1] == " " and text[start - 1 : start] in ("", " "):
            end += 1
        elif start and text[start - 1] == " " and (end == len(text) or text[end] in ",.;:)]"):
            start -= 1
        return Edit(start, end, "")
    put_in = fitted(text, max(wish.ground.place(wish.place) - lead, 0), wish.words)
    return Edit(put_in.at, put_in.at, put_in.words)
