"""The tray: what an importer did not understand becomes a proposal, a position or a note."""

from dataclasses import dataclass, replace

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind, Origin, Position, Sponsorship
from editor.negotiation.commands.proposing import next_ordinal, proposed_provision
from editor.negotiation.commands.references import discard
from editor.negotiation.commands.rows_of import amendments_in
from editor.negotiation.commands.switching import amendment_of, delegation_of
from editor.negotiation.commands.to_tray import in_words, put_in_tray
from editor.negotiation.entering import enter
from editor.negotiation.identity import fresh
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import BasePosition, Stance
from editor.negotiation.session import Session
from editor.negotiation.unread import Unread


@dataclass(frozen=True, slots=True)
class TrayToProposal:
    """The item is a proposal of `sponsors`; `amendment` says what it wants (ids are given).

    It remembers the words it was read from. Their layers decide whether it is in.
    """

    item: str
    sponsors: tuple[str, ...]
    amendment: Amendment
    time: str = ""

    def plan(self, session: Session) -> Patch:
        item = item_of(session, self.item)
        if not self.sponsors:
            raise KnownError("sponsor_missing")
        draft = Draft(session)
        draft.drop("unread", item.id)
        origin = Origin(item.file, item.line, item.raw)
        voices = []
        for each in self.sponsors:
            delegation_of(session, each)
            voices.append(Sponsorship(each, next_ordinal(session, each), origin, self.time))
        new = replace(
            self.amendment,
            id=next(fresh("a", [*session.amendments, *session.rulings])),
            ordinal=voices[0].ordinal,
            sponsorships=tuple(voices),
            origin=origin,
        )
        if new.kind is AmendmentKind.NEW_PROVISION:
            new = replace(new, provision=next(fresh("p", session.provisions)))
        stored = enter(draft, new)
        if stored == new.id and new.kind is AmendmentKind.NEW_PROVISION:
            draft.put("provisions", new.provision, proposed_provision(session, new))
        return draft.patch()


@dataclass(frozen=True, slots=True)
class TrayToPosition:
    """The item is a delegation's stance on the proposal `amendment`, or without one on the base
    words `[start, end)` of the item's provision, or of `elsewhere` if it has none; its words
    become the note of the position.

    Raises KnownError: unknown_tray_item, unknown_delegation, unknown_proposal,
    tray_item_without_place, outside_text.
    """

    item: str
    delegation: str
    stance: Stance
    amendment: str = ""
    start: int = 0
    end: int = 0
    time: str = ""
    elsewhere: str = ""

    def plan(self, session: Session) -> Patch:
        item = item_of(session, self.item)
        delegation_of(session, self.delegation)
        draft = Draft(session)
        draft.drop("unread", item.id)
        if self.amendment:
            row = amendment_of(session, self.amendment)
            rank = row.rank_for(self.delegation)
            stated = Position(self.delegation, self.stance, item.raw, rank=rank, time=self.time)
            others = tuple(p for p in row.positions if p.delegation != self.delegation)
            draft.put("amendments", row.id, replace(row, positions=(*others, stated)))
            return draft.patch()
        provision = session.provisions[place_of(session, item, self.elsewhere)]
        if not 0 <= self.start <= self.end <= len(provision.text):
            raise KnownError("outside_text", provision=provision.id)
        on_words = BasePosition(self.delegation, self.start, self.end, self.stance, item.raw)
        positions = (*provision.positions, on_words)
        draft.put("provisions", provision.id, replace(provision, positions=positions))
        return draft.patch()


@dataclass(frozen=True, slots=True)
class TrayToNote:
    """Each item is a note, of a delegation or of nobody, on its provision (`elsewhere` if it has
    none) or on a proposal.

    Raises KnownError: unknown_tray_item, unknown_delegation, unknown_proposal,
    tray_item_without_place.
    """

    items: tuple[str, ...]
    delegation: str | None = None
    amendment: str = ""
    elsewhere: str = ""

    def plan(self, session: Session) -> Patch:
        if self.delegation is not None:
            delegation_of(session, self.delegation)
        draft = Draft(session)
        keys = fresh("n", session.notes)
        made = [(next(keys), item_of(session, each)) for each in dict.fromkeys(self.items)]
        for key, item in made:
            draft.drop("unread", item.id)
            note = Note(key, item.raw, delegation=self.delegation, anchor=self._at(session, item))
            draft.put("notes", key, note)
        if self.amendment:
            row = amendment_of(session, self.amendment)
            notes = (*row.notes, *(key for key, _ in made))
            draft.put("amendments", row.id, replace(row, notes=notes))
        return draft.patch()

    def _at(self, session: Session, item: Unread) -> NoteAnchor:
        if self.amendment:
            row = amendment_of(session, self.amendment)
            return NoteAnchor(row.provision, row.id)
        return NoteAnchor(place_of(session, item, self.elsewhere))


@dataclass(frozen=True, slots=True)
class ProposalToNote:
    """What was read as a proposal is none: the words it was read from become a note, of its
    sponsor if it has one only, where the proposal stood. Amendments to it go to the tray.

    Raises KnownError("unknown_proposal").
    """

    amendment: str

    def plan(self, session: Session) -> Patch:
        row = amendment_of(session, self.amendment)
        draft = Draft(session)
        words = in_words(draft, row)
        for each in amendments_in(draft):
            if each.target == row.id:
                put_in_tray(draft, each, "target_gone")
        discard(draft, row.id)
        whose = row.sponsors[0] if len(row.sponsors) == 1 else None
        key = next(fresh("n", session.notes))
        anchor = NoteAnchor(_stood_at(session, row))
        draft.put("notes", key, Note(key, words, delegation=whose, anchor=anchor))
        return draft.patch()


def _stood_at(session: Session, row: Amendment) -> str:
    """The provision a proposal was about; for a new one the one before it, or the first."""
    if row.kind is not AmendmentKind.NEW_PROVISION:
        return row.provision
    return row.after or next(iter(session.base_order), "")


@dataclass(frozen=True, slots=True)
class DismissFromTray:
    """Nothing needs to be done about the items. Their words are kept as notes, as `TrayToNote`
    keeps them."""

    items: tuple[str, ...]
    elsewhere: str = ""

    def plan(self, session: Session) -> Patch:
        return TrayToNote(self.items, elsewhere=self.elsewhere).plan(session)


def item_of(session: Session, item: str) -> Unread:
    """Raises KnownError("unknown_tray_item")."""
    if item not in session.unread:
        raise KnownError("unknown_tray_item", item=item)
    return session.unread[item]


def place_of(session: Session, item: Unread, elsewhere: str) -> str:
    """The provision of an item, or `elsewhere` if it has none.

    Raises KnownError("tray_item_without_place"): words kept nowhere would not be seen again.
    """
    place = next((each for each in (item.provision, elsewhere) if each in session.provisions), "")
    if not place:
        raise KnownError("tray_item_without_place")
    return place
