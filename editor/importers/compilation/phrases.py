"""Extents of insertions and deletions: one phrase whose end is marked."""

from dataclasses import dataclass, replace

from editor.importers.compilation.annotations import Clause
from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.coordination import member_of_pair
from editor.importers.compilation.evidence import Evidence
from editor.importers.compilation.extent import CONFIDENCE, Extent, How, span
from editor.importers.compilation.grammar_words import (
    BARE_VERB_AFTER,
    GRAMMAR_WORDS,
    PREPOSITIONS,
    SENTENCE_ENDS,
)
from editor.importers.compilation.ground import ClauseKey, Ground
from editor.importers.compilation.profile import Verb
from editor.importers.compilation.quoted import ending_at, nearest, scattered, words_of
from editor.importers.compilation.seams import Seams, bare

_CLEAR_LEAD = 1.5
_FEW = 3
_LONGEST_RETAINED = 6


@dataclass(frozen=True, slots=True)
class Phrases:
    """Reads insertions and deletions. `sure` reads only what is marked; `best` also guesses."""

    evidence: Evidence
    seams: Seams

    def sure_insertion(
        self, ground: Ground, annotation: Annotation, key: ClauseKey, clause: Clause
    ) -> Extent | None:
        at = ground.at[annotation.serial]
        if clause.new is not None:
            return self._quoted_insertion(ground, annotation, key, clause.new, clause.beside)
        known = _known_insertions(ground, annotation)
        if known:
            old = _struck_beside(ground, known)
            return Extent(key, old, known, how=How.BASE, confidence=CONFIDENCE[How.BASE])
        end = _before_marks(ground, at)
        start = ground.struck_run_before(end, ground.segment_start(annotation))
        if start == end:
            return None
        base = frozenset(i for i in range(start, end) if ground.words[i].in_base)
        if base:
            new = span(start, end) - base
            return Extent(key, base, new, how=How.BASE, confidence=0.9) if new else None
        retained = _retained(annotation)
        if retained:
            return self._with_retained(ground, key, (start, end), retained)
        return self._widened(ground, key, start, end, How.STRUCK)

    def best_insertion(
        self, ground: Ground, annotation: Annotation, key: ClauseKey, clause: Clause
    ) -> Extent | None:
        at = ground.at[annotation.serial]
        names = [each.written for each in clause.mentions]
        first = ground.segment_start(annotation)
        if at and ground.words[at - 1].text in SENTENCE_ENDS and first < at - 1:
            start = _sentence_start(ground, first, at)
            return Extent(key, new=span(start, at), how=How.CLEAR, confidence=0.8)
        replaced = _struck_run_beside(ground, first, at)
        if replaced is not None:
            return Extent(
                key, span(*replaced), span(replaced[1], at), how=How.STRUCK, confidence=0.85
            )
        best = self.seams.best_start(ground, first, at, names)
        if best is None:
            return None
        words = bare([word.key for word in ground.words[best.position : at]])
        how = How.CLEAR if best.lead >= _CLEAR_LEAD else How.GUESSED
        if self.evidence.times_inserted(words, names):
            how = How.REPEATED
        extent = self._widened(ground, key, best.position, at, how)
        if best.second is not None:
            extent = replace(extent, others=(Extent(key, new=span(best.second, at)),))
        struck_before = _struck_inside(ground, first, min(extent.new))
        if struck_before:
            return replace(
                extent,
                old=struck_before,
                how=How.GUESSED,
                confidence=extent.confidence - 0.1,
                others=(Extent(key, new=extent.new),),
            )
        return extent

    def deletion(
        self, ground: Ground, annotation: Annotation, key: ClauseKey, clause: Clause
    ) -> Extent | None:
        at = ground.at[annotation.serial]
        first = ground.segment_start(annotation)
        if clause.old:
            return self._quoted_deletion(ground, annotation, key, clause)
        end = _before_marks(ground, at)
        start = ground.struck_run_before(end, first)
        if start < end:
            return self._struck_deletion(ground, key, start, end)
        if at and ground.words[at - 1].key in GRAMMAR_WORDS:
            return Extent(key, span(at - 1, at), how=How.CLEAR, confidence=CONFIDENCE[How.CLEAR])
        names = [each.written for each in clause.mentions]
        best = self.seams.best_start(ground, first, at, names)
        if best is None:
            return None
        how = How.CLEAR if best.lead >= _CLEAR_LEAD else How.GUESSED
        extent = self.without_marks(ground, key, best.position, at, how)
        if best.second is None:
            return extent
        return replace(extent, others=(Extent(key, span(best.second, at)),))

    def _struck_deletion(self, ground: Ground, key: ClauseKey, start: int, end: int) -> Extent:
        member = member_of_pair(ground, start, end, self.evidence)
        extent = self.without_marks(ground, key, member.start, member.end, How.STRUCK)
        if member.other is None:
            return extent
        other = Extent(key, span(*member.other))
        return replace(extent, confidence=CONFIDENCE[How.CLEAR], others=(other,))

    def retained(self, ground: Ground, annotation: Annotation, clause: Clause) -> Extent | None:
        """The words that a `[retain: X]` of its own speaks of, as a deletion would take them."""
        at = ground.at[annotation.serial]
        key = (annotation.serial, 0)
        first = max(ground.segment_start(annotation), at - _LONGEST_RETAINED)
        for start in range(at - 1, first - 1, -1):
            if ground.words[start].key in PREPOSITIONS:
                return Extent(key, span(start, at))
        extent = self.deletion(ground, annotation, key, clause)
        if extent is None:
            return None
        words = frozenset(i for i in extent.old if ground.words[i].is_word)
        return Extent(extent.clause, words, how=extent.how, confidence=extent.confidence)

    def _quoted_insertion(
        self,
        ground: Ground,
        annotation: Annotation,
        key: ClauseKey,
        quote: str,
        beside: tuple[str, str] | None,
    ) -> Extent:
        at = ground.at[annotation.serial]
        if beside is not None:
            side, anchor = beside
            there = nearest(ground, words_of(anchor), at)
            if there is not None and ending_at(ground, words_of(quote), at) is None:
                place = there[0] if side == "before" else there[1]
                return Extent(key, literal=quote, place=place, how=How.QUOTED, confidence=0.9)
        words = words_of(quote)
        found = ending_at(ground, words, at) or nearest(ground, words, at)
        if found is None or abs(found[1] - at) > 40:
            return Extent(key, literal=quote, place=at, how=How.QUOTED, confidence=0.7)
        start, end = _grown(ground, found, ground.segment_start(annotation), at)
        return self._widened(ground, key, start, end, How.QUOTED)

    def _quoted_deletion(
        self, ground: Ground, annotation: Annotation, key: ClauseKey, clause: Clause
    ) -> Extent | None:
        at = ground.at[annotation.serial]
        old: set[int] = set()
        for quote in clause.old:
            words = words_of(quote)
            found = ending_at(ground, words, at) or nearest(ground, words, at)
            if found is not None:
                start, end = _grown(ground, found, ground.segment_start(annotation), at)
                old.update(self.without_marks(ground, key, start, end, How.QUOTED).old)
                continue
            indices = scattered(ground, words, at)
            if indices is None:
                return None
            whole = self.without_marks(ground, key, indices[0], indices[-1] + 1, How.QUOTED)
            old.update(whole.old - span(indices[0], indices[-1] + 1))
            old.update(indices)
        return Extent(key, frozenset(old), how=How.QUOTED, confidence=CONFIDENCE[How.QUOTED])

    def _with_retained(
        self, ground: Ground, key: ClauseKey, run: tuple[int, int], retained: list[str]
    ) -> Extent:
        """An insertion whose opponents retain words printed in it: those words are base, and
        what stands between the first and the last of them is base too."""
        start, end = run
        positions: list[int] = []
        position = start
        for word in retained:
            while position < end and ground.words[position].key != word.lower():
                position += 1
            if position == end:
                return self._widened(ground, key, start, end, How.STRUCK)
            positions.append(position)
        kept = span(positions[0], positions[-1] + 1) - frozenset(positions)
        new = span(start, end) - frozenset(positions) - kept
        return Extent(key, frozenset(positions), new, how=How.STRUCK, confidence=0.85)

    def _widened(self, ground: Ground, key: ClauseKey, start: int, end: int, how: How) -> Extent:
        """The insertion with the comma that belongs to it."""
        if start > 0 and self._takes_comma(ground, start, end):
            start -= 1
        return Extent(key, new=span(start, end), how=how, confidence=CONFIDENCE[how])

    def _takes_comma(self, ground: Ground, start: int, end: int) -> bool:
        before = ground.words[start - 1]
        right = ground.right_of(end, 3)
        after = right[0] if right else "."
        if before.text != "," or before.owner is not None or before.in_base is True:
            return False
        if after != "," and any(at == start for at in ground.at.values()):
            return False
        if before.in_base is False:
            return True
        tail = ground.words[end - 1]
        if after in SENTENCE_ENDS or after == ",":
            return True
        if tail.text == ",":
            if ground.words[start].key not in ("and", "or"):
                return True
            left = ground.left_of(start - 1, 3)
            return self.evidence.meeting(left, right) >= 3
        return tail.key not in GRAMMAR_WORDS

    def without_marks(
        self, ground: Ground, key: ClauseKey, start: int, end: int, how: How
    ) -> Extent:
        """The deletion with the comma that would be left over."""
        left = ground.left_of(start, 2)
        right = ground.right_of(end, 1)
        before = left[-1] if left else ""
        after = right[0] if right else "."
        ends_in_comma = ground.words[end - 1].text == ","
        if not left and after == ",":
            while ground.words[end - 1].text != "," and end < len(ground.words):
                end += 1
        elif before == "," and (after in SENTENCE_ENDS or after == "," or ends_in_comma):
            while start > 0 and ground.words[start - 1].text != ",":
                start -= 1
            start = max(start - 1, 0)
        elif after == "," and len(left) > 1 and left[0] in BARE_VERB_AFTER:
            while end < len(ground.words) and ground.words[end].text != ",":
                end += 1
            end = min(end + 1, len(ground.words))
        old = frozenset(i for i in range(start, end) if ground.words[i].is_base)
        return Extent(key, old, how=how, confidence=CONFIDENCE[how])


def _struck_beside(ground: Ground, new: frozenset[int]) -> frozenset[int]:
    """The struck base words right before the insertion, no annotation between."""
    old: set[int] = set()
    position = min(new)
    ends = set(ground.at.values())
    while (
        position > 0
        and position not in ends
        and (ground.words[position - 1].struck and ground.words[position - 1].is_base)
    ):
        position -= 1
        old.add(position)
    return frozenset(old)


def _struck_run_beside(ground: Ground, first: int, at: int) -> tuple[int, int] | None:
    """A struck run with a few plain words after it: an addition that replaces."""
    end = at
    while end > first and not ground.words[end - 1].struck and ground.words[end - 1].is_word:
        end -= 1
    start = ground.struck_run_before(end, first)
    if start in (end, first) or not 0 < at - end <= _FEW:
        return None
    return start, end


def _struck_inside(ground: Ground, first: int, end: int) -> frozenset[int]:
    """Struck words of the segment that nobody speaks of. Those right at its start belong to the
    annotation before."""
    while first < end and ground.words[first].struck:
        first += 1
    return frozenset(
        i for i in range(first, end) if ground.words[i].struck and ground.words[i].is_base
    )


def _known_insertions(ground: Ground, annotation: Annotation) -> frozenset[int]:
    """The words of the segment that are known not to be base."""
    return frozenset(
        i
        for i in range(ground.segment_start(annotation), ground.at[annotation.serial])
        if ground.words[i].in_base is False
        and ground.words[i].owner is None
        and not ground.words[i].is_fused
    )


def _before_marks(ground: Ground, at: int) -> int:
    """`at` without plain marks before it, if a struck word stands before those."""
    end = at
    while end > 0 and not ground.words[end - 1].is_word and not ground.words[end - 1].struck:
        end -= 1
    return end if end > 0 and ground.words[end - 1].struck else at


def _grown(ground: Ground, found: tuple[int, int], first: int, at: int) -> tuple[int, int]:
    """Quoted words grown to the struck run that holds them and ends at the annotation."""
    start, end = found
    if not all(word.struck for word in ground.words[start:end]):
        return found
    run_end = end
    while run_end < at and ground.words[run_end].struck:
        run_end += 1
    if run_end < _before_marks(ground, at):
        return found
    return ground.struck_run_before(run_end, min(first, start)), run_end


def _sentence_start(ground: Ground, first: int, at: int) -> int:
    for position in range(at - 2, first - 1, -1):
        if ground.words[position].text in SENTENCE_ENDS and ground.words[position + 1].spaced:
            return position + 1
    return first


def _retained(annotation: Annotation) -> list[str]:
    return [
        word
        for clause in annotation.clauses
        if clause.verb is Verb.RETAIN
        for quote in clause.old
        for word in words_of(quote)
    ]
