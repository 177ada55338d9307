"""References to an amendment that goes: to the one that takes its place, or to nothing."""

from dataclasses import replace

from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.rows_of import (
    amendments_in,
    notes_in,
    rulings_in,
    tray_in,
)
from editor.negotiation.patch import Draft
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling
from editor.negotiation.session import Decision


def discard(draft: Draft, amendment: str) -> None:
    """Take an amendment out for good, with the amendments to it and the provision it proposes.

    Rulings go on without it; those that chose it, or have nothing left to settle, go too.
    """
    row = draft.get("amendments", amendment)
    if not isinstance(row, Amendment):
        return
    draft.drop("amendments", amendment)
    draft.drop("decisions", amendment)
    draft.entered.clear()
    for each in amendments_in(draft):
        if each.target == amendment:
            discard(draft, each.id)
        elif amendment in each.alternatives:
            kept = tuple(other for other in each.alternatives if other != amendment)
            draft.put("amendments", each.id, replace(each, alternatives=kept))
    for ruling in rulings_in(draft):
        if amendment in ruling.members:
            _without(draft, ruling, amendment)
    for note in notes_in(draft):
        if note.anchor.amendment == amendment:
            anchor = replace(note.anchor, amendment="")
            draft.put("notes", note.id, replace(note, anchor=anchor))
    proposed = draft.get("provisions", row.provision)
    if isinstance(proposed, Provision) and proposed.amendment == amendment:
        discard_provision(draft, proposed.id)


def redirect(draft: Draft, old: Amendment, new: Amendment) -> None:
    """Put `new` into the draft, let all that names the equal `old` name it, take `old` out."""
    draft.put("amendments", new.id, new)
    decision = draft.get("decisions", old.id)
    draft.drop("amendments", old.id)
    draft.drop("decisions", old.id)
    draft.entered.clear()
    if isinstance(decision, Decision) and draft.get("decisions", new.id) is None:
        draft.put("decisions", new.id, Decision(new.id, decision.included))
    for each in amendments_in(draft):
        renamed = tuple(
            dict.fromkeys(new.id if other == old.id else other for other in each.alternatives)
        )
        changed = replace(
            each,
            target=new.id if each.target == old.id else each.target,
            alternatives=tuple(other for other in renamed if other != each.id),
        )
        if changed != each:
            draft.put("amendments", each.id, changed)
    for ruling in rulings_in(draft):
        if old.id in ruling.members:
            _renamed(draft, ruling, old.id, new.id)
    for note in notes_in(draft):
        if note.anchor.amendment == old.id:
            anchor = replace(note.anchor, amendment=new.id)
            draft.put("notes", note.id, replace(note, anchor=anchor))
    proposed = draft.get("provisions", old.provision)
    if isinstance(proposed, Provision) and proposed.amendment == old.id:
        _replace_provision(draft, proposed.id, new.provision)


def discard_provision(draft: Draft, provision: str) -> None:
    """Take out a proposed provision; what was pinned to it stands free."""
    draft.drop("provisions", provision)
    for each in amendments_in(draft):
        if each.provision == provision or provision in each.provisions:
            discard(draft, each.id)
    for note in notes_in(draft):
        if note.anchor.provision == provision:
            anchor = replace(note.anchor, provision="")
            draft.put("notes", note.id, replace(note, anchor=anchor))
    for item in tray_in(draft):
        if item.provision == provision:
            draft.put("unread", item.id, replace(item, provision=""))


def _replace_provision(draft: Draft, old: str, new: str) -> None:
    for each in amendments_in(draft):
        if each.provision == old:
            draft.put("amendments", each.id, replace(each, provision=new))
    for note in notes_in(draft):
        if note.anchor.provision == old:
            anchor = replace(note.anchor, provision=new)
            draft.put("notes", note.id, replace(note, anchor=anchor))
    for item in tray_in(draft):
        if item.provision == old:
            draft.put("unread", item.id, replace(item, provision=new))
    draft.drop("provisions", old)


def _without(draft: Draft, ruling: Ruling, amendment: str) -> None:
    members = ruling.members - {amendment}
    if amendment in ruling.choice or len(members) < 2 or _ruled(draft, members):
        draft.drop("rulings", ruling.id)
        for each in amendments_in(draft):
            if each.target == ruling.id:
                discard(draft, each.id)
    else:
        draft.put("rulings", ruling.id, replace(ruling, members=members))


def _renamed(draft: Draft, ruling: Ruling, old: str, new: str) -> None:
    members = ruling.members - {old} | {new}
    if len(members) < 2 or _ruled(draft, members):
        _without(draft, replace(ruling, choice=(old,)), old)
        return
    choice = tuple(dict.fromkeys(new if each == old else each for each in ruling.choice))
    draft.put("rulings", ruling.id, replace(ruling, members=members, choice=choice))


def _ruled(draft: Draft, members: frozenset[str]) -> bool:
    return any(each.members == members for each in rulings_in(draft))
