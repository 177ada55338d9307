"""Rulings: settling a conflict, ordering insertions, and taking a decision back."""

from dataclasses import dataclass

from editor.errors import KnownError
from editor.negotiation.commands.rows_of import amendments_in
from editor.negotiation.commands.to_tray import put_in_tray
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class Rule:
    """Settle the conflict of `members`. An earlier ruling on the same members is replaced and
    lends its id: amendments to its bridging text go on."""

    members: frozenset[str]
    how: RulingKind
    choice: tuple[str, ...] = ()
    text: str = ""
    note: str = ""
    time: str = ""

    def plan(self, session: Session) -> Patch:
        self._check(session)
        draft = Draft(session)
        earlier = [each.id for each in session.rulings.values() if each.members == self.members]
        new = next(fresh("r", [*session.rulings, *session.amendments]))
        ruling = Ruling(
            earlier[0] if earlier else new,
            self.members,
            self.how,
            self.choice,
            self.text,
            self.note,
            self.time,
        )
        draft.put("rulings", ruling.id, ruling)
        for superfluous in earlier[1:]:
            _take_back(draft, superfluous)
        return draft.patch()

    def _check(self, session: Session) -> None:
        unknown = self.members - session.amendments.keys()
        if unknown or not self.members:
            raise KnownError("unknown_proposal", amendment=", ".join(sorted(unknown)))
        if self.how in (RulingKind.OPTION, RulingKind.ORDER) and not self.choice:
            raise KnownError("ruling_without_choice")
        if not set(self.choice) <= self.members:
            raise KnownError("choice_outside_conflict")
        if self.how is RulingKind.BRIDGE and not self.text.strip():
            raise KnownError("bridging_text_missing")


@dataclass(frozen=True, slots=True)
class Unrule:
    """Take a ruling back: the conflict is open again. Amendments to its bridging text go to
    the tray."""

    ruling: str

    def plan(self, session: Session) -> Patch:
        if self.ruling not in session.rulings:
            raise KnownError("unknown_ruling", ruling=self.ruling)
        draft = Draft(session)
        _take_back(draft, self.ruling)
        return draft.patch()


def _take_back(draft: Draft, ruling: str) -> None:
    for each in amendments_in(draft):
        if each.target == ruling:
            put_in_tray(draft, each, "ruling_taken_back")
    draft.drop("rulings", ruling)
