"""Insertions read by form that the rest of the document bears out, or does not.

Where a phrase begins is a guess as long as only its form and the words around it say so. The
same words inserted by the same delegation elsewhere make it sure: once where their print shows
them, several times in different surroundings where it does not either, for then only one
start fits everywhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.importers.compilation.extent import CONFIDENCE, Extent, How
from editor.importers.compilation.ground import ClauseKey
from editor.importers.compilation.profile import Verb
from editor.importers.compilation.seams import bare
from editor.importers.compilation.settled import Settled

_SHOWN = frozenset({How.BASE, How.QUOTED, How.TRACKED, How.STRUCK})
_BY_FORM = frozenset({How.REPEATED, How.CLEAR, How.GUESSED})
_TIMES = 3
_TIMES_OF_LONG = 2
_LONG = 5
_AROUND = 2

_Insertion = tuple[str, tuple[str, ...]]
"""Delegation as written, words."""
_Context = tuple[str, ...]


def confirm_insertions(settled: Sequence[Settled]) -> None:
    """Give insertions of plain words the confidence that the other places bear out."""
    shown: set[_Insertion] = set()
    places: dict[_Insertion, set[_Context]] = defaultdict(set)
    for one in settled:
        for _key, extent, insertions in _insertions(one):
            for each in insertions:
                if extent.how in _SHOWN:
                    shown.add(each)
                else:
                    places[each].add(_context(one, extent))
    for one in settled:
        for key, extent, insertions in list(_insertions(one)):
            if extent.how not in _BY_FORM or extent.old:
                continue
            if any(each in shown or len(places[each]) >= _enough(each) for each in insertions):
                one.extents[key] = _graded(extent, How.REPEATED)
            elif extent.how is How.REPEATED:
                one.extents[key] = _graded(extent, How.CLEAR)


def _insertions(one: Settled) -> Iterator[tuple[ClauseKey, Extent, list[_Insertion]]]:
    for _annotation, key, clause in one.wishes():
        extent = one.extents.get(key)
        if extent is None or clause.verb is not Verb.ADD or not extent.new:
            continue
        words = bare([one.ground.words[i].key for i in sorted(extent.new)])
        yield key, extent, [(each.written, words) for each in clause.mentions]


def _context(one: Settled, extent: Extent) -> _Context:
    """The words around an insertion: the same insertion in the same words says nothing new."""
    left = one.ground.left_of(min(extent.new), _AROUND)
    return *left, "", *one.ground.right_of(max(extent.new) + 1, _AROUND)


def _enough(insertion: _Insertion) -> int:
    return _TIMES_OF_LONG if len(insertion[1]) >= _LONG else _TIMES


def _graded(extent: Extent, how: How) -> Extent:
    return replace(extent, how=how, confidence=CONFIDENCE[how])
