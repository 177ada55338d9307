"""Texts that were agreed, and have changed since without being reopened."""

from editor.app.workspace import Cause, SessionChange
from editor.negotiation.composition import Composition
from editor.negotiation.provision import AGREED_STATUSES, Provision
from editor.negotiation.session import Session


class AgreedTexts:
    """Compares with the texts as they were when the session was opened, or when the status was
    given; a status taken back gives back the text before it. Nothing is composed before
    somebody asks, or before an agreed status is changed."""

    def __init__(self, composition: Composition) -> None:
        self._composition = composition
        self._due: dict[str, Composition] = {}
        self._agreed: dict[str, str] = {}
        self._before_status: dict[str, list[str]] = {}
        """Of each provision the agreed texts that its changes of status put aside, the last one
        last; "" where it was not agreed. Undo takes from these, redo adds again."""

    def follow(self, composition: Composition, change: SessionChange) -> None:
        """Remember the agreed texts that `change` may have changed on the way to `composition`."""
        before, self._composition = self._composition, composition
        for row in change.patch.changes:
            if _status(row.before) != _status(row.after):
                self._follow_status(row.key, before, change.cause)
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

    def _follow_status(self, provision: str, before: Composition, cause: Cause) -> None:
        put_aside = self._before_status.setdefault(provision, [])
        text = self._text_agreed(provision, before)
        self._agreed.pop(provision, None)
        self._due.pop(provision, None)
        if cause is not Cause.UNDO:
            put_aside.append(text)
        elif put_aside and (agreed := put_aside.pop()):
            self._agreed[provision] = agreed

    def _text_agreed(self, provision: str, before: Composition) -> str:
        """What is agreed until now; "" if nothing is."""
        if not _is_agreed(before.session, provision):
            return ""
        if provision in self._agreed:
            return self._agreed[provision]
        return self._due.get(provision, before).provision(provision).text

    def _is_other(self, provision: str, text: str) -> bool:
        is_agreed = _is_agreed(self._composition.session, provision)
        return is_agreed and self._composition.provision(provision).text != text


def _status(row: object) -> object:
    return row.status if isinstance(row, Provision) else None


def _is_agreed(session: Session, provision: str) -> bool:
    row = session.provisions.get(provision)
    return row is not None and row.status in AGREED_STATUSES
