"""Whose document it is: a delegation of the session, or a new one."""

from editor.app.switching import find_delegation
from editor.errors import KnownError
from editor.importers.delegations import Delegations
from editor.importers.names import load_names
from editor.negotiation.patch import Draft, patched


def delegation_for(draft: Draft, written: str) -> str:
    """The id of the one delegation that `written` names (id, code, name or designation), added
    to the draft if it is new.

    Raises KnownError (no_name_found, several_names).
    """
    known = find_delegation(patched(draft.session, draft.patch()), written)
    if known is not None:
        return known.id
    names = load_names()
    designations = names.read(written)
    if not designations:
        raise KnownError("no_name_found", written=written)
    if len(designations) > 1:
        several = ", ".join(each.written for each in designations)
        raise KnownError("several_names", written=written, names=several)
    return Delegations(draft, names).ids_of(written)[0]
