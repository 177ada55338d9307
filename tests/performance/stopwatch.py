"""A stopwatch that knows how fast the machine is meanwhile.

The clock of a laptop on battery, or of a machine shared with others, changes from one second to
the next. So a fixed piece of Python, the yardstick, is timed between the acts that are measured:
how long an act takes in relation to it is the same everywhere.
"""

from collections import Counter
from statistics import median
from time import perf_counter
from typing import Self

LAPTOP = 0.003
"""Seconds the yardstick takes on the machine for which the goals are meant."""

_NUMBERS = range(20_000)


def yardstick() -> float:
    """Seconds a fixed piece of Python takes now: calls, strings, dictionaries and sorting, as in
    the engine, and nothing of ours."""
    start = perf_counter()
    words = Counter(str(number * 7919 % 1009) for number in _NUMBERS)
    sorted(words.items(), key=lambda each: (each[1], each[0]))
    return perf_counter() - start


class Stopwatch:
    """Seconds of repeated acts, each `with watch:`; every so many acts the yardstick is timed."""

    def __init__(self, every: int = 1) -> None:
        self.seconds: list[float] = []
        self._every = every
        self._yardsticks: list[float] = []
        self._start = 0.0

    def __enter__(self) -> Self:
        if len(self.seconds) % self._every == 0:
            self.look()
        self._start = perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds.append(perf_counter() - self._start)

    def look(self, times: int = 1) -> None:
        """Time the yardstick now."""
        self._yardsticks.extend(yardstick() for _ in range(times))

    def meanwhile(self, *seconds: float) -> "Stopwatch":
        """Something else that took `seconds` at the same time."""
        other = Stopwatch()
        other.seconds.extend(seconds)
        other._yardsticks = self._yardsticks
        return other

    @property
    def slowness(self) -> float:
        """How many times as long the yardstick took as on the machine of the goals."""
        return median(self._yardsticks) / LAPTOP
