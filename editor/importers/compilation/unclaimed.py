"""Printed words that are no base text and that no annotation claims: shown for review."""

from itertools import groupby

from editor.importers.compilation.ground import Ground
from editor.importers.compilation.quoted import words_of
from editor.importers.compilation.settled import Settled


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
    for _gap, group in groupby(enumerate(unclaimed), lambda each: each[1] - each[0]):
        stretch = [index for _number, index in group]
        if not all(words[i].key in literal or not words[i].is_word for i in stretch):
            _warn(one.ground, stretch)


def _warn(ground: Ground, stretch: list[int]) -> None:
    line = ground.words[stretch[0]].line
    ground.warnings.append(("words_of_nobody", line, ground.text(stretch)))
