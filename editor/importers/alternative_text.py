"""A delegation's whole text as it wants it: compared with the base, each change a proposal."""

from collections.abc import Iterator

from editor.importers.changed_notes import changed_notes
from editor.importers.set_aside import put_set_aside
from editor.importers.single_lines import in_single_lines
from editor.importers.source import SourceDocument
from editor.importers.wishes import Wishes, voiced
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.session import ImportedFile, Session
from editor.negotiation.submission import submit
from editor.negotiation.unread import Unread
from editor.text.alignment import align
from editor.text.pairing import (
    Changed,
    Inserted,
    Joined,
    Kept,
    Moved,
    Pairing,
    Replaced,
    Split,
)


def alternative_patch(
    session: Session,
    delegation: str,
    source: SourceDocument,
    file: ImportedFile,
) -> Patch:
    """The patch that brings `source`, the whole text as `delegation` wants it, into its layer.

    With the layer on and nothing else, composing gives the paragraphs of `source` exactly, each
    in one line. Footnotes are no provisions: what differs in them is listed as unread, and so
    are comments in the margin. What the reader set aside is reported.
    """
    wanted = [each for each in in_single_lines(source).paragraphs if each.text.strip()]
    base = session.base_order
    old = [session.provisions[each].text for each in base]
    lines = [each.line for each in wanted]
    draft = Draft(session)
    wishes = Wishes(base, lines, next(fresh("g", _groups(session))))
    pairings = align(old, [each.text for each in wanted])
    found = [wish for pairing in pairings for wish in wishes.of(pairing)]
    submit(draft, delegation, voiced(session, delegation, found, file))
    ids = fresh("u", session.unread)
    for each in changed_notes(session, source):
        key = next(ids)
        row = Unread(key, each.raw, each.reason, each.provision, each.line, file.id)
        draft.put("unread", key, row)
    places = [(lines[new], base[old]) for pairing in pairings for old, new in _paired(pairing)]
    put_set_aside(draft, source, file, places)
    draft.put("files", file.id, file)
    return draft.patch()


def _paired(pairing: Pairing) -> Iterator[tuple[int, int]]:
    """The indices of old and new paragraphs that are one another; a new one stands with the old
    one before it."""
    match pairing:
        case Kept(old, new) | Changed(old, new) | Replaced(old, new) | Moved(old, _, new):
            yield old, new
        case Inserted(after, new) if after >= 0:
            yield after, new
        case Split(old, news):
            yield from ((old, new) for new in news)
        case Joined(olds, new):
            yield olds.start, new


def _groups(session: Session) -> list[str]:
    return [each.group for each in session.amendments.values()]
