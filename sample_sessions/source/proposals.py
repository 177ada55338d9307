"""Where each declared change stands: its place in the provision and its exact edit."""

from dataclasses import dataclass

from sample_sessions.source.model import Change, Part, Provision


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points `[start, end)` by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class PlacedChange:
    """`edit` counts in the provision's own text, or in the target's new words if the change has
    a target. A split has the offset `at` and an edit, other structural changes neither."""

    id: str
    change: Change
    edit: Edit | None = None
    at: int | None = None


def placed_changes(provision: Provision) -> tuple[PlacedChange, ...]:
    """The changes in the order in which the paper shows them.

    A change of the whole provision that no part names (an alternative text) comes last.
    """
    ordered: list[tuple[Change, Edit | None, int | None]] = []
    start = 0
    for part in provision.parts:
        for name in part.changes:
            change = provision.change(name)
            ordered.append((change, *_placed(change, part, start, provision)))
        start += len(_plain(part.base))
    named = {change.name for change, _, _ in ordered}
    ordered.extend((each, None, None) for each in provision.changes if each.name not in named)
    return tuple(
        PlacedChange(f"{provision.label}.{number}", change, edit, at)
        for number, (change, edit, at) in enumerate(ordered, start=1)
    )


def _plain(text: str) -> str:
    return text.replace("*", "")


def _placed(
    change: Change, part: Part, start: int, provision: Provision
) -> tuple[Edit | None, int | None]:
    if change.kind == "split":
        at = provision.text.index(change.before)
        return _edit(change, provision.text, at), at
    if change.kind != "edit":
        return None, None
    if change.target:
        inserted = provision.change(change.target).new
        return _edit(change, inserted, inserted.index(change.old)), None
    base = _plain(part.base)
    if change.old:
        at = base.index(change.old)
    else:
        at = base.index(change.after) + len(change.after) if change.after else 0
    return _edit(change, provision.text, start + at), None


def _edit(change: Change, text: str, at: int) -> Edit:
    end = at + len(change.old)
    if text[at:end] != change.old:
        raise ValueError(f"{change.name}: {change.old!r} is not at {at} of {text!r}")
    return Edit(at, end, change.new)
