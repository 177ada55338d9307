"""What a tracked file changed without tracking: nobody's proposals, so it is set aside, in words,
when the changes of the file are carried over to our base."""

from collections.abc import Iterable

from editor.importers.tracked.base_match import Difference
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.session import ImportedFile, Session
from editor.negotiation.unread import Unread

_NOTHING, _LEFT_OUT = "—", "…"


def set_aside(session: Session, differences: Iterable[Difference], file: ImportedFile) -> Patch:
    """The patch that puts where a file is not our base into the tray: our words and its words,
    each after the words before them. The reason is what the difference looks like."""
    draft = Draft(session)
    ids = fresh("u", session.unread)
    for each in differences:
        key = next(ids)
        raw = f"{_said(each, each.ours)} → {_said(each, each.theirs)}"
        row = Unread(key, raw, each.suspicion.value, each.provision, each.line, file.id)
        draft.put("unread", key, row)
    return draft.patch()


def _said(difference: Difference, words: str) -> str:
    if not difference.before:
        return words or _NOTHING
    return " ".join(filter(None, (_LEFT_OUT, difference.before, words)))
