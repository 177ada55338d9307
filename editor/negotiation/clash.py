"""Which changes exclude each other (rules 3, 4 and 10). Never depends on what is switched on.

Sets of changes are bit masks: bit `n` stands for change number `n` of a cluster.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from editor.negotiation.change import Change, Nature
from editor.text.edit import Edit


@lru_cache(maxsize=16_384)
def bits(mask: int) -> tuple[int, ...]:
    """The numbers of the changes in `mask`, ascending."""
    numbers = []
    while mask:
        lowest = mask & -mask
        numbers.append(lowest.bit_length() - 1)
        mask ^= lowest
    return tuple(numbers)


def edits_clash(one: Edit, other: Edit) -> bool:
    """Rule 3 for two different edits of one text."""
    if one.start == one.end:
        return other.start < one.start < other.end
    if other.start == other.end:
        return one.start < other.start < one.end
    return one.start < other.end and other.start < one.end and bool(one.text or other.text)


def clash_masks(changes: Sequence[Change]) -> list[int]:
    """For each change the mask of those it clashes with."""
    masks = [0] * len(changes)
    if len(changes) < 2:
        return masks
    _mark_words(changes, masks)
    _mark_provisions(changes, masks)
    _mark_alternatives(changes, masks)
    return masks


def _mark_words(changes: Sequence[Change], masks: list[int]) -> None:
    """Edits of one provision, by shape: whether two edits clash depends on their ranges and on
    whether they are pure deletions, so rivals for the same words are compared once."""
    shapes: dict[str, dict[tuple[int, int, bool], int]] = defaultdict(lambda: defaultdict(int))
    same_edit: dict[tuple[str, Edit], int] = defaultdict(int)
    for number, change in enumerate(changes):
        for edit in change.edits:
            shapes[change.provision][_shape(edit)] |= 1 << number
            same_edit[change.provision, edit] |= 1 << number
    rivals = {pid: _rival_shapes(list(by_shape)) for pid, by_shape in shapes.items()}
    for number, change in enumerate(changes):
        mask = 0
        for edit in change.edits:
            shape = _shape(edit)
            by_shape = shapes[change.provision]
            for rival in rivals[change.provision][shape]:
                mask |= by_shape[rival]
            if edit.text and edit.start < edit.end:
                mask |= by_shape[shape] & ~same_edit[change.provision, edit]
        masks[number] |= mask & ~(1 << number)


def _shape(edit: Edit) -> tuple[int, int, bool]:
    return edit.start, edit.end, bool(edit.text)


def _rival_shapes(
    shapes: list[tuple[int, int, bool]],
) -> dict[tuple[int, int, bool], list[tuple[int, int, bool]]]:
    def stand_in(shape: tuple[int, int, bool]) -> Edit:
        return Edit(shape[0], shape[1], "x" if shape[2] else "")

    return {
        shape: [
            other
            for other in shapes
            if other != shape and edits_clash(stand_in(shape), stand_in(other))
        ]
        for shape in shapes
    }


def _mark_provisions(changes: Sequence[Change], masks: list[int]) -> None:
    structural = [
        number for number, change in enumerate(changes) if change.nature is not Nature.WORDS
    ]
    for number in structural:
        for other in range(len(changes)):
            if other != number and _provisions_clash(changes[number], changes[other]):
                masks[number] |= 1 << other
                masks[other] |= 1 << number


def _provisions_clash(one: Change, other: Change) -> bool:
    match one.nature, other.nature:
        case Nature.WHOLE, Nature.WHOLE:
            return not set(one.touched).isdisjoint(other.touched)
        case Nature.WHOLE, Nature.WORDS:
            return other.provision in one.touched
        case Nature.MOVE, Nature.MOVE:
            return one.provision == other.provision
        case Nature.DROP, Nature.MOVE:
            return other.provision in one.touched or other.after in one.touched[:-1]
        case Nature.DROP, Nature.NEW:
            return other.after in one.touched[:-1]
        case Nature.DROP, Nature.WHOLE:
            return _takes_away(other, one)
        case _:
            return False


def _takes_away(whole: Change, drop: Change) -> bool:
    """Whether `whole` deletes a neighbour of the dropped break, or rewrites words it edits."""
    if drop.edits and drop.provision in whole.touched:
        return True
    removes = not whole.text or bool(whole.provisions)
    return removes and not set(whole.touched).isdisjoint(drop.touched)


def _mark_alternatives(changes: Sequence[Change], masks: list[int]) -> None:
    number_of = {each.id: n for n, change in enumerate(changes) for each in change.amendments}
    for number, change in enumerate(changes):
        for amendment in change.amendments:
            for alternative in amendment.alternatives:
                other = number_of.get(alternative)
                if other is not None and other != number:
                    masks[number] |= 1 << other
                    masks[other] |= 1 << number


def engulfed_masks(changes: Sequence[Change], masks: Sequence[int]) -> dict[int, int]:
    """For each phrase deletion: the opponents that leave it a mere *contested deletion*
    (rule 4): what they do against it lies within its range, none has exactly that range."""
    declared = {
        (amendment.id, alternative)
        for change in changes
        for amendment in change.amendments
        for alternative in amendment.alternatives
    }
    engulfed: dict[int, int] = {}
    for number, change in enumerate(changes):
        if change.is_phrase_deletion and masks[number]:
            engulfed[number] = sum(
                1 << other
                for other in bits(masks[number])
                if _lies_within(changes[other], change.edits[0])
                and not _are_alternatives(changes[other], change, declared)
            )
    return engulfed


def _lies_within(change: Change, deletion: Edit) -> bool:
    against = [edit for edit in change.edits if edits_clash(edit, deletion)]
    return change.nature is Nature.WORDS and all(
        deletion.start <= edit.start
        and edit.end <= deletion.end
        and (edit.start, edit.end) != (deletion.start, deletion.end)
        for edit in against
    )


def _are_alternatives(one: Change, other: Change, declared: set[tuple[str, str]]) -> bool:
    return any(
        (first, second) in declared or (second, first) in declared
        for first in one.ids
        for second in other.ids
    )


def components(members: int, masks: Sequence[int]) -> list[int]:
    """The connected components, of two and more, of the clash graph within `members`."""
    found = []
    while members:
        component = members & -members
        frontier = component
        while frontier:
            reached = 0
            for number in bits(frontier):
                reached |= masks[number]
            frontier = reached & members & ~component
            component |= frontier
        members &= ~component
        if component & (component - 1):
            found.append(component)
    return found


MOST_MEMBERS = 24
MOST_OPTIONS = 64


def fitting_sets(members: int, masks: Sequence[int]) -> tuple[int, ...]:
    """The maximal sets of `members` that fit together (Bron-Kerbosch with pivot).

    Beyond MOST_MEMBERS members or MOST_OPTIONS sets: one set per member.
    """
    singles = tuple(1 << number for number in bits(members))
    if len(singles) > MOST_MEMBERS:
        return singles
    found: list[int] = []
    pending = [(0, members, 0)]
    while pending:
        chosen, candidates, excluded = pending.pop()
        if not candidates and not excluded:
            found.append(chosen)
            if len(found) > MOST_OPTIONS:
                return singles
            continue
        pivot = max(
            bits(candidates | excluded),
            key=lambda n: (candidates & ~masks[n] & ~(1 << n)).bit_count(),
        )
        for number in bits(candidates & (masks[pivot] | 1 << pivot)):
            bit = 1 << number
            fits = ~masks[number] & ~bit
            pending.append((chosen | bit, candidates & fits, excluded & fits))
            candidates &= ~bit
            excluded |= bit
    return tuple(sorted(found))
