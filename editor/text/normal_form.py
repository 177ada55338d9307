"""Normal form: the one way to write down a change, so that identical changes meet.

What two texts share at both ends is trimmed, by tokens, and a pure insertion or deletion
slides as far left as it can (the variant normalisation of genomics). The normal form of a
single edit depends only on the text before and the text after, so two single edits give the
same text if and only if their normal forms are equal.
"""

from collections.abc import Iterable

from editor.text.edit import Edit
from editor.text.tokens import is_boundary


def normal_edit(base: str, edit: Edit) -> Edit:
    """The normal form of one edit of `base`; `Edit(0, 0, "")` if it changes nothing."""
    result = base[: edit.start] + edit.text + base[edit.end :]
    if result == base:
        return Edit(0, 0, "")
    trimmed = _trim(base, result, edit)
    if trimmed.start == trimmed.end or not trimmed.text:
        return _slide_left(base, result, trimmed)
    return trimmed


def normal_form(base: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits of one amendment, normalised as a set: disjoint, in order, none touching.

    An edit never slides across its neighbour: where it would meet it, the two become one.
    Raises ValueError when edits overlap or lie outside `base`.
    """
    ordered = sorted(
        (edit for edit in edits if not edit.is_nothing), key=lambda each: (each.start, each.end)
    )
    _check_disjoint(base, ordered)
    if len(ordered) == 1:
        single = normal_edit(base, ordered[0])
        return () if single.is_nothing else (single,)
    entered: list[Edit] = []
    normal: list[Edit] = []
    for edit in ordered:
        current = normal_edit(base, edit)
        while normal and current.start <= normal[-1].end and not current.is_nothing:
            normal.pop()
            edit = _union(base, entered.pop(), edit)
            current = normal_edit(base, edit)
        if not current.is_nothing:
            entered.append(edit)
            normal.append(current)
    return tuple(normal)


def _check_disjoint(base: str, ordered: list[Edit]) -> None:
    reached = 0
    for edit in ordered:
        if not reached <= edit.start <= edit.end <= len(base):
            raise ValueError(f"edits overlap or leave the text: {edit}")
        reached = edit.end


def _union(base: str, left: Edit, right: Edit) -> Edit:
    """Two disjoint edits, with the words between them, as one."""
    return Edit(left.start, right.end, left.text + base[left.end : right.start] + right.text)


def _trim(base: str, result: str, edit: Edit) -> Edit:
    shortest = min(len(base), len(result))
    start = min(edit.start, shortest)
    while start < shortest and base[start] == result[start]:
        start += 1
    while not (is_boundary(base, start) and is_boundary(result, start)):
        start -= 1
    suffix = min(len(base) - edit.end, shortest - start)
    while suffix < shortest - start and base[-suffix - 1] == result[-suffix - 1]:
        suffix += 1
    while not (is_boundary(base, len(base) - suffix) and is_boundary(result, len(result) - suffix)):
        suffix -= 1
    return Edit(start, len(base) - suffix, result[start : len(result) - suffix])


def _slide_left(base: str, result: str, edit: Edit) -> Edit:
    """The leftmost equal of a pure insertion or deletion whose ends are token boundaries."""
    longer = result if edit.text else base
    length = len(edit.text) or edit.end - edit.start
    best = start = edit.start
    while start > 0 and longer[start - 1] == longer[start + length - 1]:
        start -= 1
        if (
            is_boundary(longer, start)
            and is_boundary(longer, start + length)
            and is_boundary(base if edit.text else result, start)
        ):
            best = start
    if edit.text:
        return Edit(best, best, longer[best : best + length])
    return Edit(best, best + length, "")
