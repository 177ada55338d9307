"""How delegations sign tracked changes and comments."""

from collections.abc import Mapping
from dataclasses import dataclass

from editor.exporters.word.elements import xml_text
from editor.negotiation.delegation import Delegation

LONGEST_AUTHOR = 255
LONGEST_INITIALS = 9


@dataclass(frozen=True, slots=True)
class VoiceNames:
    """Delegations by id, and the time (UTC, ISO 8601) of everything they sign."""

    delegations: Mapping[str, Delegation]
    time: str

    def author(self, delegation: str) -> str:
        """The name of a delegation, never empty and never longer than Word takes."""
        found = self.delegations.get(delegation)
        names = (found.name, found.code, delegation) if found else (delegation,)
        return next((plain for each in names if (plain := _plain(each))), "Delegation")[
            :LONGEST_AUTHOR
        ].rstrip()

    def initials(self, delegation: str) -> str:
        found = self.delegations.get(delegation)
        return _plain(found.code if found else delegation)[:LONGEST_INITIALS]

    def signature(self, delegation: str) -> dict[str, str]:
        """The attributes `author` and `date`."""
        return {"author": self.author(delegation), "date": self.time}


def _plain(name: str) -> str:
    return " ".join(xml_text(name).split())
