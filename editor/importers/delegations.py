"""Delegations of a session by what a paper calls them; new ones are added as they come."""

from collections.abc import Iterable
from dataclasses import replace

from editor.importers.memberships import joined
from editor.importers.names import Designation, Name, NameBook, code_for
from editor.negotiation.delegation import Delegation
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft

_LETTERS = 3
"""Of the code of a State."""


class Delegations:
    """Finds or adds delegations in a draft. Every designation is kept as written; who is new
    joins the groups it belongs to."""

    def __init__(self, draft: Draft, names: NameBook) -> None:
        self._draft = draft
        self._names = names
        rows = [draft.get("delegations", key) for key in draft.keys("delegations")]
        self._rows = {row.id: row for row in rows if isinstance(row, Delegation)}
        self._entries: dict[str, Name | None] = {}
        """Who the rows are in the book, as far as that was asked."""
        self._ids = fresh("d", self._rows)
        self._by_written: dict[str, tuple[str, ...]] = {}
        colours = [row.colour for row in self._rows.values() if row.colour is not None]
        self._next_colour = max(colours, default=-1) + 1
        self.guessed: list[tuple[str, str]] = []
        """Designations that only resemble a known name, with that name."""

    def ids_of(self, written: str) -> tuple[str, ...]:
        """The ids of the delegations that `written` names; mostly one."""
        if written not in self._by_written:
            found = (self._id_of(each) for each in self._names.read(written))
            self._by_written[written] = tuple(dict.fromkeys(found))
        return self._by_written[written]

    def known_ids(self, written: str) -> tuple[str, ...]:
        """The same; nobody if `written` says anything that is no name of the book or session."""
        return self.ids_of(written) if self.are_known(written) else ()

    def are_known(self, written: str) -> bool:
        """Whether `written` is names of the book or session, and nothing else."""
        known = {
            name.casefold()
            for row in self._rows.values()
            for name in (row.code, row.name, *row.as_written)
        }
        return all(
            each.name is not None or each.written.casefold() in known
            for each in self._names.read(written)
        )

    def _id_of(self, designation: Designation) -> str:
        row = self._known(designation) or self._come(designation)
        if designation.name is not None and designation.confidence < 1:
            self.guessed.append((designation.written, designation.name.name))
        if designation.written not in row.as_written:
            row = replace(row, as_written=(*row.as_written, designation.written))
        self._put(row)
        return row.id

    def _known(self, designation: Designation) -> Delegation | None:
        rows, name = self._rows.values(), designation.name
        if name is None:
            written = designation.written
            return next((row for row in rows if written in (*row.as_written, row.name)), None)
        by_code = next((row for row in rows if row.code == name.code), None)
        return by_code or next((row for row in rows if entry_of(row, self._names) is name), None)

    def _come(self, designation: Designation) -> Delegation:
        """A new row, a member of its groups or with its members."""
        new = self._new(designation)
        self._entries[new.id] = designation.name
        for row in self._rows.values():
            if row.id not in self._entries:
                self._entries[row.id] = entry_of(row, self._names)
        for row in tuple(joined(new, self._rows, self._entries)):
            self._put(row)
        return self._rows.get(new.id, new)

    def _put(self, row: Delegation) -> None:
        self._rows[row.id] = row
        self._draft.put("delegations", row.id, row)

    def _new(self, designation: Designation) -> Delegation:
        colour = self._next_colour
        self._next_colour += 1
        key = next(self._ids)
        name = designation.name
        if name is not None:
            return Delegation(key, name.code, name.name, name.kind, colour=colour)
        taken = {row.code for row in self._rows.values()} | self._names.codes
        return Delegation(
            key, code_for(designation.written, taken), designation.written, colour=colour
        )


def entry_of(row: Delegation, names: NameBook) -> Name | None:
    """Who a delegation is in the book, whatever code it was given."""
    own = names.find(row.name) or names.with_code(row.code)
    found = (
        name
        for written in row.as_written
        if (name := names.find(written)) and not is_first_name(written, name.spellings)
    )
    return own or next(found, None)


def is_first_name(written: str, spellings: Iterable[str]) -> bool:
    """Whether it is somebody's first name rather than one of the `spellings` of a delegation,
    which it resembles but for its capitals: Ben is not BEN, Benin."""
    return len(written) <= _LETTERS and written not in spellings
