"""Words that hold nothing but delegations that are known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from editor.importers.names import Designation, Name, NameBook
from editor.importers.names.split import Recognition, designations
from editor.negotiation.delegation import Delegation

_LONGEST_LOOKALIKE = 3
"""The code of a State may be an ordinary word: AND, CAN, ARE."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of the book, and the delegations of a session by each of their spellings, in
    small letters. Only spellings count, no likenesses: beside marked words stands other text
    too."""

    book: NameBook
    own: Mapping[str, Name] = field(default_factory=dict)

    def listed(self, written: str) -> tuple[Designation, ...]:
        """The delegations in `written`; none if it holds anything else."""
        found = designations(written, Recognition(self._find, self._exactly))
        return found if found and all(each.name is not None for each in found) else ()

    def _exactly(self, written: str) -> Designation:
        name = self._find(written)
        return Designation(written, name, 1.0 if name else 0.0)

    def _find(self, written: str) -> Name | None:
        name = self.own.get(written.strip().casefold()) or self.book.find(written)
        if name is None or written.strip() in name.spellings:
            return name
        is_word = written[:1].islower() or len(written.strip()) <= _LONGEST_LOOKALIKE
        return None if is_word else name


def names_known(book: NameBook, delegations: Iterable[Delegation]) -> KnownNames:
    """The names of the book and the delegations of a session."""
    own: dict[str, Name] = {}
    for each in delegations:
        name = Name(each.code, each.name, each.kind, each.as_written)
        for written in name.spellings:
            own.setdefault(written.casefold(), name)
    return KnownNames(book, own)
