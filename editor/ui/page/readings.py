"""The texts that a block of the page shows at once, for finding words in them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from editor.negotiation.run import RunKind
from editor.ui.page.spans import PILCROW, Look, Span

_SPACE = re.compile(r"(\s+)")
_ALSO_WRITTEN = {"'": "['’]", '"': '["“”„]'}
"""Marks that papers write otherwise than keyboards do."""
_WRITTEN_OTHERWISE = re.compile(r"[\s'\"]+")
_LOOKS_OF_WORDS = frozenset(
    {
        Look.PLAIN,
        Look.INSERTED,
        Look.DELETED,
        Look.STRUCK,
        Look.CONTESTED,
        Look.BRACKET,
        Look.BREAK,
    }
)
"""The others stand beside words: tags, numbers of notes."""
_TAKEN_OUT = frozenset({RunKind.DELETED, RunKind.STRUCK})
_PUT_IN = frozenset({RunKind.INSERTED, RunKind.STRUCK})

Place = tuple[int, int]
"""Start and end in the text of a block."""


class Reading(NamedTuple):
    """A text in small letters, made of parts of the block's text: each begins at one of `begins`
    here and at its one of `starts` there. Offsets are code points."""

    text: str
    begins: tuple[int, ...]
    starts: tuple[int, ...]

    def places_across(self, pattern: re.Pattern[str]) -> Iterator[Place]:
        """The places in the block whose words are not all in one part."""
        for match in pattern.finditer(self.text):
            start, end = match.span()
            first = bisect_right(self.begins, start) - 1
            last = bisect_right(self.begins, end - 1, lo=first) - 1
            if first < last:
                yield (
                    self.starts[first] + start - self.begins[first],
                    self.starts[last] + end - self.begins[last],
                )


class Sought(NamedTuple):
    """Words as a pattern for readings. Where the text has not even `longest`, the longest of
    them, nothing is to be found; one sign (`is_single`) never lies across parts."""

    pattern: re.Pattern[str]
    longest: str
    is_single: bool


def readings_of(spans: Sequence[Span]) -> tuple[Reading, ...]:
    """What stands in the block, tags and all; its words without tags; the words as they are
    composed; those of the base. One may remember a sentence in each of them."""
    whole = _reading(spans, lambda _: True)
    if all(span.look is Look.PLAIN for span in spans):
        return (whole,)
    parts = (_reading(spans, belongs) for belongs in (_is_a_word, _is_composed, _is_of_the_base))
    return tuple(dict.fromkeys((whole, *parts)))


def sought(words: str) -> Sought:
    """What finds `words` whatever their case and the spaces between them."""
    small = _in_small_letters(words)
    parts = _SPACE.split(small)
    pattern = "".join(r"\s+" if p.isspace() else "".join(map(_sign, p)) for p in parts)
    plain = _WRITTEN_OTHERWISE.split(small)
    return Sought(re.compile(pattern), max(plain, key=len), len(words) == 1)


def places_of(sought: Sought, readings: Sequence[Reading]) -> list[Place]:
    """The places in a block, in order. One that overlaps a place in an earlier reading is that
    place."""
    pattern, longest, is_single = sought
    whole, *others = readings
    found: list[Place] = []
    if longest in whole.text:
        found = [match.span() for match in pattern.finditer(whole.text)]
    if is_single:
        return found
    for reading in others:
        if longest in reading.text:
            for start, end in reading.places_across(pattern):
                if all(end <= s or e <= start for s, e in found):
                    found.append((start, end))
    return sorted(found)


def _reading(spans: Sequence[Span], belongs: Callable[[Span], bool]) -> Reading:
    starts, parts = [], []
    at = 0
    for span in spans:
        read = span.text.lstrip(PILCROW) if span.look is Look.BREAK else span.text
        if read and belongs(span):
            starts.append(at + len(span.text) - len(read))
            parts.append(read)
        at += len(span.text)
    begins = tuple(accumulate(map(len, parts[:-1]), initial=0))
    return Reading(_in_small_letters("".join(parts)), begins, tuple(starts))


def _is_a_word(span: Span) -> bool:
    return span.look in _LOOKS_OF_WORDS


def _is_composed(span: Span) -> bool:
    """Whether the clean text has it too."""
    frames_contested_words = span.look is Look.BRACKET and not span.conflict
    return _is_a_word(span) and not _kind_in(span, _TAKEN_OUT) and not frames_contested_words


def _is_of_the_base(span: Span) -> bool:
    return _is_a_word(span) and not _kind_in(span, _PUT_IN)


def _kind_in(span: Span, kinds: frozenset[RunKind]) -> bool:
    return span.run is not None and span.run.kind in kinds


def _in_small_letters(text: str) -> str:
    """Of the same length: a few capitals have small letters of two code points."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(each.lower()[0] for each in text)


def _sign(sign: str) -> str:
    return _ALSO_WRITTEN.get(sign, re.escape(sign))
