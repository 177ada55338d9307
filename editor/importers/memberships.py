"""Who belongs to which group of a session, as the book of names has it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from editor.importers.names import Name
from editor.negotiation.delegation import Delegation, DelegationKind


def joined(
    new: Delegation, rows: Mapping[str, Delegation], entries: Mapping[str, Name | None]
) -> Iterator[Delegation]:
    """What changes as `new` comes to the other `rows`: a group has those of them as members that
    the book lists, a member joins the groups that list it. `entries` are who all of them are in
    the book, by id. Who is there already is left as the Chair has it."""
    entry = entries[new.id]
    if entry is None:
        return
    members = tuple(key for key in rows if _lists(entry, entries[key]))
    if members:
        yield replace(new, members=members)
    for row in rows.values():
        group = entries[row.id]
        if row.kind is DelegationKind.GROUP and group is not None and _lists(group, entry):
            yield replace(row, members=(*row.members, new.id))


def _lists(group: Name, member: Name | None) -> bool:
    return member is not None and member.code in group.members
