"""What delegations do elsewhere in the document, for print that does not say old from new."""

from collections import Counter
from collections.abc import Iterable, Sequence

_TELLING = 6
"""So many words in one order are no coincidence."""


class Habits:
    """Replacements that are sure, by delegation, and the order in which two struck runs stand."""

    def __init__(self) -> None:
        self._replaced: Counter[tuple[str, str, str]] = Counter()
        self._new_first = 0
        self._prints: dict[tuple[str, ...], tuple[str, list[int], list[int]]] = {}

    def note_print(
        self,
        delegations: Iterable[str],
        words: Sequence[str],
        old: Sequence[int],
        new: Sequence[int],
    ) -> None:
        """How old and new words of a sure replacement are printed, as offsets in `words`."""
        if len(words) >= _TELLING:
            for each in delegations:
                self._prints.setdefault(tuple(words), (each, list(old), list(new)))

    def same_print(
        self, delegations: Iterable[str], before: Sequence[str]
    ) -> tuple[int, list[int], list[int]] | None:
        """If the words `before` an annotation end like a noted print of one of these
        delegations: where that starts, and the offsets of its old and new words."""
        names = set(delegations)
        for words, (delegation, old, new) in self._prints.items():
            if delegation in names and tuple(before[-len(words) :]) == words:
                return len(before) - len(words), old, new
        return None

    def note(self, delegations: Iterable[str], old: Sequence[str], new: Sequence[str]) -> None:
        for each in delegations:
            self._replaced[each, _key(old), _key(new)] += 1

    def note_order(self, new_first: bool) -> None:
        self._new_first += 1 if new_first else -1

    def second_is_new(
        self, delegations: Iterable[str], first: Sequence[str], second: Sequence[str]
    ) -> bool | None:
        """Whether these delegations replace `first` by `second` elsewhere, or the other way
        round; None if they do neither."""
        names = tuple(delegations)
        forth = sum(self._replaced[each, _key(first), _key(second)] for each in names)
        back = sum(self._replaced[each, _key(second), _key(first)] for each in names)
        return None if forth == back else forth > back

    @property
    def struck_runs_have_new_first(self) -> bool:
        """Whether, of two struck runs side by side, the first is the new one here."""
        return self._new_first > 0


def _key(words: Sequence[str]) -> str:
    """The words without a "to" at the end, which print often leaves outside."""
    kept = [word.lower() for word in words]
    return " ".join(kept[:-1] if kept[-1:] == ["to"] else kept)
