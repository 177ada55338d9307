"""Going from hint to hint."""

from editor.negotiation.composition import Composition
from editor.ui.navigation import Direction, Navigation
from editor.ui.proposals.hint_facts import HintFacts, hints_on


class HintWalk:
    """Remembers where it stopped; goes round at the end."""

    def __init__(self) -> None:
        self._stopped: tuple[str, HintFacts] | None = None

    def go_on(
        self, composition: Composition, navigation: Navigation, here: str, direction: Direction
    ) -> tuple[str, HintFacts] | None:
        """The next hint, or the one before, seen from the provision `here`, and its provision;
        None if there is none at all."""
        left = [(here, each) for each in hints_on(composition, here)][::direction]
        if self._stopped in left:
            left = left[left.index(self._stopped) + 1 :]
        if not left:
            there = navigation.with_hints(here, direction) or here
            left = [(there, each) for each in hints_on(composition, there)][::direction]
        self._stopped = left[0] if left else None
        return self._stopped
