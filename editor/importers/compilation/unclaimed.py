"""Printed words that are no base text and that no annotation claims, and tracked deletions that
none speaks of: shown for review."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from editor.importers.compilation.ground import Ground
from editor.importers.compilation.quoted import words_of
from editor.importers.compilation.settled import Settled
from editor.importers.compilation.tracked_tokens import Reason
from editor.importers.source import Revision


def report_words_of_nobody(one: Settled) -> None:
    """Warn about each stretch of such words: the base text, or a long quotation of it, has them
    not, and nobody is named for them."""
    words = one.ground.words
    literal = {
        word.lower()
        for extent in (*one.extents.values(), *one.also)
        for word in words_of(extent.literal or "")
    }
    unclaimed = [
        index
        for index, word in enumerate(words)
        if word.in_base is False and word.owner is None and not word.is_fused
    ]
    for stretch in _stretches(unclaimed):
        is_told = (
            words[i].key in literal or not (words[i].is_word or words[i].revision) for i in stretch
        )
        if not all(is_told):
            _warn("words_of_nobody", one.ground, stretch)


def report_deletions_of_nobody(one: Settled) -> None:
    """Warn about each stretch that a tracked change deletes and no annotation: it stays base."""
    told = {index for extent in one.extents.values() for index in extent.old}
    told.update(index for said in one.said for index in said.words)
    words = one.ground.words
    deleted = [
        index
        for index, word in enumerate(words)
        if word.revision is Revision.DELETED and word.is_base
    ]
    for stretch in _stretches(deleted):
        left = [index for index in stretch if index not in told]
        # The comma beside words that are told of goes with them.
        if any(words[index].is_word for index in left) or left == stretch:
            _warn(Reason.DELETION_OF_NOBODY, one.ground, left)


def _stretches(indices: Sequence[int]) -> Iterator[list[int]]:
    for _gap, group in groupby(enumerate(indices), lambda each: each[1] - each[0]):
        yield [index for _number, index in group]


def _warn(code: str, ground: Ground, stretch: list[int]) -> None:
    ground.warnings.append((code, ground.words[stretch[0]].line, ground.text(stretch)))
