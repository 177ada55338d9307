"""Splitting a base provision that an importer ran together by mistake."""

from dataclasses import dataclass, replace

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.commands.moving_edits import moved_mark, moved_position, shifted
from editor.negotiation.commands.rows_of import amendments_in, notes_in
from editor.negotiation.commands.to_tray import put_in_tray
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import BasePosition, Mark, MarkKind, Provision
from editor.negotiation.session import Decision, Session
from editor.text.tokens import is_boundary

_WHOLE = frozenset({AmendmentKind.DELETE_PROVISION, AmendmentKind.MOVE})


@dataclass(frozen=True, slots=True)
class SplitProvision:
    """The base text of `provision` from `at` on becomes a provision of its own, right after it,
    labelled `label`; spaces around the place go. Proposals, marks and positions go with their
    words; a proposal that reaches over the place goes to the tray.

    Raises KnownError: unknown_provision, cannot_split_here.
    """

    provision: str
    at: int
    label: str = ""

    def plan(self, session: Session) -> Patch:
        row = session.provisions.get(self.provision)
        if row is None or not row.is_base:
            raise KnownError("unknown_provision", provision=self.provision)
        head, tail = row.text[: self.at].rstrip(), row.text[self.at :].lstrip()
        if not head or not tail or not is_boundary(row.text, self.at):
            raise KnownError("cannot_split_here", provision=self.provision)
        return _Splitting(session, row, head, tail, self.label).patch()


class _Splitting:
    def __init__(self, session: Session, row: Provision, head: str, tail: str, label: str) -> None:
        self.draft = Draft(session)
        self.row, self.head, self.tail, self.label = row, head, tail, label
        self.shift = len(row.text) - len(tail)
        """Where the second text begins in the old one."""
        self.second = next(fresh("p", session.provisions))

    def patch(self) -> Patch:
        for each in amendments_in(self.draft):
            if self.draft.get("amendments", each.id) is not None:
                self._carry(each)
        self._make_room()
        self._part_texts()
        return self.draft.patch()

    def _carry(self, amendment: Amendment) -> None:
        carried = amendment
        if amendment.after == self.row.id:
            carried = replace(carried, after=self.second)
        if self.row.id in amendment.provisions:
            carried = self._among_joined(carried)
        if amendment.provision == self.row.id and amendment.target is None:
            self._carry_own(carried)
        elif carried != amendment:
            self.draft.put("amendments", amendment.id, carried)

    def _among_joined(self, amendment: Amendment) -> Amendment:
        """A join of the old provision is one of both."""
        both = (self.row.id, self.second)
        parts = (both if each == self.row.id else (each,) for each in amendment.provisions)
        return replace(amendment, provisions=tuple(each for part in parts for each in part))

    def _carry_own(self, amendment: Amendment) -> None:
        """A proposal in the old provision: into the first, the second, both, or the tray."""
        if amendment.kind in _WHOLE:
            self._do_to_both(amendment)
            return
        if amendment.kind is AmendmentKind.REPLACE_PROVISION:
            put_in_tray(self.draft, amendment, "reaches_over_split")
            return
        places = [place for edit in amendment.edits for place in (edit.start, edit.end)]
        if amendment.at is not None:
            places.append(amendment.at)
        if amendment.at is not None and len(self.head) <= amendment.at <= self.shift:
            put_in_tray(self.draft, amendment, "already_split")
        elif all(place <= len(self.head) for place in places):
            self.draft.put("amendments", amendment.id, amendment)
        elif all(place >= self.shift for place in places):
            self._carry_to_second(amendment)
        else:
            put_in_tray(self.draft, amendment, "reaches_over_split")

    def _carry_to_second(self, amendment: Amendment) -> None:
        carried = replace(
            amendment,
            provision=self.second,
            edits=tuple(shifted(each, -self.shift) for each in amendment.edits),
            at=None if amendment.at is None else amendment.at - self.shift,
        )
        self.draft.put("amendments", amendment.id, carried)
        for each in amendments_in(self.draft):
            if each.target == amendment.id:
                self._follow(each)

    def _follow(self, amendment: Amendment) -> None:
        """An amendment to an amendment stands where its target does."""
        self.draft.put("amendments", amendment.id, replace(amendment, provision=self.second))
        for each in amendments_in(self.draft):
            if each.target == amendment.id:
                self._follow(each)

    def _do_to_both(self, amendment: Amendment) -> None:
        self.draft.put("amendments", amendment.id, amendment)
        taken = [*self.draft.keys("amendments"), *self.draft.keys("rulings")]
        key = next(fresh("a", taken))
        twin = replace(amendment, id=key, provision=self.second, alternatives=())
        self.draft.put("amendments", key, twin)
        decision = self.draft.get("decisions", amendment.id)
        if isinstance(decision, Decision):
            self.draft.put("decisions", key, Decision(key, decision.included))

    def _make_room(self) -> None:
        """Base provisions below move down by one place, as far as needed."""
        session = self.draft.session
        order = session.base_order
        taken = self.row.ordinal + 1
        for each in order[order.index(self.row.id) + 1 :]:
            below = session.provisions[each]
            if below.ordinal > taken:
                return
            taken = taken + 1
            self.draft.put("provisions", each, replace(below, ordinal=taken))

    def _part_texts(self) -> None:
        row = self.row
        marks = [part for mark in row.marks for part in self._parts_of_mark(mark)]
        positions = [part for each in row.positions for part in self._parts_of_position(each)]
        first = replace(
            row,
            text=self.head,
            marks=tuple(mark for mark, is_second in marks if not is_second),
            positions=tuple(each for each, is_second in positions if not is_second),
        )
        second = replace(
            row,
            id=self.second,
            ordinal=row.ordinal + 1,
            text=self.tail,
            label=self.label,
            marks=tuple(mark for mark, is_second in marks if is_second),
            positions=tuple(each for each, is_second in positions if is_second),
        )
        self.draft.put("provisions", row.id, first)
        self.draft.put("provisions", self.second, second)
        moved = {mark.note for mark in second.marks if mark.kind is MarkKind.NOTE}
        for note in notes_in(self.draft):
            if note.id in moved and note.anchor.provision == row.id:
                anchor = replace(note.anchor, provision=self.second)
                self.draft.put("notes", note.id, replace(note, anchor=anchor))

    def _parts_of_mark(self, mark: Mark) -> list[tuple[Mark, bool]]:
        if mark.kind is MarkKind.NOTE:
            in_second = mark.start > self.shift
            at = mark.start - self.shift if in_second else min(mark.start, len(self.head))
            return [(replace(mark, start=at, end=at), in_second)]
        parts = []
        if mark.start < len(self.head):
            parts.append((replace(mark, end=min(mark.end, len(self.head))), False))
        if mark.end > self.shift:
            moved = moved_mark(replace(mark, start=max(mark.start, self.shift)), -self.shift)
            parts.append((moved, True))
        return parts

    def _parts_of_position(self, position: BasePosition) -> list[tuple[BasePosition, bool]]:
        parts = []
        if position.end <= len(self.head) or position.start < len(self.head):
            end = min(position.end, len(self.head))
            parts.append((replace(position, end=end), False))
        if position.end > self.shift:
            start = max(position.start, self.shift)
            parts.append((moved_position(replace(position, start=start), -self.shift), True))
        if not parts:
            at = len(self.head)
            parts.append((replace(position, start=at, end=at), False))
        return parts
