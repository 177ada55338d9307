"""What two sequences of words, sentences or paragraphs have in common, in order."""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from diff_match_patch import diff_match_patch

_FIRST_CODE = 0x21
_SURROGATES = range(0xD800, 0xE000)


class Block(NamedTuple):
    """`length` items from `old` on are those from `new` on."""

    old: int
    new: int
    length: int


def matching_blocks(old: Sequence[object], new: Sequence[object]) -> list[Block]:
    """A longest common subsequence of two sequences of hashable items, as ascending blocks.

    The cost grows with the product of the length and the number of differences and is not
    bounded by the clock, so that the same input always gives the same answer: callers bound
    the length.
    """
    old_codes, new_codes = _coded(old, new)
    comparison = diff_match_patch()
    comparison.Diff_Timeout = 0
    blocks: list[Block] = []
    old_position = new_position = 0
    for operation, codes in comparison.diff_main(old_codes, new_codes, False):
        if operation == comparison.DIFF_EQUAL:
            blocks.append(Block(old_position, new_position, len(codes)))
        if operation != comparison.DIFF_INSERT:
            old_position += len(codes)
        if operation != comparison.DIFF_DELETE:
            new_position += len(codes)
    return blocks


def shared_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many items the sequences share at the start, and then how many at the end."""
    shortest = min(len(old), len(new))
    prefix = 0
    while prefix < shortest and old[prefix] == new[prefix]:
        prefix += 1
    suffix = 0
    while suffix < shortest - prefix and old[-suffix - 1] == new[-suffix - 1]:
        suffix += 1
    return prefix, suffix


def _coded(*sequences: Sequence[object]) -> list[str]:
    """Each sequence with one character for each distinct item; never a surrogate, which is
    no character of its own."""
    fresh = (chr(code) for code in count(_FIRST_CODE) if code not in _SURROGATES)
    codes: dict[object, str] = {}
    coded = []
    for sequence in sequences:
        for item in sequence:
            if item not in codes:
                codes[item] = next(fresh)
        coded.append("".join([codes[item] for item in sequence]))
    return coded
