"""The machine: the yardstick for all other figures."""

from collections import Counter
from collections.abc import Iterator

from tests.performance.figures import Figure, figure, milliseconds

_NUMBERS = range(20_000)


def run() -> Iterator[Figure]:
    yield figure("this machine: a fixed piece of Python", milliseconds(_count_words, 100), "ms")


def _count_words() -> list[tuple[str, int]]:
    """Calls, strings, dictionaries and sorting, as in the engine, and nothing of ours."""
    words = Counter(str(number * 7919 % 1009) for number in _NUMBERS)
    return sorted(words.items(), key=lambda each: (each[1], each[0]))
