"""What an edit touches, character by character, and the one way to write it down.

Written for texts of plain words, spaces and marks, slowly and obviously: nothing here is shared
with the engine but the shape of an edit.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from editor.text.edit import Edit


def words_and_marks(text: str) -> list[str]:
    """Whole words, single spaces, single marks."""
    return re.findall(r"\w+|\W", text)


def ends_of_tokens(text: str) -> set[int]:
    ends = {0}
    for token in words_and_marks(text):
        ends.add(max(ends) + len(token))
    return ends


def normal_single(base: str, edit: Edit) -> Edit:
    """Trim the tokens shared at both ends, then slide a pure change to its leftmost place."""
    result = base[: edit.start] + edit.text + base[edit.end :]
    if result == base:
        return Edit(0, 0, "")
    before, after = words_and_marks(base), words_and_marks(result)
    head = 0
    while before[head : head + 1] and before[head : head + 1] == after[head : head + 1]:
        head += 1
    tail = 0
    while (
        tail < min(len(before), len(after)) - head
        and before[len(before) - tail - 1] == after[len(after) - tail - 1]
    ):
        tail += 1
    start = len("".join(before[:head]))
    old = "".join(before[head : len(before) - tail])
    new = "".join(after[head : len(after) - tail])
    if old and new:
        return Edit(start, start + len(old), new)
    length = len(old or new)
    longer, shorter = (base, result) if old else (result, base)
    for place in range(start + 1):
        whole_tokens = {place, place + length} <= ends_of_tokens(longer)
        same = longer[:place] + longer[place + length :] == shorter
        if whole_tokens and same and place in ends_of_tokens(shorter):
            text = "" if old else longer[place : place + length]
            return Edit(place, place + len(old), text)
    raise AssertionError("a change can always stay where it is")


def normal_set(base: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits of one amendment; those that meet after sliding become one."""
    entered = sorted(edits, key=lambda each: (each.start, each.end))
    while True:
        normal = [(normal_single(base, each), each) for each in entered]
        normal = [(slid, each) for slid, each in normal if slid != Edit(0, 0, "")]
        meeting = [
            (left_entered, right_entered)
            for (left, left_entered), (right, right_entered) in pairwise(normal)
            if right.start <= left.end
        ]
        if not meeting:
            return tuple(slid for slid, _ in normal)
        left, right = meeting[0]
        text = left.text + base[left.end : right.start] + right.text
        apart = [each for _, each in normal if each not in (left, right)]
        entered = sorted(
            [*apart, Edit(left.start, right.end, text)], key=lambda each: (each.start, each.end)
        )


def characters(edit: Edit) -> set[int]:
    """The base characters the edit replaces or deletes."""
    return set(range(edit.start, edit.end))


def gaps_inside(edit: Edit) -> set[int]:
    """The gaps between two characters that the edit replaces or deletes."""
    return set(range(edit.start + 1, edit.end))


def edits_exclude(one: Edit, other: Edit) -> bool:
    """Whether two edits want different things of the same characters."""
    if one == other:
        return False
    if one.is_insertion:
        return one.start in gaps_inside(other)
    if other.is_insertion:
        return other.start in gaps_inside(one)
    if not one.text and not other.text:
        return False
    return bool(characters(one) & characters(other))
