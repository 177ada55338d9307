"""What a command is."""

from typing import Protocol

from editor.negotiation.patch import Patch
from editor.negotiation.session import Session


class Command(Protocol):
    """A frozen dataclass whose fields say what is wanted."""

    def plan(self, session: Session) -> Patch:
        """The patch that does it; empty when nothing would change.

        Raises KnownError when the session does not allow it.
        """


def name_of(command: Command) -> str:
    """The name under which a command stands in the log, e.g. `SwitchLayers`."""
    return type(command).__name__
