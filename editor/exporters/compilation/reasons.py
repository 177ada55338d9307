"""The notes of a compilation: where each stands, what it says, and its number."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from editor.exporters.compilation.paper import PaperNote
from editor.negotiation.amendment import Amendment, Position
from editor.negotiation.notation.printed_names import one_line
from editor.negotiation.notation.signs import FIRST_NOTE, is_sign
from editor.negotiation.notation.spoken import ON_A_POSITION, spoken_text
from editor.negotiation.note import Note
from editor.negotiation.provision import BasePosition, MarkKind
from editor.negotiation.session import Session

_LABEL = re.compile(r"[\w*†‡§]{1,6}")

Place = tuple[str, ...]
"""What a note speaks to: ("amendment", id), ("status", provision), ("provision", provision),
("mark", provision, id of the note), or ("nothing",)."""


@dataclass(frozen=True, slots=True)
class _Footnote:
    sign: str
    speaker: str | None


class Reasons:
    """Puts every note of a session into one footnote, or several that the source had in one.

    Within annotations a note is a private character, its `sign`; `key_of` tells which it is.
    """

    def __init__(self, session: Session, names: Mapping[str, str]) -> None:
        self._session = session
        self._names = names
        self._at: dict[Place, list[_Footnote]] = defaultdict(list)
        self._notes: list[PaperNote] = []
        taken = (each.label for each in session.notes.values())
        largest = max((int(each) for each in taken if each.isdecimal()), default=0)
        self._numbers = count(largest + 1)
        for place, notes in self._grouped().items():
            self._add(place[:-1], notes)

    @property
    def notes(self) -> tuple[PaperNote, ...]:
        return tuple(self._notes)

    def key_of(self, sign: str) -> str:
        return self._notes[ord(sign) - FIRST_NOTE].key

    def key_at(self, place: Place) -> str:
        """The key of the one note at a place, empty if there is none."""
        signs = self.at(place)
        return self.key_of(signs[0]) if signs else ""

    def at(self, place: Place) -> str:
        """The signs of all notes at a place."""
        return "".join(each.sign for each in self._at.get(place, ()))

    def on_voice(self, amendment: str, delegation: str) -> str:
        """The signs of a delegation's reasons for an amendment."""
        found = self._at.get(("amendment", amendment), ())
        return "".join(each.sign for each in found if each.speaker == delegation)

    def besides(self, amendment: str, delegations: frozenset[str]) -> str:
        """The signs of notes on an amendment that none of these delegations speaks."""
        found = self._at.get(("amendment", amendment), ())
        return "".join(each.sign for each in found if each.speaker not in delegations)

    def on_position(self, position: Position | BasePosition) -> str:
        """The sign of what a delegation says to its position; empty if it says nothing."""
        if not one_line(position.note):
            return ""
        said = spoken_text(self._names[position.delegation], position.note, ON_A_POSITION)
        return self._footnote("", (said,))

    def _grouped(self) -> dict[Place, list[Note]]:
        marked = {
            mark.note: provision.id
            for provision in self._session.provisions.values()
            for mark in provision.marks
            if mark.kind is MarkKind.NOTE
        }
        named = {
            note: amendment
            for amendment in self._session.amendments.values()
            for note in amendment.notes
        }
        groups: dict[Place, list[Note]] = defaultdict(list)
        for note in self._session.notes.values():
            place = self._place(note, marked, named)
            groups[*place, note.source_note or note.id].append(note)
        return groups

    def _place(
        self, note: Note, marked: Mapping[str, str], named: Mapping[str, Amendment]
    ) -> Place:
        anchor = note.anchor
        amendment = anchor.amendment or (named[note.id].id if note.id in named else "")
        if note.id in marked:
            return "mark", marked[note.id], note.id
        if amendment in self._session.amendments:
            return "amendment", amendment
        if anchor.provision not in self._session.provisions:
            return ("nothing",)
        return ("status" if anchor.on_status else "provision"), anchor.provision

    def _add(self, place: Place, notes: list[Note]) -> None:
        paragraphs = tuple(
            spoken_text(self._names.get(each.delegation or "", ""), each.text) for each in notes
        )
        label = notes[0].label
        sign = self._footnote(label if _LABEL.fullmatch(label) else "", paragraphs)
        self._at[place].append(_Footnote(sign, notes[0].delegation))

    def _footnote(self, label: str, paragraphs: tuple[str, ...]) -> str:
        number = len(self._notes)
        label = label or str(next(self._numbers))
        self._notes.append(PaperNote(f"note {number}", label, paragraphs))
        return chr(FIRST_NOTE + number)


def signs_in(text: str) -> Iterator[tuple[str, str]]:
    """`text` cut at the signs of notes: words and the sign after them, one of the two empty."""
    words = ""
    for each in text:
        if is_sign(each):
            yield words, each
            words = ""
        else:
            words += each
    if words:
        yield words, ""
