"""Texts that were agreed, and have changed since without being reopened."""

from editor.app.workspace import SessionChange
from editor.negotiation.composition import Composition
from editor.negotiation.provision import AGREED_STATUSES, Provision
from editor.negotiation.session import Session


class AgreedTexts:
    """Compares with the texts as they were when the session was opened, or when the status was
    given. Nothing is composed before somebody asks."""

    def __init__(self, composition: Composition) -> None:
        self._composition = composition
        self._due: dict[str, Composition] = {}
        self._agreed: dict[str, str] = {}

    def follow(self, composition: Composition, change: SessionChange) -> None:
        """Remember the agreed texts that `change` may have changed on the way to `composition`."""
        before, self._composition = self._composition, composition
        for row in change.patch.changes:
            if isinstance(row.before, Provision) and _status(row.before) != _status(row.after):
                self._agreed.pop(row.key, None)
                self._due.pop(row.key, None)
        for provision in (*change.touched, *before.structure.new_numbers):
            is_agreed = _is_agreed(before.session, provision)
            if is_agreed and provision not in self._agreed:
                self._due.setdefault(provision, before)

    def changed(self) -> tuple[str, ...]:
        """The provisions that are agreed and read otherwise than they were, in the order of
        display, those that are gone last."""
        for provision, composition in self._due.items():
            self._agreed[provision] = composition.provision(provision).text
        self._due.clear()
        self._agreed = {p: text for p, text in self._agreed.items() if self._is_other(p, text)}
        places = (each.provision for each in self._composition.places) if self._agreed else ()
        shown = [each for each in places if each in self._agreed]
        return tuple(dict.fromkeys((*shown, *self._agreed)))

    def _is_other(self, provision: str, text: str) -> bool:
        is_agreed = _is_agreed(self._composition.session, provision)
        return is_agreed and self._composition.provision(provision).text != text


def _status(row: object) -> object:
    return row.status if isinstance(row, Provision) else None


def _is_agreed(session: Session, provision: str) -> bool:
    row = session.provisions.get(provision)
    return row is not None and row.status in AGREED_STATUSES
