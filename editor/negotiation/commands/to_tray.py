"""What a correction cannot carry over goes to the tray, in words, with the reason."""

from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.references import discard
from editor.negotiation.commands.rows_of import amendments_in
from editor.negotiation.entering import text_amended
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft
from editor.negotiation.unread import Unread


def put_in_tray(draft: Draft, amendment: Amendment, reason: str) -> None:
    """Take an amendment out, and the amendments to it; each becomes an item of the tray."""
    for each in amendments_in(draft):
        if each.target == amendment.id:
            put_in_tray(draft, each, "target_gone")
    key = next(fresh("u", draft.keys("unread")))
    provision = amendment.provision
    item = Unread(
        key,
        in_words(draft, amendment),
        reason,
        provision if draft.get("provisions", provision) else "",
        amendment.origin.line if amendment.origin else 0,
        amendment.origin.file if amendment.origin else "",
    )
    draft.put("unread", key, item)
    discard(draft, amendment.id)


def in_words(draft: Draft, amendment: Amendment) -> str:
    """The words it was read from, or else who wants what instead of what."""
    if amendment.origin is not None and amendment.origin.raw:
        return amendment.origin.raw
    codes = [getattr(draft.get("delegations", each), "code", each) for each in amendment.sponsors]
    text = text_amended(draft, amendment)
    wanted = [f"“{text[edit.start : edit.end]}” → “{edit.text}”" for edit in amendment.edits]
    if amendment.text is not None:
        wanted.append(f"“{amendment.text}”")
    return f"{', '.join(codes)}: {amendment.kind} {'; '.join(wanted)}".rstrip()
