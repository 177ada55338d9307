"""Rulings: settling a conflict, ordering insertions, and taking a decision back."""

from collections.abc import Iterable
from dataclasses import dataclass

from editor.errors import KnownError
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class Rule:
    """Settle the conflict of `members`; replaces an earlier ruling on the same members."""

    members: frozenset[str]
    how: RulingKind
    choice: tuple[str, ...] = ()
    text: str = ""
    note: str = ""
    time: str = ""

    def plan(self, session: Session) -> Patch:
        self._check(session)
        draft = Draft(session)
        for each in _on_same_members(session, self.members):
            draft.drop("rulings", each.id)
        taken = [*session.rulings, *session.amendments]
        ruling = Ruling(
            next(fresh("r", taken)),
            self.members,
            self.how,
            self.choice,
            self.text,
            self.note,
            self.time,
        )
        draft.put("rulings", ruling.id, ruling)
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
    """Take a ruling back: the conflict is open again."""

    ruling: str

    def plan(self, session: Session) -> Patch:
        if self.ruling not in session.rulings:
            raise KnownError("unknown_ruling", ruling=self.ruling)
        draft = Draft(session)
        draft.drop("rulings", self.ruling)
        return draft.patch()


def _on_same_members(session: Session, members: frozenset[str]) -> Iterable[Ruling]:
    return [each for each in session.rulings.values() if each.members == members]
