"""A delegation's whole text as it wants it: compared with the base, each change a proposal."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from editor.importers.changed_notes import changed_notes
from editor.importers.label_styles import (
    WordsStarts,
    behind_label,
    joined_behind_labels,
    words_starts,
)
from editor.importers.own_open_points import without_open_points
from editor.importers.set_aside import put_set_aside
from editor.importers.single_lines import in_single_lines
from editor.importers.source import SourceDocument
from editor.importers.struck_words import without_struck_words
from editor.importers.wishes import Wishes, voiced
from editor.negotiation.amendment import Amendment, AmendmentKind
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
    in one line, but for struck words, labels that only one of the two prints as text, and our
    list of open points. Footnotes are no provisions: what differs in them is listed as unread,
    and so are comments in the margin. What the reader set aside is reported.
    """
    source = without_open_points(without_struck_words(source))
    wanted = [each for each in in_single_lines(source).paragraphs if each.text.strip()]
    base = session.base_order
    provisions = [session.provisions[each] for each in base]
    starts = words_starts(provisions, wanted)
    old = [each.text[starts.ours.get(each.id, 0) :] for each in provisions]
    new = [each.text[start:] for each, start in zip(wanted, starts.theirs, strict=True)]
    lines = [each.line for each in wanted]
    draft = Draft(session)
    wishes = Wishes(base, lines, next(fresh("g", _groups(session))))
    pairings = align(old, new)
    in_words = (wish for pairing in pairings for wish in wishes.of(pairing))
    labels = dict(zip(lines, starts.labels, strict=True))
    found = [each for wish in in_words for each in _with_label(wish, session, starts, labels)]
    submit(draft, delegation, voiced(session, delegation, found, file))
    places = [(lines[new], base[old]) for pairing in pairings for old, new in _paired(pairing)]
    ids = fresh("u", session.unread)
    for each in changed_notes(session, source, dict(places)):
        key = next(ids)
        row = Unread(key, each.raw, each.reason, each.provision, each.line, file.id)
        draft.put("unread", key, row)
    put_set_aside(draft, source, file, places)
    draft.put("files", file.id, file)
    return draft.patch()


def _with_label(
    wish: Amendment, session: Session, starts: WordsStarts, labels: Mapping[int, str]
) -> Iterator[Amendment]:
    """A wish about words as one about provisions with their labels. `labels` are those of the
    wanted paragraphs by their lines."""
    if wish.kind is AmendmentKind.NEW_PROVISION:
        label = labels[wish.origin.line] if wish.origin else ""
        in_text = label and starts.prints_in_text
        yield replace(wish, label=label, text=f"{label} {wish.text}" if in_text else wish.text)
    elif wish.provision:
        start = starts.ours.get(wish.provision, 0)
        whole = behind_label(wish, session.provisions[wish.provision], start)
        yield from joined_behind_labels(whole, session.provisions, starts.ours)
    else:
        yield wish


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
