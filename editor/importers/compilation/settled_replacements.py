"""Extents of replacements where it is known which printed words are base text."""

from editor.importers.compilation.extent import CONFIDENCE, Extent, How, span
from editor.importers.compilation.ground import ClauseKey, Ground
from editor.importers.compilation.parallels import likeness
from editor.importers.compilation.runs import sentence_start


def settled_replacement(ground: Ground, key: ClauseKey, first: int, at: int) -> Extent | None:
    """Where base words are known: the others were inserted, struck base words are old."""
    start = sentence_start(ground, first, at)
    inside = range(start, at)
    new = frozenset(i for i in inside if _is_inserted(ground, i))
    unknown = [i for i in inside if ground.words[i].in_base is None]
    if not new and not (unknown and len(unknown) < len(inside)):
        return None
    if unknown:
        known = [i for i in inside if ground.words[i].in_base is not None]
        struck = [i for i in unknown if ground.words[i].struck and i < max(known, default=0)]
        if not struck and not new:
            return None
        new |= frozenset(struck)
    last = max(new)
    if new and ground.words[min(new)].text == "/":
        return Extent(key, new=new, how=How.BASE, confidence=CONFIDENCE[How.BASE])
    old = frozenset(
        i for i in inside if ground.words[i].in_base and ground.words[i].struck
    ) - _struck_apart(ground, start, new)
    if old and len(old) == len([i for i in inside if ground.words[i].in_base]):
        old = _moved(ground, new, old) or old
    if not old:
        after = range(last + 1, at)
        old = frozenset(i for i in after if ground.words[i].is_word and ground.words[i].is_base)
    if not old:
        old = _old_beside(ground, new, first, last)
    if not old:
        return None
    return Extent(key, old, new, how=How.BASE, confidence=CONFIDENCE[How.BASE])


def _moved(ground: Ground, new: frozenset[int], old: frozenset[int]) -> frozenset[int]:
    """Old words that were put in again elsewhere nearby: only these are taken out."""
    inserted = {ground.words[i].key for i in new}
    return frozenset(i for i in old if ground.words[i].key in inserted)


def _old_beside(ground: Ground, new: frozenset[int], first: int, last: int) -> frozenset[int]:
    """Plain base words that insertions beside them replace: those most like them."""
    start = min(new)
    words = [ground.words[i].text for i in sorted(new)]
    best: tuple[float, frozenset[int]] = (0.0, frozenset())
    for length in range(1, 6):
        for begin in (start - length, last + 1):
            stretch = range(begin, begin + length)
            if begin < first or stretch.stop > len(ground.words):
                continue
            if not all(ground.words[i].is_base for i in stretch):
                continue
            score = likeness([ground.words[i].text for i in stretch], words) - 0.3 * abs(
                length - len(words)
            )
            if score > best[0]:
                best = score, frozenset(stretch)
    return best[1]


def _struck_apart(ground: Ground, start: int, new: frozenset[int]) -> frozenset[int]:
    """Struck words at the start of the segment that do not touch the new ones: those of the
    annotation before."""
    end = start
    while end < min(new) and ground.words[end].struck:
        end += 1
    return frozenset() if end == min(new) else span(start, end)


def _is_inserted(ground: Ground, index: int) -> bool:
    word = ground.words[index]
    return (
        word.in_base is False
        and word.owner is None
        and not (word.is_fused and index + 1 < len(ground.words) and ground.words[index + 1].owner)
    )
