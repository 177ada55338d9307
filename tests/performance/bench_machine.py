"""The machine: the yardstick for all other figures."""

from collections.abc import Iterator

from tests.performance.figures import Figure, figure
from tests.performance.stopwatch import Stopwatch, yardstick


def run() -> Iterator[Figure]:
    watch = Stopwatch()
    for _ in range(100):
        with watch:
            yardstick()
    yield figure("the yardstick, a fixed piece of Python", watch, "ms")
