"""Bringing in what an importer read, as one step."""

from dataclasses import dataclass

from editor.negotiation.patch import Patch
from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class BringIn:
    """Everything of one import: planned by an importer against the present session."""

    patch: Patch
    file: str = ""

    def plan(self, session: Session) -> Patch:
        return self.patch
