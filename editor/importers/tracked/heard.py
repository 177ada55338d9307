"""What the files of one import said so far: several of one delegation are one submission."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class Heard:
    """`before` is the session before the import; `delegations`, by id, those whose tracked
    changes came with it already. What they propose since then stands when more of them come."""

    before: Session
    delegations: frozenset[str] = frozenset()

    def before_submission_of(self, delegation: str) -> Session | None:
        """The session before the first of several papers; None if this is the first."""
        return self.before if delegation in self.delegations else None

    def with_changes_of(self, delegations: Iterable[str]) -> "Heard":
        return replace(self, delegations=self.delegations.union(delegations))

    def with_whole_text_of(self, delegation: str) -> "Heard":
        """A whole text says all that its delegation wants: what comes after it is said later."""
        return replace(self, delegations=self.delegations - {delegation})
