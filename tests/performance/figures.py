"""Figures: medians and 95th percentiles of repeated measurements."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing: `middle` and `high` (95 of 100 are at most this) in `unit`;
    `goal` as promised."""

    name: str
    middle: float
    high: float
    unit: str
    goal: str = ""

    def row(self) -> str:
        """As a row of the table in CONTRIBUTING.md."""
        cells = (self.name, _short(self.middle), _short(self.high), self.unit, self.goal)
        return f"| {' | '.join(cells)} |"


HEAD = "| what | median | p95 | unit | goal |\n|---|---|---|---|---|"


def figure(name: str, samples: list[float], unit: str, goal: str = "") -> Figure:
    """The figure of some samples, already in `unit`."""
    high = quantiles(samples, n=20)[-1] if len(samples) > 1 else samples[0]
    return Figure(name, median(samples), high, unit, goal)


def milliseconds(act: Callable[[], object], times: int) -> list[float]:
    """How long `act` takes, `times` times."""
    samples = []
    gc.collect()
    gc.freeze()
    for _ in range(times):
        start = perf_counter()
        act()
        samples.append((perf_counter() - start) * 1000)
    gc.unfreeze()
    return samples


def _short(value: float) -> str:
    return f"{value:.3g}" if value < 1000 else f"{value:.0f}"
