"""Extents of replacements as tracking prints them: struck old words, plain new ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.importers.compilation.annotations import Clause
from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.extent import CONFIDENCE, Extent, How, span
from editor.importers.compilation.grammar_words import GRAMMAR_WORDS, MARKS, PREPOSITIONS
from editor.importers.compilation.ground import ClauseKey, Ground
from editor.importers.compilation.openings import is_opening
from editor.importers.compilation.profile import Verb
from editor.importers.compilation.quoted import words_of
from editor.importers.compilation.runs import Run, runs_of
from editor.importers.compilation.seams import Seams
from editor.importers.compilation.settled_replacements import settled_replacement

_NEEDS_A_NOUN = frozenset(
    {"and", "or", "of", "the", "a", "an", "in", "for", "with", "by", "its", "their"}
)
_FEW = 3


@dataclass(frozen=True, slots=True)
class TrackedReplacements:
    """Reads "modify as tracked" where the print is plain."""

    seams: Seams

    def sure(
        self, ground: Ground, annotation: Annotation, key: ClauseKey, clause: Clause
    ) -> Extent | None:
        """What the print shows plainly: struck words and the plain ones after them."""
        at = ground.at[annotation.serial]
        first = ground.segment_start(annotation)
        if at > 1 and ground.words[at - 1].is_fused and ground.words[at - 2].is_fused:
            return self._fused(ground, key, first, at, clause.verb)
        settled = settled_replacement(ground, key, first, at)
        if settled is not None:
            return settled
        runs = runs_of(ground, first, at)
        if len(runs) > 1 and not runs[-1].struck and runs[-2].struck:
            return self._struck_then_plain(ground, key, runs, clause)
        if len(runs) > 2 and runs[-1].struck and not runs[-2].struck and runs[-3].struck:
            return self._struck_plain_struck(ground, key, runs)
        return None

    def is_replacement(self, ground: Ground, annotation: Annotation) -> bool:
        """Whether an "add" shows old words too: a fused word, or two opening formulas."""
        at = ground.at[annotation.serial]
        if at > 1 and ground.words[at - 1].is_fused and ground.words[at - 2].is_fused:
            return True
        start = ground.struck_run_before(at, ground.segment_start(annotation))
        words = [word.key for word in ground.words[start:at]]
        right = ground.right_of(at, 1)
        openings = ground.profile.openings
        return any(
            is_opening(words[:cut], right, openings) and is_opening(words[cut:], right, openings)
            for cut in range(1, len(words))
        )

    def _fused(
        self, ground: Ground, key: ClauseKey, first: int, at: int, verb: Verb
    ) -> Extent | None:
        """A fused word ends the change: it is old and new at once. Struck words before it are
        new as well, for the verb says more than the strike, unless the base is known to have
        them or the verb leaves it to the strike."""
        old, new = at - 2, at - 1
        if ground.words[old].in_base is not True:
            old, new = new, old
        start = ground.struck_run_before(at - 2, first)
        is_told = start == at - 2 or ground.words[start].in_base is not None
        taken = frozenset(i for i in range(start, at - 2) if ground.words[i].in_base)
        if verb is Verb.MODIFY and start < at - 2 and not taken:
            taken = span(start, at - 2)
            ground.words[old].in_base, ground.words[new].in_base = False, True
            old, new = new, old
        while start > first and ground.words[start - 1].in_base is False:
            start -= 1
        if start == at - 2 and 0 < start - first < _FEW:
            start = first
        elif start == at - 2 and first < at - 2:
            best = self.seams.best_start(ground, first, at - 2, ())
            if best is not None and best.score > 0:
                start = best.position
            is_told = False
        return Extent(
            key,
            taken | {old},
            (span(start, at - 2) - taken) | {new},
            how=How.STRUCK if is_told else How.CLEAR,
            confidence=0.85 if is_told else CONFIDENCE[How.CLEAR],
        )

    def _struck_then_plain(
        self, ground: Ground, key: ClauseKey, runs: Sequence[Run], clause: Clause
    ) -> Extent:
        """Struck old words and plain new ones, the usual case."""
        plain, struck = runs[-1], runs[-2]
        start = self._across_annotations(ground, struck.start)
        old = frozenset(i for i in range(start, struck.end) if ground.words[i].is_base)
        new_start = plain.start
        how, confidence = How.STRUCK, CONFIDENCE[How.STRUCK]
        new_end = self._shared_end(ground, struck, plain)
        kept = _shared_with_alternative(ground, plain, clause.also_new)
        if kept:
            new_start = plain.start + kept
        elif self._dangles(ground, struck.end, new_end):
            best = self.seams.best_start(ground, plain.start + 1, plain.end, ())
            if best is not None:
                new_start = best.position
                how, confidence = How.CLEAR, CONFIDENCE[How.CLEAR]
        extent = Extent(key, old, span(new_start, new_end), how=how, confidence=confidence)
        return _doubted(ground, extent) if new_end == plain.end else extent

    @staticmethod
    def _across_annotations(ground: Ground, start: int) -> int:
        """Struck words that went on before another annotation belong to the same deletion."""
        run = ground.words[start].run
        while start > 0 and ground.words[start - 1].struck and ground.words[start - 1].run == run:
            start -= 1
        return start

    def _shared_end(self, ground: Ground, struck: Run, plain: Run) -> int:
        """Where the new words end: a last plain word that the old words need stays base."""
        if plain.end - plain.start < 2:
            return plain.end
        if self._share_a_to(ground, struck, plain):
            return plain.end - 1
        tail = ground.words[struck.end - 1].key
        right = ground.right_of(plain.end, 1)
        hangs = tail in _NEEDS_A_NOUN and right and right[0] in GRAMMAR_WORDS | MARKS
        if hangs and ground.words[plain.end - 2].key in _NEEDS_A_NOUN:
            return plain.end - 1
        return plain.end

    @staticmethod
    def _share_a_to(ground: Ground, struck: Run, plain: Run) -> bool:
        """ "are ~~invited~~ requested to": both formulas go on with the one "to" printed."""
        if ground.words[plain.end - 1].key != "to":
            return False
        before = ground.left_of(struck.start, 1)
        old = [word.key for word in ground.words[struck.start : struck.end]]
        return " ".join((*before, *old, "to")) in ground.profile.openings

    def _dangles(self, ground: Ground, end: int, after: int) -> bool:
        """Whether the old words cannot stand before what follows the new ones."""
        right = ground.right_of(after, 1)
        tail = ground.words[end - 1].key
        return tail in _NEEDS_A_NOUN and (not right or right[0] in MARKS)

    def _struck_plain_struck(self, ground: Ground, key: ClauseKey, runs: Sequence[Run]) -> Extent:
        """Old words on both sides of the new ones; a word that the first part needs is shared."""
        before, plain, after = runs[-3:]
        new_end = plain.end
        if ground.words[before.end - 1].key in _NEEDS_A_NOUN and plain.end - plain.start > 1:
            new_end -= 1
        old = span(before.start, before.end) | span(after.start, after.end)
        new = span(plain.start, new_end)
        return Extent(key, old, new, how=How.STRUCK, confidence=0.85)


def _doubted(ground: Ground, extent: Extent) -> Extent:
    """The extent, a guess where one preposition would follow another: the second was perhaps
    not struck by oversight."""
    at = max(extent.new) + 1
    pair = (ground.words[at - 1].key, *ground.right_of(at, 1))
    if len(pair) < 2 or not PREPOSITIONS.issuperset(pair):
        return extent
    following = next(i for i in range(at, len(ground.words)) if ground.words[i].is_base)
    other = Extent(extent.clause, extent.old | {following}, extent.new)
    return replace(extent, confidence=CONFIDENCE[How.CLEAR], others=(other,))


def _shared_with_alternative(ground: Ground, plain: Run, quote: str | None) -> int:
    """How many words at the start of the plain run end the other wording that was quoted: what
    both leave as it is."""
    words = words_of(quote or "")
    for length in range(min(len(words) - 1, plain.end - plain.start - 1), 0, -1):
        begin = ground.words[plain.start : plain.start + length]
        if [word.key for word in begin] == [word.lower() for word in words[-length:]]:
            return length
    return 0
