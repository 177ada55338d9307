"""Marks of reasons: after the tag of those who said why they want a change."""

from collections.abc import Iterable, Iterator

from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.note import Note
from editor.negotiation.session import Session
from editor.ui.page.spans import WORD_JOINER, Look, Span

REASON_MARK = WORD_JOINER + "*"
"""Stays on the line of its tag."""


def with_reasons(session: Session, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans with a mark after each tag of proposals for which a reason is given."""
    for span in spans:
        yield span
        if span.look is Look.TAG and any(reasons_of(session, span.amendments)):
            yield span._replace(text=REASON_MARK, look=Look.REASON)


def reasons_of(session: Session, amendments: Iterable[str]) -> Iterator[Note]:
    """What delegations say about proposals, each reason once; what the Chair notes is no reason
    of theirs, nor what is noted on a text that is the Chair's alone."""
    for key in dict.fromkeys(amendments):
        amendment = session.amendments.get(key)
        if amendment is None or set(amendment.sponsors) == {CHAIR_ID}:
            continue
        for note in map(session.notes.get, amendment.notes):
            if note is not None and note.delegation != CHAIR_ID:
                yield note
