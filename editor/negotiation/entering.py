"""Entering a proposal: normal form, and equal proposals stored once with all their sponsors."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from editor.errors import KnownError
from editor.negotiation.amendment import (
    Amendment,
    AmendmentKind,
    AmendmentState,
    Position,
    Sponsorship,
)
from editor.negotiation.patch import Draft
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling
from editor.text.edit import Edit
from editor.text.normal_form import normal_form
from editor.text.reshaping import split_edits

_Voice = TypeVar("_Voice", Sponsorship, Position)
_WHOLE = frozenset({AmendmentKind.DELETE_PROVISION, AmendmentKind.REPLACE_PROVISION})


def enter(draft: Draft, amendment: Amendment, taken: Collection[str] = ()) -> str:
    """Add `amendment` to the draft in normal form and return the id under which it is stored:
    that of an equal live one, which gains the sponsors, positions and notes, or its own.

    `taken` are ids that this one must not be united with: the same paragraph proposed twice in
    one submission is wanted twice.

    Raises KnownError("changes_nothing") when nothing is left of it in normal form.
    """
    normal = normalised(draft, amendment)
    if normal.kind is AmendmentKind.EDIT and not normal.edits:
        raise KnownError("changes_nothing", amendment=amendment.id)
    twin = _equal(draft, normal, taken)
    if twin is None:
        draft.put("amendments", normal.id, normal)
        return normal.id
    draft.put("amendments", twin.id, united(twin, normal))
    return twin.id


def normalised(draft: Draft, amendment: Amendment) -> Amendment:
    """The amendment with edits in normal form; edits of a whole provision become the kind
    that says so."""
    if amendment.kind in _WHOLE or amendment.kind is AmendmentKind.NEW_PROVISION:
        return amendment
    text = text_amended(draft, amendment)
    if amendment.kind is AmendmentKind.SPLIT and amendment.at is not None:
        return replace(amendment, edits=split_edits(text, amendment.at, amendment.edits))
    edits = normal_form(text, amendment.edits)
    if amendment.kind is AmendmentKind.EDIT and amendment.target is None and text:
        match edits:
            case (Edit(0, end, ""),) if end == len(text):
                return replace(amendment, kind=AmendmentKind.DELETE_PROVISION, edits=())
            case (Edit(0, end, new),) if end == len(text):
                kind = AmendmentKind.REPLACE_PROVISION
                return replace(amendment, kind=kind, text=new, edits=())
    return replace(amendment, edits=edits)


def text_amended(draft: Draft, amendment: Amendment) -> str:
    """The text in whose code points the edits of `amendment` are: the provision's base text,
    or what its target, an amendment or a bridging text, inserts."""
    if amendment.target is None:
        provision = draft.get("provisions", amendment.provision)
        return provision.text if isinstance(provision, Provision) else ""
    target = draft.get("amendments", amendment.target) or draft.get("rulings", amendment.target)
    if isinstance(target, Ruling):
        return target.text
    return inserted_text(target) if isinstance(target, Amendment) else ""


def inserted_text(amendment: Amendment) -> str:
    """What an amendment puts into the text, as entered: the ground of amendments to it."""
    if amendment.text is not None:
        return amendment.text
    return "".join(edit.text for edit in amendment.edits)


def identity(amendment: Amendment) -> tuple[object, ...]:
    """Two live amendments with the same identity propose the same thing in the same place."""
    place: object = amendment.provision
    if amendment.kind is AmendmentKind.NEW_PROVISION:
        place = amendment.label
    return (
        amendment.kind,
        place,
        amendment.edits,
        amendment.text,
        amendment.after,
        amendment.at,
        amendment.target,
        frozenset(amendment.provisions),
    )


def united(kept: Amendment, other: Amendment) -> Amendment:
    """`kept` with the sponsors, positions, notes and alternatives of `other` added."""
    return replace(
        kept,
        sponsorships=_added(kept.sponsorships, other.sponsorships),
        positions=_added(kept.positions, other.positions),
        notes=kept.notes + tuple(each for each in other.notes if each not in kept.notes),
        alternatives=kept.alternatives
        + tuple(each for each in other.alternatives if each not in kept.alternatives),
    )


def _added(have: tuple[_Voice, ...], more: Iterable[_Voice]) -> tuple[_Voice, ...]:
    known = {each.delegation for each in have}
    return have + tuple(each for each in more if each.delegation not in known)


def _equal(draft: Draft, amendment: Amendment, taken: Collection[str]) -> Amendment | None:
    if not draft.entered:
        for key in draft.keys("amendments"):
            _remember(draft, key)
    known = draft.entered.setdefault(identity(amendment), [])
    for key in known:
        other = draft.get("amendments", key)
        if (
            isinstance(other, Amendment)
            and other.state is AmendmentState.PROPOSED
            and key != amendment.id
            and key not in taken
        ):
            return other
    known.append(amendment.id)
    return None


def _remember(draft: Draft, key: str) -> None:
    row = draft.get("amendments", key)
    if isinstance(row, Amendment) and row.state is AmendmentState.PROPOSED:
        draft.entered.setdefault(identity(row), []).append(key)
