"""A note: a delegation's reason, or an editorial footnote. An object, not a number."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteAnchor:
    """What the note speaks to: a provision, one of its proposals, or its status."""

    provision: str = ""
    amendment: str = ""
    on_status: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """`source_note` is shared by the notes split from one footnote of several delegations."""

    id: str
    text: str
    label: str = ""
    source_note: str = ""
    delegation: str | None = None
    anchor: NoteAnchor = NoteAnchor()
