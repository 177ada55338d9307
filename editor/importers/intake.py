"""What a file proposes, given ids, an order and an origin before it is entered."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.negotiation.amendment import Amendment, AmendmentKind, Origin, Sponsorship
from editor.negotiation.identity import fresh
from editor.negotiation.session import ImportedFile, Session


class Intake:
    """Takes in the proposals of one file; no id is given twice."""

    def __init__(self, session: Session, file: ImportedFile) -> None:
        self._file = file
        self._ids = fresh("a", [*session.amendments, *session.rulings])
        self._provisions = fresh("p", session.provisions)
        self._groups = fresh("g", [each.group for each in session.amendments.values()])

    def group(self) -> str:
        """A name for proposals that can be switched together."""
        return next(self._groups)

    def voiced(
        self, delegation: str, found: Iterable[Amendment], first: int = 1
    ) -> Iterator[Amendment]:
        """The proposals with ids, the file as their origin, and their place in the order of
        `delegation`, which starts at `first`."""
        for ordinal, wish in enumerate(found, start=first):
            origin = replace(wish.origin or Origin(), file=self._file.name)
            voice = Sponsorship(delegation, ordinal, origin, self._file.time)
            own = replace(
                wish, id=next(self._ids), ordinal=ordinal, origin=origin, sponsorships=(voice,)
            )
            if wish.kind is AmendmentKind.NEW_PROVISION:
                own = replace(own, provision=next(self._provisions))
            yield own
