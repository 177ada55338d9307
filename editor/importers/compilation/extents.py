"""From the clauses of a provision to extents and stances, the surest first.

Three passes over all provisions: what is quoted or marked; then, with what that taught about
the document, the rest; last the replacements that stand in the slot of another.
"""

from collections.abc import Iterable
from dataclasses import replace

from editor.importers.compilation import editorial
from editor.importers.compilation.annotations import Clause
from editor.importers.compilation.beside_deletions import part_from_deletions
from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.confirmed import confirm_insertions
from editor.importers.compilation.evidence import Evidence
from editor.importers.compilation.extent import CONFIDENCE, Extent, How, span
from editor.importers.compilation.ground import ClauseKey, Ground
from editor.importers.compilation.guessed_replacements import GuessedReplacements
from editor.importers.compilation.habits import Habits
from editor.importers.compilation.phrases import Phrases
from editor.importers.compilation.profile import ConventionProfile, Verb
from editor.importers.compilation.quoted import ending_at, words_of
from editor.importers.compilation.quoted_replacements import QuotedReplacements
from editor.importers.compilation.seams import Seams, bare
from editor.importers.compilation.settled import Settled
from editor.importers.compilation.stances import read_stances
from editor.importers.compilation.stray_articles import drop_stray_articles
from editor.importers.compilation.tracked_extents import (
    deletes_an_insertion,
    shown_by_tracking,
)
from editor.importers.compilation.tracked_replacements import TrackedReplacements
from editor.importers.compilation.unclaimed import (
    report_deletions_of_nobody,
    report_words_of_nobody,
)

_CERTAIN = CONFIDENCE[How.CLEAR]
"""So sure that the rest of the document may be read by it."""


class ExtentReader:
    """Reads the extents of all provisions of one document together."""

    def __init__(self, profile: ConventionProfile, evidence: Evidence) -> None:
        self._profile = profile
        self._evidence = evidence
        self._habits = Habits()
        seams = Seams(evidence, profile)
        self._phrases = Phrases(evidence, seams)
        self._tracked = TrackedReplacements(seams)
        self._guessed = GuessedReplacements(evidence, self._habits)

    def read(self, grounds: Iterable[Ground]) -> list[Settled]:
        settled = [Settled(ground) for ground in grounds]
        for one in settled:
            self._read_woven(one)
        for one in settled:
            self._read_sure(one)
        for one in settled:
            self._note_ends(one)
        for one in settled:
            self._read_same_print(one)
        for least in (_CERTAIN, 0.0):
            for one in settled:
                self._read_rest(one, least)
        for one in settled:
            self._read_slots(one)
            self._settle_marks(one)
            drop_stray_articles(one, self._evidence)
            part_from_deletions(one)
            report_words_of_nobody(one)
        confirm_insertions(settled)
        for one in settled:
            read_stances(one, self._phrases)
            report_deletions_of_nobody(one)
        return settled

    def _read_woven(self, one: Settled) -> None:
        """Fully quoted replacements that are printed too: they claim their words first."""
        for annotation, key, clause in one.wishes():
            if clause.verb is Verb.REPLACE and clause.old and clause.new:
                reader = QuotedReplacements(one.extents)
                extent = reader.of_two_quotes(one.ground, annotation, key, clause)
                if extent is not None and extent.new and extent.literal and not extent.target:
                    self._accept(one, extent, clause)

    def _read_sure(self, one: Settled) -> None:
        for annotation, key, clause in one.wishes():
            if key in one.extents:
                continue
            extent = self._sure(one, annotation, key, clause)
            if extent is not None:
                self._accept(one, extent, clause)

    def _sure(
        self, one: Settled, annotation: Annotation, key: ClauseKey, clause: Clause
    ) -> Extent | None:
        ground = one.ground
        shown = shown_by_tracking(one, annotation, key, clause)
        if shown is not None:
            return shown
        match clause.verb:
            case Verb.ADD:
                if self._tracked.is_replacement(ground, annotation):
                    return self._tracked.sure(ground, annotation, key, clause)
                return self._phrases.sure_insertion(ground, annotation, key, clause)
            case Verb.DELETE if clause.old or _has_strike(ground, annotation):
                return self._phrases.deletion(ground, annotation, key, clause)
            case Verb.MODIFY:
                return self._tracked.sure(ground, annotation, key, clause)
            case Verb.REPLACE if clause.new is not None:
                reader = QuotedReplacements(one.extents)
                if clause.old:
                    return reader.of_two_quotes(ground, annotation, key, clause)
                extent = reader.of_new_quote(ground, annotation, key, clause)
                return extent if extent is not None and extent.new else None
            case Verb.SPLIT_SENTENCE:
                return editorial.split_sentence(ground, annotation, key)
            case _:
                return None

    def _read_same_print(self, one: Settled) -> None:
        """The same words printed before an annotation of the same delegation as elsewhere."""
        for annotation, key, clause in one.wishes():
            if clause.verb not in (Verb.ADD, Verb.MODIFY) or _is_tracked(one.extents.get(key)):
                continue
            at = one.ground.at[annotation.serial]
            names = [each.written for each in clause.mentions]
            keys = [word.key for word in one.ground.words[:at]]
            found = self._habits.same_print(names, keys)
            if found is None:
                continue
            self._forget(one, key)
            start, old, new = found
            words = frozenset(start + i for i in old)
            extent = Extent(
                key,
                words | self._struck_before(one, annotation, start),
                frozenset(start + i for i in new),
                how=How.REPEATED,
                confidence=CONFIDENCE[How.REPEATED],
            )
            if extent.old != words or not _is_struck_alike(one.ground, words):
                struck = frozenset(i for i in extent.old if one.ground.words[i].struck)
                others = (Extent(key, struck, extent.new),)
                extent = replace(extent, how=How.GUESSED, confidence=0.7, others=others)
            self._accept(one, extent, clause)

    @staticmethod
    def _struck_before(one: Settled, annotation: Annotation, start: int) -> frozenset[int]:
        first = one.ground.segment_start(annotation)
        return frozenset(
            i
            for i in range(first, start)
            if one.ground.words[i].struck and one.ground.words[i].owner is None
        )

    def _read_rest(self, one: Settled, least: float) -> None:
        """Read what is left with at least this confidence."""
        for annotation, key, clause in one.wishes():
            if key in one.extents or (clause.verb is Verb.REPLACE):
                continue
            if deletes_an_insertion(one, annotation, clause):
                continue
            if self._is_stance_on_neighbour(one, annotation, clause):
                continue
            extent = self._best(one, annotation, key, clause)
            if extent is not None and extent.confidence >= least:
                self._accept(one, extent, clause)

    def _best(
        self, one: Settled, annotation: Annotation, key: ClauseKey, clause: Clause
    ) -> Extent | None:
        ground = one.ground
        match clause.verb:
            case Verb.ADD:
                if self._tracked.is_replacement(ground, annotation):
                    return self._guessed.best(ground, annotation, key, clause, one.extents)
                extent = self._phrases.best_insertion(ground, annotation, key, clause)
                return self._with_old_after(one, annotation, extent)
            case Verb.DELETE:
                return self._phrases.deletion(ground, annotation, key, clause)
            case Verb.MODIFY:
                return self._guessed.best(ground, annotation, key, clause, one.extents)
            case Verb.NEW_SENTENCE:
                return editorial.new_sentence(ground, annotation, key)
            case Verb.DELETE_SENTENCE:
                return editorial.deleted_sentence(ground, annotation, key)
            case _:
                return None

    def _with_old_after(
        self, one: Settled, annotation: Annotation, extent: Extent | None
    ) -> Extent | None:
        """Struck words right after an insertion that nobody else speaks of were replaced by it."""
        if extent is None:
            return None
        ground = one.ground
        end = at = ground.at[annotation.serial]
        while end < len(ground.words) and ground.words[end].struck:
            end += 1
        claimed = any(at < place <= end + 1 for serial, place in ground.at.items()) or any(
            i in other.old | other.new for other in one.extents.values() for i in range(at, end)
        )
        next_place = min((p for p in ground.at.values() if p > at), default=None)
        if end == at or claimed or (next_place is None and end == len(ground.words)):
            return extent
        return replace(extent, old=extent.old | span(at, end))

    def _read_slots(self, one: Settled) -> None:
        for annotation, key, clause in one.wishes():
            if key in one.extents or clause.verb is not Verb.REPLACE or clause.new is None:
                continue
            reader = QuotedReplacements(one.extents)
            extent = reader.of_new_quote(one.ground, annotation, key, clause)
            if extent is not None:
                self._accept(one, extent, clause)
                self._share_slot(one, key, extent)

    def _settle_marks(self, one: Settled) -> None:
        """The comma that a deletion leaves over is known once all insertions are."""
        for key, extent in one.extents.items():
            words = [i for i in extent.old if one.ground.words[i].is_word]
            if not words or extent.new or extent.literal is not None or extent.target:
                continue
            if _is_tracked(extent):
                continue
            grown = self._phrases.without_marks(
                one.ground, key, min(words), max(words) + 1, extent.how
            )
            marks = frozenset(i for i in grown.old if not one.ground.words[i].is_word)
            one.extents[key] = replace(extent, old=extent.old | marks)

    def _share_slot(self, one: Settled, key: ClauseKey, extent: Extent) -> None:
        """A deletion in the same bracket takes out the function words that the replacement
        showed to belong to the slot."""
        before = one.extents.get((key[0], key[1] - 1))
        if before is None or before.new or not before.old or extent.target is not None:
            return
        more = extent.old - before.old
        first = min(before.old)
        if more and all(i < first and one.ground.words[i].key in ("as", "to") for i in more):
            grown = self._phrases.without_marks(
                one.ground, before.clause, min(more), max(before.old) + 1, before.how
            )
            one.extents[before.clause] = replace(before, old=grown.old)

    def _accept(self, one: Settled, extent: Extent, clause: Clause) -> None:
        key = extent.clause
        new = frozenset(
            i
            for i in extent.new
            if one.ground.words[i].owner is None and one.ground.words[i].in_base is not True
        )
        extent = replace(extent, new=new, old=extent.old | _fused_twins(one.ground, new))
        if not (extent.new or extent.old or extent.literal):
            return
        one.extents[key] = extent
        for index in new:
            one.ground.words[index].owner = key
        if extent.restored is not None:
            _restore(one.ground, *extent.restored)
        if clause.also_new is not None:
            reader = QuotedReplacements(one.extents)
            one.also.append(reader.of_alternative(one.ground, extent, clause.also_new))
        names = [each.written for each in clause.mentions]
        words = bare([one.ground.words[i].key for i in sorted(new)])
        if words and extent.confidence >= _CERTAIN:
            self._evidence.add_insertion(words, names)
        self._learn(one.ground, extent, names)

    def _learn(self, ground: Ground, extent: Extent, names: list[str]) -> None:
        if not extent.old or not extent.new or extent.confidence < _CERTAIN:
            if extent.how is How.QUOTED and extent.new and extent.old:
                self._learn_order(ground, extent)
            return
        old = [ground.words[i].text for i in sorted(extent.old)]
        new = [ground.words[i].text for i in sorted(extent.new)]
        self._habits.note(names, old, new)
        self._learn_order(ground, extent)
        everything = extent.old | extent.new
        start, end = min(everything), max(everything) + 1
        self._habits.note_print(
            names,
            [word.key for word in ground.words[start:end]],
            [i - start for i in extent.old],
            [i - start for i in extent.new],
        )
        kept = [ground.words[i].key for i in range(start, end) if i not in extent.old]
        self._evidence.add_insertion(bare(kept), names)

    def _learn_order(self, ground: Ground, extent: Extent) -> None:
        places = sorted(extent.old | extent.new)
        words = [ground.words[i] for i in places]
        if places[-1] - places[0] >= len(places):
            return
        if all(word.struck for word in words) and len({word.run for word in words}) == 2:
            self._habits.note_order(min(extent.new) < min(extent.old))

    def _forget(self, one: Settled, key: ClauseKey) -> None:
        one.extents.pop(key, None)
        for word in one.ground.words:
            if word.owner == key:
                word.owner = None

    def _note_ends(self, one: Settled) -> None:
        for annotation, key, clause in one.wishes():
            if clause.verb is Verb.ADD and key not in one.extents:
                at = one.ground.at[annotation.serial]
                first = max(0, one.ground.segment_start(annotation) - 1)
                words = [word.key for word in one.ground.words[first:at]]
                while words and not words[-1][0].isalnum():
                    words.pop()
                self._evidence.add_end(words)

    def _is_stance_on_neighbour(self, one: Settled, annotation: Annotation, clause: Clause) -> bool:
        """An unquoted `[remove: X]` beside the annotation that inserted the words speaks against
        that insertion."""
        if clause.verb is not Verb.DELETE or clause.old:
            return False
        at = one.ground.at[annotation.serial]
        if at and one.ground.words[at - 1].owner is not None:
            return True
        for other in one.ground.annotations:
            if other.serial == annotation.serial + 1 and one.ground.at[other.serial] == at:
                first = other.clauses[0]
                if first.new is not None and first.verb in (Verb.ADD, Verb.REPLACE):
                    return ending_at(one.ground, words_of(first.new), at) is not None
        return False


def _fused_twins(ground: Ground, new: frozenset[int]) -> frozenset[int]:
    """The old halves of fused words whose new halves are inserted."""
    return frozenset(
        twin
        for i in new
        if ground.words[i].is_fused
        for twin in (i - 1, i + 1)
        if 0 <= twin < len(ground.words)
        and ground.words[twin].is_fused
        and ground.words[twin].in_base
    )


def _is_tracked(extent: Extent | None) -> bool:
    """Whether the file itself says how far the extent reaches."""
    return extent is not None and extent.how is How.TRACKED


def _restore(ground: Ground, index: int, base: str) -> None:
    word = ground.words[index]
    word.base_text = base
    ground.warnings.append(("word_restored", word.line, f"{word.text}: {base}"))


def _is_struck_alike(ground: Ground, indices: frozenset[int]) -> bool:
    """Whether all of these words are struck, or none is; fused ones do not count."""
    words = [ground.words[i] for i in indices if not ground.words[i].is_fused]
    return len({word.struck for word in words}) < 2


def _has_strike(ground: Ground, annotation: Annotation) -> bool:
    at = ground.at[annotation.serial]
    while at > 0 and not ground.words[at - 1].is_word and not ground.words[at - 1].struck:
        at -= 1
    return at > ground.segment_start(annotation) and ground.words[at - 1].struck
