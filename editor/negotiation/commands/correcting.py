"""Correcting what was read wrongly: labels and proposals."""

from dataclasses import dataclass, replace

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.commands.confirming import confirmed
from editor.negotiation.commands.proposing import next_ordinal, proposed_provision
from editor.negotiation.commands.references import discard_provision, redirect
from editor.negotiation.commands.rows_of import amendments_in
from editor.negotiation.commands.switching import amendment_of, delegation_of
from editor.negotiation.commands.to_tray import put_in_tray
from editor.negotiation.entering import identity, inserted_text, normalised, united
from editor.negotiation.identity import fresh
from editor.negotiation.integrity import faults
from editor.negotiation.patch import Draft, Patch, patched
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class Relabel:
    """Give a provision another printed label."""

    provision: str
    label: str

    def plan(self, session: Session) -> Patch:
        if self.provision not in session.provisions:
            raise KnownError("unknown_provision", provision=self.provision)
        row = session.provisions[self.provision]
        draft = Draft(session)
        draft.put("provisions", row.id, replace(row, label=self.label))
        amendment = session.amendments.get(row.amendment or "")
        if amendment is not None:
            draft.put("amendments", amendment.id, replace(amendment, label=self.label))
        return draft.patch()


@dataclass(frozen=True, slots=True)
class CorrectProposal:
    """A proposal as it should have been read: `corrected` has the id of the one it replaces,
    with other edits, words, kind, place or sponsors. It is no guess any more. A proposal equal to
    another becomes one with it; amendments to it whose words are gone go to the tray.

    Raises KnownError: unknown_proposal, sponsor_missing, unknown_delegation, edits_overlap,
    changes_nothing, does_not_fit.
    """

    corrected: Amendment

    def plan(self, session: Session) -> Patch:
        before = amendment_of(session, self.corrected.id)
        draft = Draft(session)
        wanted = self._with_places(session, draft, before, self._with_ordinals(session, before))
        try:
            wanted = normalised(draft, wanted)
        except ValueError as error:
            raise KnownError("edits_overlap", amendment=before.id) from error
        if wanted.kind is AmendmentKind.EDIT and not wanted.edits:
            raise KnownError("changes_nothing", amendment=before.id)
        self._store(draft, before, wanted)
        _check(session, draft.patch(), before.id)
        return draft.patch()

    def _with_ordinals(self, session: Session, before: Amendment) -> Amendment:
        if not self.corrected.sponsorships:
            raise KnownError("sponsor_missing")
        known = {each.delegation: each for each in before.sponsorships}
        voices: list[Sponsorship] = []
        for each in self.corrected.sponsorships:
            delegation_of(session, each.delegation)
            new = replace(each, ordinal=each.ordinal or next_ordinal(session, each.delegation))
            voices.append(known.get(each.delegation, new))
        return confirmed(replace(self.corrected, sponsorships=tuple(voices)))

    def _with_places(
        self, session: Session, draft: Draft, before: Amendment, wanted: Amendment
    ) -> Amendment:
        """With the proposed provision that comes, changes or goes with the proposal."""
        was_new = before.kind is AmendmentKind.NEW_PROVISION
        is_new = wanted.kind is AmendmentKind.NEW_PROVISION
        if is_new:
            key = before.provision if was_new else next(fresh("p", session.provisions))
            wanted = replace(wanted, provision=key, edits=(), text=wanted.text or "")
            status = session.provisions[key] if was_new else None
            proposed = proposed_provision(session, wanted)
            if status is not None:
                proposed = replace(proposed, status=status.status, pending_on=status.pending_on)
            draft.put("provisions", key, proposed)
        elif was_new and before.provision == wanted.provision:
            raise KnownError("does_not_fit", amendment=before.id)
        return wanted

    def _store(self, draft: Draft, before: Amendment, wanted: Amendment) -> None:
        if inserted_text(wanted) != inserted_text(before):
            for each in amendments_in(draft):
                if each.target == before.id:
                    put_in_tray(draft, each, "words_corrected")
        draft.put("amendments", wanted.id, wanted)
        gone = draft.get("provisions", before.provision)
        if (
            wanted.kind is not AmendmentKind.NEW_PROVISION
            and isinstance(gone, Provision)
            and gone.amendment == before.id
        ):
            _leave_provision(draft, gone.id, wanted)
        twin = _twin(draft, wanted)
        if twin is not None:
            redirect(draft, wanted, united(twin, wanted))


def _leave_provision(draft: Draft, provision: str, wanted: Amendment) -> None:
    """The proposed provision is none any more; what is left in it goes to the tray."""
    for each in amendments_in(draft):
        if each.provision == provision and each.id != wanted.id:
            put_in_tray(draft, each, "provision_corrected")
    discard_provision(draft, provision)


def _twin(draft: Draft, wanted: Amendment) -> Amendment | None:
    if wanted.state is not wanted.state.PROPOSED:
        return None
    own = identity(wanted)
    for each in amendments_in(draft):
        if each.id != wanted.id and each.state is wanted.state and identity(each) == own:
            return each
    return None


def _check(session: Session, patch: Patch, amendment: str) -> None:
    found = next((f for f in faults(patched(session, patch)) if f.key == amendment), None)
    if found is not None:
        raise KnownError("does_not_fit", amendment=amendment, field=found.field)
