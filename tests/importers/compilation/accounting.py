"""Where each printed word of a compilation went."""

import re
from collections import Counter

from editor.importers.compilation.stream import lines_of
from editor.importers.source import SourceDocument
from editor.negotiation.session import Session

_WORD = re.compile(r"[^\W_]+")


def printed_words(source: SourceDocument) -> Counter[str]:
    """The words of the document, the raised numbers of notes left out."""
    flows = [source.paragraphs, *(note.paragraphs for note in source.notes)]
    return Counter(
        word for flow in flows for line in lines_of(flow) for word in _WORD.findall(line.text)
    )


def kept_words(session: Session) -> Counter[str]:
    """The words in base texts, proposals, raw annotations, positions, notes, labels,
    designations and the tray. (Of a bracket with nothing but a stance only the verb goes.)"""
    texts = [each.text for each in session.provisions.values()]
    texts += [each.label for each in session.provisions.values()]
    texts += [each.status.value.replace("_", " ") for each in session.provisions.values()]
    for amendment in session.amendments.values():
        texts += [edit.text for edit in amendment.edits]
        texts += [amendment.text or "", amendment.label]
        origins = [each.origin for each in amendment.sponsorships]
        texts += [each.raw for each in {*origins, amendment.origin} if each is not None]
        texts += [each.note for each in amendment.positions]
    texts += [each.note for row in session.provisions.values() for each in row.positions]
    texts += [f"{each.label} {each.text}" for each in session.notes.values()]
    texts += [each.raw for each in session.unread.values()]
    texts += [written for each in session.delegations.values() for written in each.as_written]
    return Counter(word for text in texts for word in _WORD.findall(text))
