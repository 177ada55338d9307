"""Extents that the tracked changes of the file show: the file says where each begins and ends,
the annotation whose it is."""

from editor.importers.compilation.annotations import Clause
from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.extent import CONFIDENCE, Extent, How
from editor.importers.compilation.ground import ClauseKey, Word
from editor.importers.compilation.profile import Verb
from editor.importers.compilation.runs import sentence_start
from editor.importers.compilation.settled import Settled
from editor.importers.source import Revision

_SEVERAL = 0.85
_REPLACES = frozenset({Verb.MODIFY, Verb.REPLACE})


def shown_by_tracking(
    one: Settled, annotation: Annotation, key: ClauseKey, clause: Clause
) -> Extent | None:
    """What the tracked changes before an annotation show of a wish without quotation; None where
    they show nothing, or another verb than the annotation has."""
    if clause.new is not None or clause.old:
        return None
    changed = _changed_before(one, annotation)
    if not changed:
        return None
    end = _end(one, annotation)
    touching = _touching(changed, end)
    match clause.verb:
        case Verb.ADD if _new(one, touching):
            return _extent(one, key, touching, CONFIDENCE[How.TRACKED])
        case Verb.ADD if _new(one, changed):
            last = max(_new(one, changed))
            return _guess(_extent(one, key, _touching(changed, last + 1), 0.0))
        case Verb.DELETE if _is_deletion(one, touching):
            return _extent(one, key, touching, CONFIDENCE[How.TRACKED])
        case verb if verb in _REPLACES:
            start = sentence_start(one.ground, min(changed), end)
            meant = touching | {i for i in changed if i >= start}
            sure = CONFIDENCE[How.TRACKED] if meant == touching else _SEVERAL
            return _extent(one, key, meant, sure) if meant else None
    return None


def deletes_an_insertion(one: Settled, annotation: Annotation, clause: Clause) -> bool:
    """Whether an unquoted `delete` stands behind words that are no base text and nobody's: it
    says nothing of the base words before these."""
    if clause.verb is not Verb.DELETE or clause.old:
        return False
    touching = _touching(_changed_before(one, annotation), _end(one, annotation))
    return bool(touching) and not _is_deletion(one, touching)


def _changed_before(one: Settled, annotation: Annotation) -> frozenset[int]:
    """The tracked words that may belong to the annotation, those that others claim left out."""
    ground = one.ground
    taken = {i for extent in one.extents.values() for i in extent.old | extent.new}
    inside = range(ground.segment_start(annotation), ground.at[annotation.serial])
    return frozenset(i for i in inside if _is_change(ground.words[i]) and i not in taken)


def _is_change(word: Word) -> bool:
    """Whether a tracked change reaches the word, and the base text, where it is known, agrees."""
    if word.revision is Revision.DELETED:
        return word.is_base
    return word.revision is not Revision.NONE and word.in_base is False and word.owner is None


def _end(one: Settled, annotation: Annotation) -> int:
    """Where the words before the annotation end, plain marks between left out."""
    words = one.ground.words
    end = one.ground.at[annotation.serial]
    first = one.ground.segment_start(annotation)
    while end > first and not words[end - 1].is_word and not words[end - 1].revision:
        end -= 1
    return end


def _touching(changed: frozenset[int], end: int) -> frozenset[int]:
    """The stretch of changed words that ends at `end`."""
    start = end
    while start - 1 in changed:
        start -= 1
    return frozenset(range(start, end))


def _new(one: Settled, indices: frozenset[int]) -> frozenset[int]:
    return frozenset(i for i in indices if one.ground.words[i].in_base is False)


def _is_deletion(one: Settled, touching: frozenset[int]) -> bool:
    """Whether words are taken out, and none put in but what is left of a word."""
    new = _new(one, touching)
    words = one.ground.words
    return touching != new and all(_is_rest(words[i - 1], words[i]) for i in new)


def _is_rest(before: Word, word: Word) -> bool:
    is_part = before.key.startswith(word.key) or before.key.endswith(word.key)
    return before.revision is Revision.DELETED and is_part


def _extent(one: Settled, key: ClauseKey, indices: frozenset[int], confidence: float) -> Extent:
    new = _new(one, indices)
    return Extent(key, indices - new, new, how=How.TRACKED, confidence=confidence)


def _guess(extent: Extent) -> Extent:
    return Extent(
        extent.clause,
        extent.old,
        extent.new,
        how=How.CLEAR,
        confidence=CONFIDENCE[How.CLEAR],
    )
