"""What becomes of the words between the signs of marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.importers.critic_markup.attribution import Attribution
from editor.importers.critic_markup.marks import ARROW, SIGN_LENGTH, Mark, MarkKind
from editor.importers.critic_markup.placeholders import Fate, Held
from editor.importers.source import Revision


def fates(marks: Sequence[Mark], attribution: Attribution) -> Iterator[Held]:
    """The signs of `marks`, each with the fate of the words from there on."""
    open_ones: dict[Mark, MarkKind] = {}
    for start, end, mark, kind in sorted(_signs(marks), key=lambda sign: sign[0]):
        if kind is None:
            del open_ones[mark]
        else:
            open_ones[mark] = kind
        yield Held(start, end, fate=_fate(open_ones, attribution))


def _signs(marks: Sequence[Mark]) -> Iterator[tuple[int, int, Mark, MarkKind | None]]:
    """`[start, end)` of each, its mark, and what the words behind it are; None at the end."""
    for mark in marks:
        is_substitution = mark.kind is MarkKind.SUBSTITUTION
        first = MarkKind.DELETION if is_substitution else mark.kind
        yield mark.start, mark.start + SIGN_LENGTH, mark, first
        if is_substitution:
            yield mark.arrow, mark.arrow + len(ARROW), mark, MarkKind.INSERTION
        yield mark.end - SIGN_LENGTH, mark.end, mark, None


def _fate(open_ones: dict[Mark, MarkKind], attribution: Attribution) -> Fate:
    """Words in an insertion and a deletion were put in and taken out again."""
    author = {kind: attribution.authors.get(mark.start, "") for mark, kind in open_ones.items()}
    comments = tuple(key for mark in open_ones for key in attribution.on_marks.get(mark.start, ()))
    fate = Fate(comments=comments)
    inserted, deleted = (author.get(each) for each in (MarkKind.INSERTION, MarkKind.DELETION))
    if inserted is None and deleted is None:
        return fate
    if deleted is None:
        return replace(fate, revision=Revision.INSERTED, author=inserted or "")
    if inserted is None:
        return replace(fate, revision=Revision.DELETED, author=deleted)
    both = Revision.INSERTED_THEN_DELETED
    return replace(fate, revision=both, author=inserted, deleted_by=deleted)
