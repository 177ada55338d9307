"""Statuses as a line of their own: `[pending on Chile]`, `[agreed as amended]`."""

from collections.abc import Collection, Sequence

from editor.negotiation.notation.signs import only_signs, without_signs
from editor.negotiation.provision import ProvisionStatus

_WORDS = {each: each.value.replace("_", " ") for each in ProvisionStatus}
_STATUSES = {words: status for status, words in _WORDS.items()}
_ON = " on "
_PENDING_ON = ", pending on "


def status_text(status: ProvisionStatus, pending_on: Sequence[str], notes: str = "") -> str:
    """The status in its brackets; `pending_on` are printed names, `notes` private characters.
    Empty for what was not reached and has nothing to say."""
    words = _WORDS[status]
    if pending_on:
        link = _ON if status is ProvisionStatus.PENDING else _PENDING_ON
        words = f"{words}{link}{'; '.join(pending_on)}"
    elif status is ProvisionStatus.NOT_REACHED and not notes:
        return ""
    return f"[{words}{notes}]"


def read_status(
    text: str, names: Collection[str]
) -> tuple[ProvisionStatus, tuple[str, ...], str] | None:
    """The status, the names it is pending on, and its notes; None if `text` is no status."""
    if not (text.startswith("[") and text.endswith("]")):
        return None
    words, notes = without_signs(text[1:-1]), only_signs(text[1:-1])
    words, _, whom = words.partition(_PENDING_ON)
    if not whom and words not in _STATUSES:
        words, _, whom = words.partition(_ON)
    pending_on = tuple(whom.split("; ")) if whom else ()
    status = _STATUSES.get(words)
    if status is None or not set(pending_on) <= set(names):
        return None
    return status, pending_on, notes
