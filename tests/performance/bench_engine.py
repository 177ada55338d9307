"""The engine: full composition, and toggles of layers and single proposals."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle

from editor.negotiation.commands.command import Command
from editor.negotiation.commands.switching import Decide, SwitchLayers
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.index import build_index
from editor.negotiation.patch import Patch, patched
from editor.negotiation.session import Session
from tests.performance.figures import Figure, figure, timed
from tests.performance.negotiations import negotiation
from tests.performance.stopwatch import Stopwatch


def run() -> Iterator[Figure]:
    small = all_on(negotiation(30, 30 * 60, 15, 150))
    index = build_index(small)
    yield figure(
        "30 paragraphs × 15 layers (150 proposals): full composition",
        timed(lambda: write_all(compose(small, index)), 200, every=10),
        "ms",
        "< 1.5",
    )
    for layers, proposals in ((40, 5_000), (200, 20_000)):
        yield from _large(layers, proposals)


def _large(layers: int, proposals: int) -> Iterator[Figure]:
    size = f"4,000 paragraphs × {layers} × {proposals:,}"
    session = negotiation(4000, 120_000, layers, proposals)
    yield figure(f"{size}: index", timed(lambda: build_index(session), 5), "ms")
    bench = _Bench(all_on(session))
    delegations = cycle([each for each in session.delegations if each != "chair"])
    amendments = cycle(session.amendments)
    goals = ("< 5", "< 0.1") if layers == 40 else ("", "")
    yield figure(
        f"{size}: a layer toggle in the engine",
        bench.times(lambda: bench.toggle_layer(next(delegations)), 200),
        "ms",
        goals[0],
    )
    yield figure(
        f"{size}: one proposal in the engine",
        bench.times(lambda: bench.toggle_proposal(next(amendments)), 400),
        "ms",
        goals[1],
    )
    yield figure(f"{size}: writing every provision", timed(bench.write_again, 3), "ms")


class _Bench:
    """A session whose commands are timed without planning them."""

    def __init__(self, session: Session) -> None:
        self.composition = compose(session)

    def times(self, command: Callable[[], Command], times: int) -> Stopwatch:
        watch = Stopwatch(every=20)
        for _ in range(times):
            session = self.composition.session
            patch = command().plan(session)
            with watch:
                self._apply(session, patch)
        return watch

    def _apply(self, session: Session, patch: Patch) -> None:
        self.composition = recompose(self.composition, patched(session, patch), patch)

    def toggle_layer(self, delegation: str) -> SwitchLayers:
        on = self.composition.session.delegations[delegation].layer_on
        return SwitchLayers((delegation,), not on)

    def toggle_proposal(self, amendment: str) -> Decide:
        return Decide((amendment,), not self.composition.is_included(amendment))

    def write_again(self) -> None:
        write_all(compose(self.composition.session, self.composition.index))


def write_all(composition: Composition) -> None:
    """Write the runs of everything in view."""
    for place in composition.places:
        composition.provision(place.provision)


def all_on(session: Session) -> Session:
    """The session with every layer on."""
    delegations = {d.id: replace(d, layer_on=True) for d in session.delegations.values()}
    return replace(session, delegations=delegations)
