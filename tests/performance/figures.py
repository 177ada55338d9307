"""Figures: medians and 95th percentiles of repeated measurements."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from tests.performance.stopwatch import Stopwatch

_PER_SECOND = {"s": 1, "ms": 1000}


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing: `middle` and `high` (95 of 100 are at most this) in `unit`;
    `goal` as promised; `slowness` of the machine meanwhile, where it matters."""

    name: str
    middle: float
    high: float
    unit: str
    goal: str = ""
    slowness: float | None = None

    def row(self) -> str:
        """As a row of the table in CONTRIBUTING.md."""
        promised = self.high if "p95" in self.goal else self.middle
        even = _short(promised / self.slowness) if self.slowness is not None else ""
        cells = (self.name, _short(self.middle), _short(self.high), self.unit, even, self.goal)
        return f"| {' | '.join(cells)} |"


HEAD = "| what | median | p95 | unit | at 3 ms | goal |\n|---|---|---|---|---|---|"


def figure(name: str, watch: Stopwatch, unit: str, goal: str = "") -> Figure:
    """The figure of what a stopwatch has taken."""
    samples = [each * _PER_SECOND[unit] for each in watch.seconds]
    return Figure(name, median(samples), _high(samples), unit, goal, watch.slowness)


def as_found(name: str, samples: Sequence[float], unit: str, goal: str = "") -> Figure:
    """The figure of samples that do not depend on the pace of the machine, in `unit`."""
    return Figure(name, median(samples), _high(samples), unit, goal)


def timed(act: Callable[[], object], times: int, every: int = 1) -> Stopwatch:
    """How long `act` takes, `times` times."""
    watch = Stopwatch(every)
    gc.collect()
    gc.freeze()
    for _ in range(times):
        with watch:
            act()
    gc.unfreeze()
    return watch


def _high(samples: Sequence[float]) -> float:
    return quantiles(samples, n=20)[-1] if len(samples) > 1 else samples[0]


def _short(value: float) -> str:
    return f"{value:.3g}" if value < 1000 else f"{value:.0f}"
