"""From amendments to changes: normal forms against the text they amend, equals united."""

from collections.abc import Collection, Iterable

from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.change import NATURE_OF, Change, Nature
from editor.negotiation.entering import inserted_text
from editor.text.edit import Edit, apply_edits
from editor.text.normal_form import normal_form

BREAK = "\n"
"""What a split inserts."""


def changes_of(
    text: str, amendments: Collection[Amendment]
) -> tuple[list[Change], list[Amendment]]:
    """The distinct changes that `amendments` make to one provision's text, in a fixed order,
    and the amendments that fit nowhere: their edits leave the text, overlap, or change nothing.
    """
    by_key: dict[tuple[object, ...], list[Amendment]] = {}
    shapes: dict[tuple[object, ...], Change] = {}
    misfits: list[Amendment] = []
    for amendment in amendments:
        change = _change(text, amendment)
        if change is None:
            misfits.append(amendment)
            continue
        key = (
            change.nature,
            change.provision if change.nature is not Nature.NEW else "",
            change.edits,
            change.text,
            change.after,
            frozenset(change.provisions),
            _repetition(amendment, amendments) if change.nature is Nature.NEW else 0,
        )
        shapes.setdefault(key, change)
        by_key.setdefault(key, []).append(amendment)
    united = [_united(shapes[key], equals) for key, equals in by_key.items()]
    return sorted(united, key=_fixed_order), misfits


def _repetition(amendment: Amendment, all_here: Collection[Amendment]) -> int:
    """Which time one of its sponsors proposes the same new provision in the same place: the
    same paragraph wanted twice by one delegation is not one change with two sponsors."""
    same = [
        each
        for each in all_here
        if (each.kind, each.after, each.text) == (amendment.kind, amendment.after, amendment.text)
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
        edits = normal_form(text, amendment.edits)
    except ValueError:
        return None
    if amendment.kind is AmendmentKind.SPLIT:
        at = amendment.at
        if at is None or not 0 < at < len(text):
            return None
        edits = tuple(sorted((*edits, Edit(at, at, BREAK))))
    if not edits:
        return None
    if len(edits) == 1 and text and (edits[0].start, edits[0].end) == (0, len(text)):
        return Change(Nature.WHOLE, amendment.provision, (amendment,), text=edits[0].text)
    return Change(Nature.WORDS, amendment.provision, (amendment,), edits)


def _join(text: str, amendment: Amendment) -> Change | None:
    touched = amendment.provisions or (amendment.provision,)
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
    if inserted_text(target) == change.inserted and (
        change.text is not None or tuple(target.edits) == change.edits
    ):
        return tuple(edits)
    entered = _insertions(text, tuple(sorted(target.edits)))
    normal = _insertions(text, change.edits)
    placed: list[Edit] = []
    for edit in edits:
        start, end = _place(entered, normal, edit)
        if start is None or end is None:
            return None
        placed.append(Edit(start, end, edit.text))
    return tuple(placed)


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
