"""A session without some of the paragraphs of its base text."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from editor.negotiation.amendment import START, Amendment
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.session import Session


def without_provisions(session: Session, gone: Collection[str]) -> Session:
    """The session without the base provisions `gone` and the proposals on them. What goes after
    one of them goes after the nearest one before it that stays."""
    if not gone:
        return session
    gaps = dict(_gaps(session, gone))
    kept = _on_what_stays(session, gone)
    return replace(
        session,
        provisions={
            key: replace(each, section="") if each.section in gone else each
            for key, each in session.provisions.items()
            if key not in gone
        },
        amendments={
            key: replace(
                each,
                after=gaps.get(each.after or "", each.after),
                alternatives=tuple(other for other in each.alternatives if other in kept),
            )
            for key, each in kept.items()
        },
        notes={key: _anchored(each, gone, kept) for key, each in session.notes.items()},
        decisions={key: each for key, each in session.decisions.items() if each.amendment in kept},
    )


def _gaps(session: Session, gone: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each of them with the nearest base provision before it that stays."""
    before = START
    for key in session.base_order:
        if key in gone:
            yield key, before
        else:
            before = key


def _on_what_stays(session: Session, gone: Collection[str]) -> Mapping[str, Amendment]:
    kept = {
        key: each
        for key, each in session.amendments.items()
        if not {each.provision, *each.provisions}.intersection(gone)
    }
    while lost := [key for key, each in kept.items() if _amends_what_goes(each, session, kept)]:
        for key in lost:
            del kept[key]
    return kept


def _amends_what_goes(amendment: Amendment, session: Session, kept: Collection[str]) -> bool:
    """Whether its target is a proposal that is not kept."""
    return amendment.target in session.amendments and amendment.target not in kept


def _anchored(note: Note, gone: Collection[str], kept: Collection[str]) -> Note:
    """With what stays as its anchor."""
    anchor = note.anchor
    if anchor.provision in gone or (anchor.amendment and anchor.amendment not in kept):
        return replace(note, anchor=NoteAnchor())
    return note
