"""How many provisions begin alike: what they share says nothing in a list."""

from collections import Counter
from collections.abc import Iterable

_LONGEST = 6
_FEWEST = 4
_SHARE = 0.2


def common_beginnings(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """The first words (one to six, as tuples) that a fifth of the texts begin with."""
    openings = [tuple(text.split()[:_LONGEST]) for text in texts]
    enough = max(_FEWEST, len(openings) * _SHARE)
    counts = Counter(
        opening[:length] for opening in openings for length in range(1, len(opening) + 1)
    )
    return frozenset(each for each, number in counts.items() if number >= enough)


def without_beginning(text: str, beginnings: frozenset[tuple[str, ...]]) -> str:
    """`text` without the longest shared beginning; whole where nothing would be left."""
    words = text.split()
    shared = 0
    while shared < len(words) and tuple(words[: shared + 1]) in beginnings:
        shared += 1
    if not shared or shared == len(words):
        return text
    return " ".join(words[shared:])
