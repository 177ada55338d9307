"""Comparison of two wordings of one paragraph, word by word.

Spaces are not compared: between matched words they would match by chance and make confetti.
They are re-attached afterwards, so that the edits reconstruct the new text exactly.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from editor.text.edit import Edit
from editor.text.function_words import FUNCTION_WORDS
from editor.text.normal_form import normal_form
from editor.text.sentences import sentences
from editor.text.sequence_match import Block, matching_blocks, shared_ends
from editor.text.words import Words, words_of

MOST_WORDS = 2000
"""Old and new words that are compared at once. The bound is on size, never on time, so that
the same texts always give the same edits."""

_JOINTS = frozenset("-‐‑–/'’")
"""Marks inside compound words: between two replaced parts they hold as little as an "of"."""

_ISLAND = 2
"""Words that may lie untouched between two replacements and still read as replaced."""


class _Gap(NamedTuple):
    """Words of both texts, `[start, end)`, between two matched stretches."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def is_replacement(self) -> bool:
        return self.old_start < self.old_end and self.new_start < self.new_end


def word_edits(old: str, new: str) -> tuple[Edit, ...]:
    """The edits (code points of `old`, on token boundaries) that turn `old` into `new`.

    Each is one hunk of the comparison by words, in normal form; hunks that slide to one point
    are one edit. `apply_edits(old, word_edits(old, new)) == new`.
    """
    if old == new:
        return ()
    before, after = words_of(old), words_of(new)
    blocks = _without_islands(before, after, _matched(before.words, after.words))
    return normal_form(old, _hunks(old, new, before, after, blocks))


def kept_length(text: str, edits: Iterable[Edit]) -> int:
    """How many code points of `text` disjoint `edits` leave as they are."""
    return len(text) - sum(edit.end - edit.start for edit in edits)


def most_kept(old: str, new: str) -> int:
    """An upper bound of what any comparison by words keeps, in code points, without one."""
    before, after = words_of(old).words, words_of(new).words
    shared = (Counter(before) & Counter(after)).elements()
    spaces = (len(old) - sum(map(len, before)), len(new) - sum(map(len, after)))
    return sum(map(len, shared)) + min(spaces)


def _matched(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Matching blocks of words; of a pair too long for that, of its sentences, and of the
    words between matched sentences. What is still too long is not matched at all."""
    if len(old) + len(new) <= MOST_WORDS:
        return matching_blocks(old, new)
    prefix, suffix = shared_ends(old, new)
    inner_old, inner_new = old[prefix : len(old) - suffix], new[prefix : len(new) - suffix]
    blocks = [Block(0, 0, prefix)]
    blocks += _shifted(_matched_by_sentences(inner_old, inner_new), prefix, prefix)
    blocks.append(Block(len(old) - suffix, len(new) - suffix, suffix))
    return _joined(blocks)


def _matched_by_sentences(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    if len(old) + len(new) <= MOST_WORDS:
        return matching_blocks(old, new)
    old_sentences, new_sentences = sentences(old), sentences(new)
    if len(old_sentences) + len(new_sentences) > MOST_WORDS:
        return []
    matched = matching_blocks(old_sentences, new_sentences)
    old_places, new_places = _places(old_sentences), _places(new_sentences)
    blocks: list[Block] = []
    for gap, block in _gaps(matched, len(old_sentences), len(new_sentences)):
        old_start, old_end = old_places[gap.old_start], old_places[gap.old_end]
        new_start, new_end = new_places[gap.new_start], new_places[gap.new_end]
        if old_end - old_start + new_end - new_start <= MOST_WORDS:
            inside = matching_blocks(old[old_start:old_end], new[new_start:new_end])
            blocks += _shifted(inside, old_start, new_start)
        blocks.append(Block(old_end, new_end, old_places[block.old + block.length] - old_end))
    return blocks


def _places(parts: list[tuple[str, ...]]) -> list[int]:
    """Where each sentence starts, in words, and where the last one ends."""
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    return places


def _shifted(blocks: list[Block], old: int, new: int) -> list[Block]:
    return [Block(block.old + old, block.new + new, block.length) for block in blocks]


def _joined(blocks: list[Block]) -> list[Block]:
    """The blocks without empty ones, those that follow each other directly as one."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else Block(0, 0, 0)
        follows = (last.old + last.length, last.new + last.length) == (block.old, block.new)
        if joined and follows:
            joined[-1] = Block(last.old, last.new, last.length + block.length)
        elif block.length:
            joined.append(block)
    return joined


def _gaps(blocks: list[Block], old: int, new: int) -> Iterator[tuple[_Gap, Block]]:
    """Each block with the gap before it; an empty block at the end of both sequences is last."""
    old_position = new_position = 0
    for block in (*blocks, Block(old, new, 0)):
        yield _Gap(old_position, block.old, new_position, block.new), block
        old_position, new_position = block.old + block.length, block.new + block.length


def _without_islands(before: Words, after: Words, blocks: list[Block]) -> list[Block]:
    """The blocks without those that a reader would not see as kept: at most two function words
    between two replacements."""
    kept: list[Block] = []
    gaps = list(_gaps(blocks, len(before.words), len(after.words)))
    for (gap, block), (following, _) in pairwise(gaps):
        last = kept[-1] if kept else Block(0, 0, 0)
        whole = _Gap(last.old + last.length, gap.old_end, last.new + last.length, gap.new_end)
        words = before.words[block.old : block.old + block.length]
        between = whole.is_replacement and following.is_replacement
        if not (between and len(words) <= _ISLAND and all(map(_holds_little, words))):
            kept.append(block)
    return kept


def _holds_little(word: str) -> bool:
    return word in _JOINTS or word.casefold() in FUNCTION_WORDS


def _hunks(old: str, new: str, before: Words, after: Words, blocks: list[Block]) -> Iterator[Edit]:
    """The differences between two matched words, with the spaces around them."""
    old_position = new_position = 0
    for block in blocks:
        for index in range(block.length):
            old_word, new_word = block.old + index, block.new + index
            old_start, new_start = before.starts[old_word], after.starts[new_word]
            if old[old_position:old_start] != new[new_position:new_start]:
                yield Edit(old_position, old_start, new[new_position:new_start])
            old_position, new_position = before.ends[old_word], after.ends[new_word]
    if old[old_position:] != new[new_position:]:
        yield Edit(old_position, len(old), new[new_position:])
