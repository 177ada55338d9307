"""The commands of dictation: each keystroke enters, changes or takes back a proposal."""

from dataclasses import dataclass, replace

from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.proposing import next_ordinal
from editor.negotiation.commands.references import discard, redirect
from editor.negotiation.commands.switching import amendment_of, delegation_of
from editor.negotiation.entering import identity, normalised, united
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch, combined, patched
from editor.negotiation.session import Decision, Session
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Dictate:
    """A proposal of `delegation` with `edits` (code points of the base text, or of the bridging
    text of the ruling `target`), in the place of its own proposals `instead_of`, of which the
    first keeps its id. Without edits they are taken back. `dropped` are own proposals that go
    altogether.

    While a delegation is still dictating, a proposal that for the moment equals another's
    stays apart from it; `FinishDictation` unites them.
    """

    delegation: str
    provision: str
    edits: tuple[Edit, ...]
    instead_of: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    time: str = ""
    target: str | None = None

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        amendment = normalised(draft, self._amendment(session))
        changes_words = bool(amendment.edits) or amendment.kind is not AmendmentKind.EDIT
        superfluous = self.instead_of[1:] if changes_words else self.instead_of
        for each in (*superfluous, *self.dropped):
            discard(draft, each)
        if changes_words:
            draft.put("amendments", amendment.id, amendment)
            if not delegation_of(session, self.delegation).layer_on:
                draft.put("decisions", amendment.id, Decision(amendment.id, True))
        return draft.patch()

    def _amendment(self, session: Session) -> Amendment:
        if self.instead_of:
            known = amendment_of(session, self.instead_of[0])
            return replace(known, kind=AmendmentKind.EDIT, text=None, edits=self.edits)
        ordinal = next_ordinal(session, self.delegation)
        return Amendment(
            next(fresh("a", [*session.amendments, *session.rulings])),
            self.provision,
            edits=self.edits,
            target=self.target,
            ordinal=ordinal,
            sponsorships=(Sponsorship(self.delegation, ordinal, time=self.time),),
        )


@dataclass(frozen=True, slots=True)
class DictateProvision:
    """The words of a new provision that is being dictated. They may be empty for the moment."""

    amendment: str
    text: str

    def plan(self, session: Session) -> Patch:
        amendment = amendment_of(session, self.amendment)
        draft = Draft(session)
        draft.put("amendments", amendment.id, replace(amendment, text=self.text))
        provision = session.provisions.get(amendment.provision)
        if provision is not None and provision.amendment == amendment.id:
            draft.put("provisions", provision.id, replace(provision, text=self.text))
        return draft.patch()


@dataclass(frozen=True, slots=True)
class DictateSeveral:
    """Several dictations as one step: a selection that reaches over provisions."""

    parts: tuple[Command, ...]

    def plan(self, session: Session) -> Patch:
        patches, later = [], session
        for part in self.parts:
            patches.append(part.plan(later))
            later = patched(later, patches[-1])
        return combined(session, patches)


@dataclass(frozen=True, slots=True)
class FinishDictation:
    """The delegation has finished dictating: a proposal that equals another one becomes one
    with it, and a new provision without words goes."""

    amendment: str

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        amendment = session.amendments.get(self.amendment)
        if amendment is None:
            return Patch()
        if amendment.kind is AmendmentKind.NEW_PROVISION and not amendment.text:
            discard(draft, amendment.id)
            return draft.patch()
        twin = _twin(session, amendment)
        if twin is None:
            return Patch()
        redirect(draft, amendment, united(twin, amendment))
        return draft.patch()


def _twin(session: Session, amendment: Amendment) -> Amendment | None:
    own = identity(amendment)
    for each in session.amendments.values():
        if (
            each.provision == amendment.provision
            and each.id != amendment.id
            and each.state is amendment.state
            and identity(each) == own
        ):
            return each
    return None
