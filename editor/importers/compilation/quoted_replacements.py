"""Extents of replacements whose words are quoted, fully or by half."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from editor.importers.compilation.annotations import Clause
from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.extent import CONFIDENCE, Extent, How, span
from editor.importers.compilation.ground import ClauseKey, Ground, same_word
from editor.importers.compilation.quoted import ending_at, opening_run, scattered, words_of
from editor.importers.compilation.quoted import nearest as nearest_printing

_REACH = 40
_CLOSE = 14
_QUOTED = CONFIDENCE[How.QUOTED]


@dataclass(frozen=True, slots=True)
class QuotedReplacements:
    """Reads `replace 'a' with 'b'` and `replace with 'b'` against the extents read so far."""

    extents: Mapping[ClauseKey, Extent]

    def of_two_quotes(
        self, ground: Ground, annotation: Annotation, key: ClauseKey, clause: Clause
    ) -> Extent | None:
        """Old and new words both quoted. None if the old ones are not found."""
        assert clause.new is not None
        at = ground.at[annotation.serial]
        new = words_of(clause.new)
        old = words_of(clause.old[0])
        woven = _woven(ground, key, old, new, at)
        if woven is not None:
            return replace(woven, literal=_literal(clause.new))
        printed = ending_at(ground, new, at) or opening_run(ground, new, at)
        if printed is None or not _is_free(ground, printed):
            found = self._old_words(ground, old, at)
            if found is None:
                return None
            return self._literal(ground, key, found, clause.new)
        printed = _grown_to_run(ground, printed, at)
        found = self._old_words(ground, old, at, avoiding=printed)
        if found is None:
            return None
        return self._printed(ground, key, found, printed)

    def of_new_quote(
        self, ground: Ground, annotation: Annotation, key: ClauseKey, clause: Clause
    ) -> Extent | None:
        """Only the new words quoted: the old ones are in the slot before the annotation."""
        assert clause.new is not None
        at = ground.at[annotation.serial]
        new = words_of(clause.new)
        printed = self._printed_in_slot(ground, annotation, new, at)
        if printed is not None:
            old = self._slot_beside(ground, annotation, printed, at)
            return self._printed(ground, key, old, printed) if old else None
        slot = self._slot(ground, annotation, key, at)
        if slot is None:
            return None
        return self._literal(ground, key, slot, clause.new)

    def of_alternative(self, ground: Ground, first: Extent, quote: str) -> Extent:
        """The other wording of a delegation that gives two for one place."""
        if not first.old:
            place = min(first.new, default=0)
            return Extent(first.clause, literal=quote, place=place, how=How.QUOTED, confidence=0.8)
        return self._literal(ground, first.clause, first.old, quote)

    def _literal(self, ground: Ground, key: ClauseKey, old: frozenset[int], quote: str) -> Extent:
        owner = _owner_of(ground, old)
        literal = _literal(quote)
        if owner is not None:
            return Extent(
                key, old, literal=literal, how=How.QUOTED, confidence=_QUOTED, target=owner
            )
        old = _with_repeated_neighbours(ground, old, words_of(quote))
        return Extent(key, old, literal=literal, how=How.QUOTED, confidence=_QUOTED)

    @staticmethod
    def _printed(
        ground: Ground, key: ClauseKey, old: frozenset[int], printed: tuple[int, int]
    ) -> Extent:
        start, end = printed
        new = span(start, end)
        owner = _owner_of(ground, old)
        if owner is None:
            return Extent(key, old, new, how=How.QUOTED, confidence=_QUOTED)
        between = range(max(old) + 1, start) if max(old) < start else range(end, min(old))
        if any(ground.words[i].is_base for i in between):
            return Extent(key, new=new, how=How.QUOTED, confidence=_QUOTED, rivals=(owner,))
        return Extent(
            key,
            old,
            new,
            literal=ground.text(new),
            how=How.QUOTED,
            confidence=_QUOTED,
            target=owner,
        )

    @staticmethod
    def _old_words(
        ground: Ground, old: Sequence[str], at: int, avoiding: tuple[int, int] = (0, 0)
    ) -> frozenset[int] | None:
        """The printing of the old words that is nearest, base words before inserted ones; of
        words given as `a/b`, any."""
        candidates = [old]
        if "/" in old:
            cut = old.index("/")
            candidates = [old[cut + 1 :], old[:cut]]
        found: list[tuple[int, frozenset[int]]] = []
        for words in candidates:
            for start in range(len(ground.words) - len(words) + 1):
                stretch = range(start, start + len(words))
                if set(stretch) & set(range(*avoiding)):
                    continue
                if not all(
                    same_word(ground.words[i].text, w) for i, w in zip(stretch, words, strict=True)
                ):
                    continue
                found.append((_distance(ground, stretch, avoiding, at), frozenset(stretch)))
        if found:
            distance, best = min(found, key=lambda each: each[0])
            if distance <= _REACH + 25:
                return best
        indices = scattered(ground, old, at)
        return frozenset(indices) if indices else None

    @staticmethod
    def _printed_in_slot(
        ground: Ground, annotation: Annotation, new: Sequence[str], at: int
    ) -> tuple[int, int] | None:
        """Where the new words are printed: at the annotation, or before the old ones there."""
        found = ending_at(ground, new, at) or opening_run(ground, new, at)
        if found is not None and _is_free(ground, found):
            return found
        first = ground.segment_start(annotation)
        beside = nearest_printing(ground, new, at)
        if beside is None or not _is_free(ground, beside):
            return None
        close = beside[0] >= first and beside[1] <= at and at - beside[1] <= 5
        between = range(beside[1], at)
        return beside if close and all(ground.words[i].struck for i in between) else None

    def _slot_beside(
        self, ground: Ground, annotation: Annotation, printed: tuple[int, int], at: int
    ) -> frozenset[int] | None:
        """The old words beside printed new ones: after them, struck before them, or those of
        the replacement before in a chain."""
        start, end = printed
        after = frozenset(i for i in range(end, at) if ground.words[i].is_word)
        if after:
            return after
        first = ground.segment_start(annotation)
        struck = ground.struck_run_before(start, first)
        if struck < start:
            return span(struck, start)
        before = [
            extent
            for key, extent in self.extents.items()
            if extent.old and ground.at[key[0]] == start and key[0] < annotation.serial
        ]
        return before[-1].old if before else None

    def _slot(
        self, ground: Ground, annotation: Annotation, key: ClauseKey, at: int
    ) -> frozenset[int] | None:
        for number in range(key[1] - 1, -1, -1):
            extent = self.extents.get((key[0], number))
            if extent is not None and (extent.old or extent.new):
                return _without_outer_marks(ground, extent.old or extent.new)
        end = at
        while end > 0 and not ground.words[end - 1].is_word and not ground.words[end - 1].struck:
            end -= 1
        start = ground.struck_run_before(end, ground.segment_start(annotation))
        if start < end and ground.words[start].owner is None:
            return span(start, end)
        return self._slot_of_last(ground, annotation, end)

    def _slot_of_last(
        self, ground: Ground, annotation: Annotation, end: int
    ) -> frozenset[int] | None:
        """The words that the annotation right before speaks of."""
        for serial in range(annotation.serial - 1, -1, -1):
            if serial not in ground.at or ground.at[serial] < end:
                return None
            extent = next((e for key, e in sorted(self.extents.items()) if key[0] == serial), None)
            if extent is not None:
                words = extent.old or extent.new
                return _without_outer_marks(ground, words) if words else None
        return None


def _distance(ground: Ground, stretch: range, printed: tuple[int, int], at: int) -> int:
    """How far old words lie from the annotation, in base words between. Words that somebody
    inserted count as near only right beside the new ones."""
    start, end = printed if printed != (0, 0) else (at, at)
    between = range(stretch.stop, start) if stretch.start < start else range(end, stretch.start)
    distance = sum(ground.words[i].is_base for i in between)
    owned = any(ground.words[i].owner is not None for i in stretch)
    return distance + (25 if owned and distance else 0) + (2 if stretch.start >= end else 0)


def _without_outer_marks(ground: Ground, indices: frozenset[int]) -> frozenset[int]:
    words = [i for i in indices if ground.words[i].is_word]
    if not words:
        return indices
    return frozenset(i for i in indices if min(words) <= i <= max(words))


def _literal(quote: str) -> str:
    return quote.rstrip(" .…") if quote.rstrip().endswith(("...", "…")) else quote


def _owner_of(ground: Ground, indices: frozenset[int]) -> ClauseKey | None:
    """The clause that inserted all of these words, if one did."""
    owners = {ground.words[i].owner for i in indices}
    return owners.pop() if len(owners) == 1 else None


def _is_free(ground: Ground, printed: tuple[int, int]) -> bool:
    return all(
        word.owner is None and word.in_base is not True
        for word in ground.words[printed[0] : printed[1]]
    )


def _grown_to_run(ground: Ground, printed: tuple[int, int], at: int) -> tuple[int, int]:
    """A quotation that breaks off early is grown to the struck run printed for it."""
    start, end = printed
    if not all(word.struck for word in ground.words[start:end]):
        return printed
    while (
        end < at and ground.words[end].struck and ground.words[end].run == (ground.words[start].run)
    ):
        end += 1
    return start, end


def _woven(
    ground: Ground, key: ClauseKey, old: Sequence[str], new: Sequence[str], at: int
) -> Extent | None:
    """Old and new words printed into each other: words that both have are printed once."""
    if not {w.lower() for w in old} & {w.lower() for w in new}:
        return None
    first = max(0, at - 30)
    window = ground.words[first:at]
    new_at = _last_in_order([w.text for w in window], new)
    if new_at is None:
        return None
    old_at = _last_in_order([w.text for w in window], old)
    if old_at is None or max(new_at[-1], old_at[-1]) - min(new_at[0], old_at[0]) > 24:
        return None
    inserted = {first + i for i in new_at} - {first + i for i in old_at}
    if not inserted or any(ground.words[i].in_base for i in inserted):
        return None
    taken = {first + i for i in old_at}
    last = max(taken)
    run = ground.words[last].run
    while last + 1 < at and ground.words[last + 1].struck and ground.words[last + 1].run == run:
        last += 1
        taken.add(last)
    return Extent(key, frozenset(taken), frozenset(inserted), how=How.QUOTED, confidence=_QUOTED)


def _last_in_order(words: Sequence[str], wanted: Sequence[str]) -> list[int] | None:
    """The last places at which `wanted` stand in order."""
    found: list[int] = []
    position = len(words) - 1
    for word in reversed(wanted):
        while position >= 0 and not same_word(words[position], word):
            position -= 1
        if position < 0:
            return None
        found.append(position)
        position -= 1
    return found[::-1]


def _with_repeated_neighbours(
    ground: Ground, old: frozenset[int], new: Sequence[str]
) -> frozenset[int]:
    """The old words with the words beside them that the new ones repeat at their ends."""
    bare = [word for word in new if word != "-"]
    left = _repeated(ground, range(min(old) - 1, -1, -1), bare[::-1])
    right = _repeated(ground, range(max(old) + 1, len(ground.words)), bare)
    grown = set(old) | left | right
    last = max(grown)
    if ground.words[last].text == "," and new[-1] != ",":
        grown.discard(last)
    elif new[-1].lower() in ("and", "or"):
        after = last + 1
        while after < len(ground.words) and not ground.words[after].is_base:
            after += 1
        if after < len(ground.words) and ground.words[after].text == ",":
            grown.add(after)
    return frozenset(grown)


def _repeated(ground: Ground, beside: range, new: Sequence[str]) -> set[int]:
    """The longest stretch beside the old words that is one end of the new ones; `new` is in
    reading order away from... the end that must match comes last."""
    stretch: list[int] = []
    best: set[int] = set()
    for index in beside:
        word = ground.words[index]
        if not word.is_base:
            continue
        stretch.append(index)
        words = [ground.words[i].key for i in stretch if ground.words[i].text != "-"]
        if len(words) > len(new):
            break
        if words and words == [w.lower() for w in new[-len(words) :]]:
            best = set(stretch)
    return best
