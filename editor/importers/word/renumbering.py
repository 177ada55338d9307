"""Automatic numbers in another order of the paragraphs: where they would not be as printed."""

from collections.abc import Sequence
from typing import NamedTuple

from editor.importers.word.numbering import NumberCounter, NumberingDefinitions
from editor.importers.word.styles import NumberingReference


class Restart(NamedTuple):
    """A list has to count `value` at `level` for the number to be as printed; `suffices` is
    False where another level of it would still be wrong."""

    list_id: str
    level: int
    value: int
    suffices: bool


class Renumbering:
    """Counts as Word does."""

    def __init__(self, lists: NumberingDefinitions) -> None:
        self._lists = lists

    def restarts(
        self, printed: Sequence[NumberingReference], order: Sequence[int]
    ) -> dict[int, Restart]:
        """Where to restart, by index into `printed`, the numbered paragraphs as they were
        printed one after another; `order` are the indices of those that are left, in their new
        order."""
        counter = NumberCounter(self._lists)
        labels: list[str] = []
        counts: list[dict[int, int]] = []
        for reference in printed:
            labels.append(counter.next_label(reference))
            counts.append(dict(counter.counts(reference)))
        found: dict[int, Restart] = {}
        counter = NumberCounter(self._lists)
        for index in order:
            reference = printed[index]
            if counter.next_label(reference) != labels[index]:
                level = reference.level or 0
                value = counts[index].get(level, 1)
                now = counter.counts(reference)
                now[level] = value
                suffices = counter.shown(reference, now) == labels[index]
                found[index] = Restart(reference.list_id or "", level, value, suffices)
        return found
