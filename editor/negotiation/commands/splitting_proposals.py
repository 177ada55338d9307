"""Splitting a proposal of several changes into proposals of one change each."""

from dataclasses import dataclass, replace

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.commands.moving_edits import shifted
from editor.negotiation.commands.references import redirect
from editor.negotiation.commands.rows_of import amendments_in
from editor.negotiation.commands.switching import amendment_of
from editor.negotiation.commands.to_tray import put_in_tray
from editor.negotiation.entering import enter, identity, normalised, text_amended, united
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.session import Decision, Session


@dataclass(frozen=True, slots=True)
class SplitProposal:
    """Make each edit of a proposal a proposal of its own, decided separately. The first keeps
    the id, and with it the notes and rulings; an amendment to the proposal goes with the words
    it amends, or to the tray if it amends those of several.

    Raises KnownError: unknown_proposal, cannot_split, does_not_fit, changes_nothing.
    """

    amendment: str

    def plan(self, session: Session) -> Patch:
        whole = amendment_of(session, self.amendment)
        if len(whole.edits) < 2 or whole.kind is not AmendmentKind.EDIT:
            raise KnownError("cannot_split", amendment=self.amendment)
        draft = Draft(session)
        if whole.edits[-1].end > len(text_amended(draft, whole)):  # it sleeps: its words are gone
            raise KnownError("does_not_fit", amendment=whole.id)
        first = normalised(draft, replace(whole, edits=whole.edits[:1]))
        if not first.edits:
            raise KnownError("changes_nothing", amendment=whole.id)
        draft.put("amendments", whole.id, first)
        ids = fresh("a", [*session.amendments, *session.rulings])
        stored = [whole.id]
        for edit in whole.edits[1:]:
            part = replace(whole, id=next(ids), edits=(edit,), alternatives=())
            stored.append(enter(draft, part, stored))
        _decide_alike(draft, session.decisions.get(whole.id), stored)
        _exclude_alike(draft, whole, stored)
        _retarget(draft, whole, stored)
        _unite(draft, whole.id)
        return draft.patch()


def _decide_alike(draft: Draft, decision: Decision | None, stored: list[str]) -> None:
    if decision is not None:
        for key in stored:
            draft.put("decisions", key, replace(decision, amendment=key))


def _exclude_alike(draft: Draft, whole: Amendment, stored: list[str]) -> None:
    """What was an alternative to the whole is one to each part, and the other way round."""
    for each in amendments_in(draft):
        declared = each.alternatives
        if each.id in stored:
            declared = (*declared, *whole.alternatives)
        if whole.id in each.alternatives:
            declared = (*declared, *stored)
        others = tuple(dict.fromkeys(other for other in declared if other != each.id))
        if others != each.alternatives:
            draft.put("amendments", each.id, replace(each, alternatives=others))


def _retarget(draft: Draft, whole: Amendment, stored: list[str]) -> None:
    """Amendments to the whole are in code points of all its words, one edit after another."""
    for each in amendments_in(draft):
        if each.target != whole.id:
            continue
        begins = 0
        for key, edit in zip(stored, whole.edits, strict=True):
            ends = begins + len(edit.text)
            part = draft.get("amendments", key)
            is_as_before = isinstance(part, Amendment) and part.edits == (edit,)
            fits = all(begins <= own.start and own.end <= ends for own in each.edits)
            if fits and is_as_before:
                moved = tuple(shifted(own, -begins) for own in each.edits)
                draft.put("amendments", each.id, replace(each, target=key, edits=moved))
                break
            begins = ends
        else:
            put_in_tray(draft, each, "proposal_split")


def _unite(draft: Draft, key: str) -> None:
    """The first part may say now what another proposal says."""
    first = draft.get("amendments", key)
    if not isinstance(first, Amendment) or first.state is not first.state.PROPOSED:
        return
    for each in amendments_in(draft):
        if each.id != key and each.state is first.state and identity(each) == identity(first):
            redirect(draft, first, united(each, first))
            return
