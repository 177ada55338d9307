"""A patch: rows of the session before and after. Its reverse undoes it exactly."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, cast

from editor.negotiation.session import Row, Session

TABLES: tuple[str, ...] = tuple(each.name for each in fields(Session))


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of `table` under `key`: created (no `before`), changed, or deleted (no `after`)."""

    table: str
    key: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Patch:
    changes: tuple[RowChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def reverse(self) -> "Patch":
        """The patch that undoes this one."""
        return Patch(
            tuple(
                RowChange(each.table, each.key, each.after, each.before)
                for each in reversed(self.changes)
            )
        )


def patched(session: Session, patch: Patch) -> Session:
    """The session after `patch`; untouched tables are shared with the old one."""
    tables: dict[str, dict[str, Row]] = {}
    for change in patch.changes:
        table = tables.get(change.table)
        if table is None:
            table = tables[change.table] = dict(getattr(session, change.table))
        if change.after is None:
            table.pop(change.key, None)
        else:
            table[change.key] = change.after
    after: Session = replace(session, **cast(Any, tables))
    if "provisions" not in tables:
        after.__dict__["base_order"] = session.base_order
    if "delegations" not in tables:
        after.__dict__["rank_of"] = session.rank_of
    return after


class Draft:
    """Collects row changes against a session; several changes of one row become one."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._changes: dict[tuple[str, str], RowChange] = {}
        self.entered: dict[object, list[str]] = {}
        """Which amendments propose what, by their identity (kept by `entering`)."""

    def put(self, table: str, key: str, row: Row) -> None:
        self._record(table, key, row)

    def drop(self, table: str, key: str) -> None:
        self._record(table, key, None)

    def get(self, table: str, key: str) -> Row | None:
        """The row as this draft would leave it."""
        change = self._changes.get((table, key))
        return change.after if change else self._stored(table, key)

    def keys(self, table: str) -> list[str]:
        """The keys of `table` as this draft would leave it."""
        stored = list(getattr(self.session, table))
        dropped = {c.key for c in self._changes.values() if c.table == table and not c.after}
        added = [
            c.key for c in self._changes.values() if c.table == table and c.after and not c.before
        ]
        return [key for key in stored if key not in dropped] + added

    def patch(self) -> Patch:
        return Patch(tuple(c for c in self._changes.values() if c.before != c.after))

    def _record(self, table: str, key: str, after: Row | None) -> None:
        self._changes[table, key] = RowChange(table, key, self._stored(table, key), after)

    def _stored(self, table: str, key: str) -> Row | None:
        row: Row | None = getattr(self.session, table).get(key)
        return row


def combined(session: Session, patches: Iterable[Patch]) -> Patch:
    """The one patch of `session` that does what `patches` do one after another."""
    draft = Draft(session)
    for patch in patches:
        for change in patch.changes:
            if change.after is None:
                draft.drop(change.table, change.key)
            else:
                draft.put(change.table, change.key, change.after)
    return draft.patch()
