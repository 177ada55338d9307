"""Joining two base provisions that an importer took apart by mistake."""

from dataclasses import dataclass, replace
from itertools import pairwise

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.commands.moving_edits import moved_mark, moved_position, shifted
from editor.negotiation.commands.rows_of import (
    amendments_in,
    notes_in,
    provisions_in,
    tray_in,
)
from editor.negotiation.commands.to_tray import put_in_tray
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.text.edit import Edit

_FEW = 40
"""Code points of a provision without a label that are said of it."""


@dataclass(frozen=True, slots=True)
class JoinProvisions:
    """`second`, the next in base order and of the same kind, becomes the end of `first`, after a
    space. Proposals, marks and positions go with their words; a proposal that has no sense any
    more goes to the tray.

    Raises KnownError: unknown_provision, not_neighbours, other_follows.
    """

    first: str
    second: str

    def plan(self, session: Session) -> Patch:
        for each in (self.first, self.second):
            if each not in session.provisions:
                raise KnownError("unknown_provision", provision=each)
        order = session.base_order
        if (self.first, self.second) not in pairwise(order):
            raise KnownError("not_neighbours", first=self.first, second=self.second)
        first, second = session.provisions[self.first], session.provisions[self.second]
        if first.kind is not second.kind:
            raise KnownError("other_follows", following=in_few_words(second))
        return _Joining(session, self.first, self.second).patch()


def in_few_words(provision: Provision) -> str:
    """What a provision is called where it can only be named: its label, or how it begins."""
    begins = provision.text[:_FEW].strip()
    return provision.label or (f"{begins}…" if len(provision.text) > _FEW else begins)


class _Joining:
    def __init__(self, session: Session, first: str, second: str) -> None:
        self.draft = Draft(session)
        self.first, self.second = session.provisions[first], session.provisions[second]
        head, tail = self.first.text, self.second.text
        space = " " if head and tail and not (head[-1].isspace() or tail[0].isspace()) else ""
        self.text = head + space + tail
        self.shift = len(head + space)

    def patch(self) -> Patch:
        for each in amendments_in(self.draft):
            self._carry(each)
        self._join_texts()
        self._point_elsewhere()
        return self.draft.patch()

    def _carry(self, amendment: Amendment) -> None:
        first, second = self.first.id, self.second.id
        if self.draft.get("amendments", amendment.id) is None:
            return
        if amendment.kind is AmendmentKind.JOIN and second in amendment.provisions:
            self._carry_join(amendment)
            return
        carried = amendment
        if amendment.after == second:
            carried = replace(carried, after=first)
        if amendment.provision in (first, second) and amendment.target is None:
            if amendment.kind is AmendmentKind.MOVE:
                if amendment.provision == second or carried.after == first:
                    put_in_tray(self.draft, amendment, "provisions_joined")
                    return
            else:
                carried = self._in_joined(carried)
        elif amendment.provision == second:
            carried = replace(carried, provision=first)
        if carried != amendment:
            self.draft.put("amendments", amendment.id, carried)

    def _in_joined(self, amendment: Amendment) -> Amendment:
        """The same words out and in, in code points of the joined text."""
        of_second = amendment.provision == self.second.id
        shift = self.shift if of_second else 0
        row = self.second if of_second else self.first
        whole = (shift, shift + len(row.text))
        match amendment.kind:
            case AmendmentKind.DELETE_PROVISION:
                edits: tuple[Edit, ...] = (Edit(*whole, ""),)
            case AmendmentKind.REPLACE_PROVISION:
                edits = (Edit(*whole, amendment.text or ""),)
            case AmendmentKind.JOIN if amendment.text is not None:
                return replace(amendment, provision=self.first.id)
            case _:
                return replace(
                    amendment,
                    provision=self.first.id,
                    edits=tuple(shifted(each, shift) for each in amendment.edits),
                    at=None if amendment.at is None else amendment.at + shift,
                )
        return replace(
            amendment,
            provision=self.first.id,
            kind=AmendmentKind.EDIT,
            text=None,
            edits=tuple(each for each in edits if not each.is_nothing),
        )

    def _carry_join(self, amendment: Amendment) -> None:
        """Joining these two is done; a join with others goes on with the joined one."""
        first, second = self.first.id, self.second.id
        left = tuple(
            dict.fromkeys(first if each == second else each for each in amendment.provisions)
        )
        if len(left) < 2:
            put_in_tray(self.draft, amendment, "provisions_joined")
            return
        carried = replace(amendment, provisions=left)
        if amendment.provision == second:
            edits = tuple(shifted(each, self.shift) for each in amendment.edits)
            carried = replace(carried, provision=first, edits=edits)
        self.draft.put("amendments", amendment.id, carried)

    def _join_texts(self) -> None:
        marks = (moved_mark(each, self.shift) for each in self.second.marks)
        positions = (moved_position(each, self.shift) for each in self.second.positions)
        joined = replace(
            self.first,
            text=self.text,
            marks=(*self.first.marks, *marks),
            positions=(*self.first.positions, *positions),
        )
        self.draft.put("provisions", joined.id, joined)
        self.draft.drop("provisions", self.second.id)

    def _point_elsewhere(self) -> None:
        first, second = self.first.id, self.second.id
        section = first if self.first.kind is self.first.kind.HEADING else self.first.section
        for row in provisions_in(self.draft):
            if row.section == second:
                self.draft.put("provisions", row.id, replace(row, section=section))
        for note in notes_in(self.draft):
            if note.anchor.provision == second:
                anchor = replace(note.anchor, provision=first)
                self.draft.put("notes", note.id, replace(note, anchor=anchor))
        for item in tray_in(self.draft):
            if item.provision == second:
                self.draft.put("unread", item.id, replace(item, provision=first))
