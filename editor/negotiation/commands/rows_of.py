"""The rows of a draft, by their types."""

from editor.negotiation.amendment import Amendment
from editor.negotiation.delegation import Delegation
from editor.negotiation.note import Note
from editor.negotiation.patch import Draft
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling
from editor.negotiation.unread import Unread


def amendments_in(draft: Draft) -> list[Amendment]:
    rows = (draft.get("amendments", key) for key in draft.keys("amendments"))
    return [each for each in rows if isinstance(each, Amendment)]


def delegations_in(draft: Draft) -> list[Delegation]:
    rows = (draft.get("delegations", key) for key in draft.keys("delegations"))
    return [each for each in rows if isinstance(each, Delegation)]


def notes_in(draft: Draft) -> list[Note]:
    rows = (draft.get("notes", key) for key in draft.keys("notes"))
    return [each for each in rows if isinstance(each, Note)]


def provisions_in(draft: Draft) -> list[Provision]:
    rows = (draft.get("provisions", key) for key in draft.keys("provisions"))
    return [each for each in rows if isinstance(each, Provision)]


def rulings_in(draft: Draft) -> list[Ruling]:
    rows = (draft.get("rulings", key) for key in draft.keys("rulings"))
    return [each for each in rows if isinstance(each, Ruling)]


def tray_in(draft: Draft) -> list[Unread]:
    rows = (draft.get("unread", key) for key in draft.keys("unread"))
    return [each for each in rows if isinstance(each, Unread)]
