"""Extents of replacements whose print does not tell old words from new ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editor.importers.compilation.annotations import Clause
from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.evidence import Evidence
from editor.importers.compilation.extent import CONFIDENCE, Extent, How, span
from editor.importers.compilation.grammar_words import GRAMMAR_WORDS, MARKS, MODALS
from editor.importers.compilation.ground import ClauseKey, Ground
from editor.importers.compilation.habits import Habits
from editor.importers.compilation.openings import is_opening
from editor.importers.compilation.parallels import likeness
from editor.importers.compilation.runs import Run, runs_of, sentence_start

_LONGEST_PAIR = 16
_OF_MEETING = {0: 0.0, 1: 0.0, 2: 0.5, 3: 1.5, 4: 2.4}
_OF_PAIR_MEETING = (0.0, 0.0, 0.2, 0.5)
_LEAST_EVIDENCE = 1.0
_STRONG = 3.0


@dataclass(frozen=True, slots=True)
class GuessedReplacements:
    """Finds the likeliest old and new words, by form, by seams, and by what the delegations do
    elsewhere."""

    evidence: Evidence
    habits: Habits

    def best(
        self,
        ground: Ground,
        annotation: Annotation,
        key: ClauseKey,
        clause: Clause,
        extents: Mapping[ClauseKey, Extent],
    ) -> Extent | None:
        """The likeliest reading of print that does not tell old from new."""
        at = ground.at[annotation.serial]
        first = ground.segment_start(annotation)
        names = [each.written for each in clause.mentions]
        runs = runs_of(ground, first, at)
        if not runs:
            return None
        again = self._second_wording(ground, annotation, key, first, at, extents)
        if again is not None:
            return again
        if runs[-1].struck:
            if len(runs) > 1 and runs[-2].struck:
                return self._two_struck(ground, key, runs[-2], runs[-1])
            return self._one_struck(ground, key, runs, first, names)
        return self._all_plain(ground, key, first, at, names)

    def _second_wording(
        self,
        ground: Ground,
        annotation: Annotation,
        key: ClauseKey,
        first: int,
        at: int,
        extents: Mapping[ClauseKey, Extent],
    ) -> Extent | None:
        """Plain words right after another replacement and much like its new ones: a second
        wording for the same old ones."""
        before = next(
            (
                extent
                for other, extent in extents.items()
                if ground.at[other[0]] == first and other[0] < annotation.serial
            ),
            None,
        )
        if before is None or not before.old or not before.new or before.target is not None:
            return None
        words = {ground.words[i].key for i in range(first, at)} - GRAMMAR_WORDS
        shared = words & {ground.words[i].key for i in before.new}
        if len(shared) < 2 or any(ground.words[i].struck for i in range(first, at)):
            return None
        return Extent(
            key,
            before.old,
            span(first, at),
            literal=ground.text(range(first, at)),
            how=How.CLEAR,
            confidence=CONFIDENCE[How.CLEAR],
        )

    def _two_struck(self, ground: Ground, key: ClauseKey, first: Run, second: Run) -> Extent:
        """Old and new both struck: which is which follows the habit of the document."""
        old, new = span(first.start, first.end), span(second.start, second.end)
        if self.habits.struck_runs_have_new_first:
            old, new = new, old
        return _swappable(Extent(key, old, new, how=How.GUESSED, confidence=0.6))

    def _one_struck(
        self, ground: Ground, key: ClauseKey, runs: Sequence[Run], first: int, names: Sequence[str]
    ) -> Extent | None:
        run = runs[-1]
        grown = self._grown_formula(ground, key, run)
        if grown is not None:
            return grown
        inside = self._best_pair(ground, run.start, run.end, names, whole=True)
        before = self._new_before(ground, first, run)
        bare = self._bare_verb(ground, key, run)
        is_best = inside is not None and (before is None or inside[0] >= before[0])
        if inside is not None and is_best and (bare is None or inside[0] >= _STRONG):
            return self._oriented(ground, key, inside, names)
        if bare is not None:
            return bare
        if before is None:
            return None
        start = before[1]
        return Extent(
            key,
            span(run.start, run.end),
            span(start, run.start),
            how=How.CLEAR if before[0] >= _STRONG else How.GUESSED,
            confidence=CONFIDENCE[How.CLEAR] if before[0] >= _STRONG else 0.6,
        )

    def _grown_formula(self, ground: Ground, key: ClauseKey, run: Run) -> Extent | None:
        """ "should be encouraged to": an opening formula grown out of a shorter one."""
        openings = [each.split() for each in ground.profile.openings]
        words = [word.key for word in ground.words[run.start : run.end]]
        whole = max(
            (each for each in openings if words[: len(each)] == each), key=len, default=None
        )
        if whole is None or len(whole) < 3 or whole[0] not in MODALS:
            return None
        rest = len(words) - len(whole)
        if rest and any(words[len(whole) :][: len(each)] == each for each in openings):
            return None
        start, end = run.start + 1, run.start + len(whole)
        return Extent(
            key,
            new=span(start, end),
            how=How.GUESSED,
            confidence=0.6,
            others=(Extent(key, span(run.start, end)),),
        )

    def _bare_verb(self, ground: Ground, key: ClauseKey, run: Run) -> Extent | None:
        """After "should", a struck run that ends in "-ing" shows new words alone: the base had
        the bare verb, whose ending got lost in the tracking."""
        last = ground.words[run.end - 1]
        left = ground.left_of(run.start, 1)
        if not left or left[-1] not in MODALS or not last.key.endswith("ing"):
            return None
        stem = last.text[:-3]
        known = (each for each in (stem, stem + "e") if self.evidence.vocabulary[each.lower()])
        verb = next(known, None)
        if verb is None:
            return None
        return Extent(
            key,
            frozenset({run.end - 1}),
            span(run.start, run.end - 1),
            literal=ground.text(range(run.start, run.end)),
            how=How.GUESSED,
            confidence=0.5,
            others=(Extent(key, new=span(run.start, run.end)),),
            restored=(run.end - 1, verb),
        )

    def _new_before(self, ground: Ground, first: int, run: Run) -> tuple[float, int] | None:
        """The likeliest start of plain new words before the struck old ones."""
        first = max(sentence_start(ground, first, run.start), run.start - _LONGEST_PAIR)
        old = [word.text for word in ground.words[run.start : run.end]]
        right = ground.right_of(run.end, 3)
        best: tuple[float, int] | None = None
        for start in range(first, run.start):
            if not all(word.is_base for word in ground.words[start : run.start]):
                continue
            new = [word.text for word in ground.words[start : run.start]]
            left = ground.left_of(start, 3)
            meeting = self.evidence.meeting(left, [word.lower() for word in old])
            score = (
                _OF_MEETING.get(meeting, 3.0)
                + likeness(new, old)
                - 0.12 * abs(len(new) - len(old))
                - (2.0 if left and left[-1] == new[0].lower() else 0.0)
                - (3.0 if new[0] in MARKS else 0.0)
                + (0.3 if self.evidence.meeting([w.lower() for w in new], right) > 2 else 0.0)
            )
            if best is None or score > best[0]:
                best = score, start
        if best is not None and best[0] < _LEAST_EVIDENCE and len(old) > 1:
            return None
        return best

    def _all_plain(
        self, ground: Ground, key: ClauseKey, first: int, at: int, names: Sequence[str]
    ) -> Extent | None:
        if at > 2 and ground.words[at - 2].text == "/" and at - first > 2:
            return Extent(
                key,
                new=span(at - 2, at),
                how=How.CLEAR,
                confidence=CONFIDENCE[How.CLEAR],
                others=(Extent(key, new=span(at - 3, at - 1)),),
            )
        start = max(sentence_start(ground, first, at), at - _LONGEST_PAIR)
        pair = self._best_pair(ground, start, at, names, whole=False)
        return self._oriented(ground, key, pair, names) if pair else None

    def _best_pair(
        self, ground: Ground, first: int, end: int, names: Sequence[str], whole: bool
    ) -> tuple[float, int, int, int] | None:
        """The likeliest cut of the words that end at `end` into two that stand for each other:
        (score, start, cut, end)."""
        best: tuple[float, int, int, int] | None = None
        for start, cut in _cuts(first, end):
            one = [word.text for word in ground.words[start:cut]]
            other = [word.text for word in ground.words[cut:end]]
            left = ground.left_of(start, 2)
            right = ground.right_of(end, 2)
            score = self._of_pair(ground, one, other, left, right)
            score -= 0.3 * (start - first) if whole else 0.5 * (end - start)
            if self.habits.second_is_new(names, one, other) is not None:
                score += 4.0
            if best is None or score > best[0]:
                best = score, start, cut, end
        return best

    def _of_pair(
        self,
        ground: Ground,
        one: Sequence[str],
        other: Sequence[str],
        left: Sequence[str],
        right: Sequence[str],
    ) -> float:
        """How well two neighbours can stand for each other: where one is left out, the other
        meets the words around both."""
        openings = ground.profile.openings
        score = likeness(one, other) - 0.1 * abs(len(one) - len(other))
        first, second = [w.lower() for w in one], [w.lower() for w in other]
        if all(is_opening(each, right, openings) for each in (first, second)):
            score += 5.0
        score += _OF_PAIR_MEETING[min(3, self.evidence.meeting(left, second))]
        score += _OF_PAIR_MEETING[min(3, self.evidence.meeting(first, right))]
        if any(each[0] in MARKS or each[-1] in MARKS for each in (one, other)):
            score -= 3.0
        return score

    def _oriented(
        self,
        ground: Ground,
        key: ClauseKey,
        pair: tuple[float, int, int, int],
        names: Sequence[str],
    ) -> Extent:
        """Old first, unless these delegations do it the other way round elsewhere."""
        _score, start, cut, end = pair
        first, second = span(start, cut), span(cut, end)
        order = self.habits.second_is_new(
            names,
            [word.key for word in ground.words[start:cut]],
            [word.key for word in ground.words[cut:end]],
        )
        if order is False:
            right = ground.right_of(end, 1)
            if right == ["to"] and ground.words[end - 1].key != "to":
                second |= _next_base(ground, end)
            return _swappable(Extent(key, second, first, how=How.REPEATED, confidence=0.6))
        if order:
            return Extent(key, first, second, how=How.REPEATED, confidence=0.85)
        return _swappable(Extent(key, first, second, how=How.GUESSED, confidence=0.6))


def _swappable(extent: Extent) -> Extent:
    """The extent, which could be read the other way round."""
    return replace(extent, others=(Extent(extent.clause, extent.new, extent.old),))


def _next_base(ground: Ground, end: int) -> frozenset[int]:
    position = end
    while position < len(ground.words) and not ground.words[position].is_base:
        position += 1
    return frozenset({position}) if position < len(ground.words) else frozenset()


def _cuts(first: int, end: int) -> Iterator[tuple[int, int]]:
    for start in range(first, end - 1):
        for cut in range(start + 1, end):
            yield start, cut
