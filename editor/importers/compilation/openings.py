"""Operative formulas: "should", "are encouraged to"."""

from collections.abc import Sequence


def is_opening(words: Sequence[str], right: Sequence[str], openings: Sequence[str]) -> bool:
    """Whether `words`, or they and the next one of `right`, are one of the formulas."""
    phrase = " ".join(words)
    return phrase in openings or (bool(right) and f"{phrase} {right[0]}" in openings)
