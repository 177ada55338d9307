"""From amendments to changes: normal forms against the text they amend, equals united."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState
from editor.negotiation.change import NATURE_OF, Change, Nature
from editor.negotiation.entering import inserted_text
from editor.text.edit import Edit, apply_edits
from editor.text.normal_form import normal_form
from editor.text.reshaping import split_edits

BREAK = "\n"
"""What a split inserts."""


class Found(NamedTuple):
    """The distinct changes, each with the retired (withdrawn, parked, superseded) amendments
    equal to it; `retired` are those equal to none, `misfits` proposed ones that fit nowhere:
    their edits leave the text, overlap, or change nothing."""

    changes: list[tuple[Change, list[Amendment]]]
    misfits: list[Amendment]
    retired: list[Amendment]


def changes_of(text: str, amendments: Collection[Amendment]) -> Found:
    """What `amendments` come to in one provision's text, in a fixed order."""
    by_key: dict[tuple[object, ...], list[Amendment]] = {}
    shapes: dict[tuple[object, ...], Change] = {}
    retired: dict[tuple[object, ...], list[Amendment]] = defaultdict(list)
    misfits: list[Amendment] = []
    for amendment in amendments:
        proposed = amendment.state is AmendmentState.PROPOSED
        change = _change(text, amendment)
        if change is None:
            if proposed:
                misfits.append(amendment)
            else:
                retired[(amendment.id,)].append(amendment)
            continue
        key = _key(change, amendment, amendments)
        if proposed:
            shapes.setdefault(key, change)
            by_key.setdefault(key, []).append(amendment)
        else:
            retired[key].append(amendment)
    united = [
        (_united(shapes[key], equals), retired.pop(key, [])) for key, equals in by_key.items()
    ]
    united.sort(key=lambda each: _fixed_order(each[0]))
    return Found(united, misfits, [each for group in retired.values() for each in group])


def _key(
    change: Change, amendment: Amendment, all_here: Collection[Amendment]
) -> tuple[object, ...]:
    """What equal amendments share."""
    is_new = change.nature is Nature.NEW
    return (
        change.nature,
        "" if is_new else change.provision,
        change.edits,
        change.text,
        change.after,
        frozenset(change.provisions),
        _repetition(amendment, all_here) if is_new else 0,
    )


def _repetition(amendment: Amendment, all_here: Collection[Amendment]) -> int:
    """Which time one of its sponsors proposes the same new provision in the same place: the
    same paragraph wanted twice by one delegation is not one change with two sponsors."""
    same = [
        each
        for each in all_here
        if each.state is AmendmentState.PROPOSED
        and (each.kind, each.after, each.text) == (amendment.kind, amendment.after, amendment.text)
    ]
    return (
        max(
            sum(
                (each.ordinal_of(voice.delegation), each.id) < (voice.ordinal, amendment.id)
                for each in same
                if voice.delegation in each.sponsors
            )
            for voice in amendment.sponsorships
        )
        if len(same) > 1 and amendment.sponsorships
        else 0
    )


def _united(shape: Change, equals: list[Amendment]) -> Change:
    """One change for equal amendments; it stands where the first of them (by id) says."""
    if len(equals) == 1:
        return shape
    first = min(equals, key=lambda each: each.id)
    provision = first.provision if shape.nature in (Nature.NEW, Nature.WHOLE) else shape.provision
    return Change(
        shape.nature,
        provision,
        tuple(sorted(equals, key=lambda each: each.id)),
        shape.edits,
        shape.text,
        shape.after,
        shape.provisions,
    )


def _fixed_order(change: Change) -> tuple[object, ...]:
    """Independent of ids and of the order of import."""
    first = change.edits[0] if change.edits else Edit(-1, -1, "")
    return (
        change.nature.value,
        first,
        change.edits,
        change.text or "",
        change.after,
        change.provision,
        change.touched,
    )


def _change(text: str, amendment: Amendment) -> Change | None:
    nature = NATURE_OF[amendment.kind]
    if nature is Nature.WORDS:
        return _words(text, amendment)
    if amendment.kind is AmendmentKind.JOIN:
        return _join(text, amendment)
    if nature is Nature.WHOLE:
        replacing = amendment.kind is AmendmentKind.REPLACE_PROVISION
        new = (amendment.text or "") if replacing else ""
        if new == text:
            return None
        return Change(nature, amendment.provision, (amendment,), text=new)
    return Change(
        nature,
        amendment.provision,
        (amendment,),
        text=(amendment.text or "") if nature is Nature.NEW else None,
        after=amendment.after or "",
    )


def _words(text: str, amendment: Amendment) -> Change | None:
    try:
        edits = (
            _split(text, amendment)
            if amendment.kind is AmendmentKind.SPLIT
            else normal_form(text, amendment.edits)
        )
    except ValueError:
        return None
    if not edits:
        return None
    if len(edits) == 1 and text and (edits[0].start, edits[0].end) == (0, len(text)):
        return Change(Nature.WHOLE, amendment.provision, (amendment,), text=edits[0].text)
    return Change(Nature.WORDS, amendment.provision, (amendment,), edits)


def _split(text: str, amendment: Amendment) -> tuple[Edit, ...]:
    """The break as an inserted line break, before what else is inserted at its place. Raises
    ValueError for a break outside the text, or edits across it."""
    at = amendment.at
    if at is None or not 0 < at < len(text):
        raise ValueError(f"no break at {at}")
    edits = split_edits(text, at, amendment.edits)
    before = tuple(each for each in edits if each.start < at)
    return (*before, Edit(at, at, BREAK), *edits[len(before) :])


def _join(text: str, amendment: Amendment) -> Change | None:
    touched = tuple(dict.fromkeys((*amendment.provisions, amendment.provision)))
    if amendment.text is not None:
        return Change(
            Nature.WHOLE, amendment.provision, (amendment,), text=amendment.text, provisions=touched
        )
    try:
        edits = normal_form(text, amendment.edits)
    except ValueError:
        return None
    return Change(Nature.DROP, amendment.provision, (amendment,), edits, provisions=touched)


def place_in_normal_form(
    text: str, target: Amendment, change: Change, edits: Iterable[Edit]
) -> tuple[Edit, ...] | None:
    """Edits of what `target` inserts as entered, in code points of what its normal form inserts.

    None when they reach words that the normal form leaves to the base.
    """
    if inserted_text(target) == change.inserted:
        return tuple(edits)
    entered = tuple(sorted(target.edits))
    if len(entered) == len(change.edits) == 1 and entered[0].is_insertion:
        slid = entered[0].start - change.edits[0].start
        return tuple(_rotated(edits, slid, len(change.inserted)))
    before, after = _insertions(text, entered), _insertions(text, change.edits)
    placed: list[Edit] = []
    for edit in edits:
        start, end = _place(before, after, edit)
        if start is None or end is None:
            return None
        placed.append(Edit(start, end, edit.text))
    return tuple(placed)


def _rotated(edits: Iterable[Edit], slid: int, length: int) -> Iterator[Edit]:
    """Edits of an insertion that slid to the left by `slid`, which rotates its words; what lies
    across the new start becomes two edits."""
    for edit in edits:
        start, end = edit.start + slid % length, edit.end + slid % length
        if (start >= length and edit.start < edit.end) or start > length:
            yield Edit(start - length, end - length, edit.text)
        elif end > length:
            yield Edit(start, length, edit.text)
            yield Edit(0, end - length, "")
        else:
            yield Edit(start, end, edit.text)


def _insertions(text: str, edits: tuple[Edit, ...]) -> list[tuple[int, int]]:
    """Where each edit's inserted text lies in the text after all of them."""
    places = []
    for index, edit in enumerate(edits):
        start = len(apply_edits(text[: edit.start], edits[:index]))
        places.append((start, start + len(edit.text)))
    return places


def _place(
    entered: list[tuple[int, int]], normal: list[tuple[int, int]], edit: Edit
) -> tuple[int | None, int | None]:
    length = edit.end - edit.start
    position = _through(entered, edit.start, length)
    if position is None:
        return None, None
    offset = 0
    for start, end in normal:
        if start <= position and position + length <= end:
            return offset + position - start, offset + position - start + length
        offset += end - start
    return None, None


def _through(entered: list[tuple[int, int]], offset: int, length: int) -> int | None:
    for start, end in entered:
        if offset < end - start or (offset == end - start and not length):
            return start + offset
        offset -= end - start
    return None
