"""Extents of editorial actions: a sentence split, started or deleted."""

from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.extent import CONFIDENCE, Extent, How, span
from editor.importers.compilation.grammar_words import CONJUNCTIONS, MODALS
from editor.importers.compilation.ground import ClauseKey, Ground

_GUESS = 0.6


def split_sentence(ground: Ground, annotation: Annotation, key: ClauseKey) -> Extent | None:
    """`… law. State parties should ~~and~~ provide [split the sentence]`: what stands from the
    full stop to the struck words is new, the struck words are old, the rest is base."""
    at = ground.at[annotation.serial]
    stop = _full_stop(ground, ground.segment_start(annotation), at)
    if stop is None:
        return None
    struck = [i for i in range(stop, at) if ground.words[i].struck]
    if not struck:
        return Extent(key, new=span(stop, at), how=How.GUESSED, confidence=_GUESS)
    return Extent(
        key,
        frozenset(struck),
        span(stop, struck[0]),
        how=How.STRUCK,
        confidence=CONFIDENCE[How.STRUCK],
    )


def new_sentence(ground: Ground, annotation: Annotation, key: ClauseKey) -> Extent | None:
    """`… Database. This will [start a new sentence], to support`: from the full stop on the
    words are new, and the comma and "to" after them give way."""
    at = ground.at[annotation.serial]
    stop = _full_stop(ground, ground.segment_start(annotation), at)
    if stop is None:
        return None
    struck = at
    while struck < len(ground.words) and ground.words[struck].struck:
        struck += 1
    if struck > at:
        return Extent(key, span(at, struck), span(stop, at), how=How.STRUCK, confidence=0.9)
    old: set[int] = set()
    if at < len(ground.words) and ground.words[at].text == ",":
        old.add(at)
        if ground.words[at - 1].key in MODALS and ground.words[at + 1].key == "to":
            old.add(at + 1)
    return Extent(key, frozenset(old), span(stop, at), how=How.GUESSED, confidence=_GUESS)


def deleted_sentence(ground: Ground, annotation: Annotation, key: ClauseKey) -> Extent | None:
    """The sentence that ends at the annotation. Inside a sentence that goes on with "and", it
    is the part from the "and" before."""
    at = ground.at[annotation.serial]
    if at and ground.words[at - 1].text in ".;":
        stop = _full_stop(ground, 0, at - 1)
        start = 0 if stop is None else stop + 1
        return Extent(key, _base(ground, start, at), how=How.QUOTED, confidence=0.9)
    after = ground.right_of(at, 1)
    if after and after[0] in CONJUNCTIONS:
        for start in range(at - 1, 0, -1):
            if ground.words[start].is_base and ground.words[start].key == after[0]:
                return Extent(key, _base(ground, start, at), how=How.GUESSED, confidence=0.5)
    stop = _full_stop(ground, 0, at)
    start = 0 if stop is None else stop + 1
    end = next(
        (i + 1 for i in range(at, len(ground.words)) if ground.words[i].text == "."),
        len(ground.words),
    )
    return Extent(key, _base(ground, start, end), how=How.GUESSED, confidence=0.5)


def _base(ground: Ground, start: int, end: int) -> frozenset[int]:
    return frozenset(i for i in range(start, end) if ground.words[i].is_base)


def _full_stop(ground: Ground, first: int, at: int) -> int | None:
    for position in range(at - 1, first - 1, -1):
        if ground.words[position].text == "." and position + 1 < len(ground.words):
            return position
    return None
