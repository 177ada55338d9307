"""The log: every command with its inverse, in the order of commitment. The audit trail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, update

from editor.negotiation.patch import Patch, RowChange
from editor.storage.rows import ROW_TYPES, json_text
from editor.storage.schema import LOG

CREATE = "create"
UNDO = "undo"
REDO = "redo"
_RUN = "run"


class LogState(StrEnum):
    """Where an entry stands: in the session, taken back, or taken back and out of reach since
    another command followed. An entry of `KEPT` records a creation, an undo or a redo."""

    DONE = "done"
    UNDONE = "undone"
    ABANDONED = "abandoned"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Who did what and when. `of` is the entry that an undo or a redo was about."""

    id: int
    command: str
    detail: Mapping[str, object] | str
    author: str
    time: str
    state: LogState
    of: int | None = None

    @property
    def run(self) -> str:
        """The name that entries share which are undone and redone together, as the letters of
        a word are; "" for one that stands alone."""
        return str(self.detail.get(_RUN, "")) if isinstance(self.detail, Mapping) else ""


@dataclass(frozen=True, slots=True)
class Step:
    """Entries of the log, in the order in which undo or redo comes to them, and the patch that
    takes the session through all of them."""

    entries: tuple[LogEntry, ...]
    patch: Patch


class _StoredChange(msgspec.Struct):
    table: str
    key: str
    before: msgspec.Raw
    after: msgspec.Raw


_DETAIL = msgspec.json.Decoder(dict[str, object] | str)
_CHANGES = msgspec.json.Decoder(list[_StoredChange])
_HEADER = (LOG.c.id, LOG.c.command, LOG.c.detail, LOG.c.author, LOG.c.time, LOG.c.state, LOG.c.of)


def detail_of_run(run: str) -> dict[str, object]:
    """What the detail of an entry says of its run; nothing for ""."""
    return {_RUN: run} if run else {}


def append(connection: Connection, entry: LogEntry, patch: Patch | None) -> None:
    """Add `entry`; `patch` is None for an undo or a redo."""
    connection.execute(
        insert(LOG),
        {
            "id": entry.id,
            "command": entry.command,
            "detail": json_text(entry.detail),
            "author": entry.author,
            "time": entry.time,
            "state": str(entry.state),
            "of": entry.of,
            "changes": None if patch is None else json_text(patch.changes),
        },
    )


def set_state(connection: Connection, number: int, state: LogState) -> None:
    connection.execute(update(LOG).where(LOG.c.id == number), {"state": str(state)})


def abandon_undone(connection: Connection) -> None:
    """Put what is undone out of the reach of redo."""
    undone = LOG.c.state == str(LogState.UNDONE)
    connection.execute(update(LOG).where(undone), {"state": str(LogState.ABANDONED)})


def entries(connection: Connection) -> tuple[LogEntry, ...]:
    """All entries, oldest first. Raises msgspec.DecodeError or ValueError if one is damaged."""
    return tuple(map(entry_of, connection.execute(select(*_HEADER).order_by(LOG.c.id))))


def entry(connection: Connection, number: int) -> LogEntry:
    """The entry with the id `number`. Raises as `entries`."""
    return entry_of(connection.execute(select(*_HEADER).where(LOG.c.id == number)).one())


def patch_of(connection: Connection, number: int) -> Patch:
    """What the entry did, forwards. Raises msgspec.DecodeError or KeyError if it is damaged."""
    stored = connection.execute(select(LOG.c.changes).where(LOG.c.id == number)).scalar_one()
    return decoded_patch(stored)


def decoded_patch(stored: str) -> Patch:
    """The patch in the column `changes`. Raises as `patch_of`."""
    return Patch(tuple(map(_change, _CHANGES.decode(stored))))


def entry_of(row: Sequence[Any]) -> LogEntry:
    """The entry in all columns of a row but `changes`. Raises as `entries`."""
    number, command, detail, author, time, state, of = row
    return LogEntry(number, command, _DETAIL.decode(detail), author, time, LogState(state), of)


def _change(stored: _StoredChange) -> RowChange:
    decoder = _row_decoder(stored.table)
    return RowChange(
        stored.table, stored.key, decoder.decode(stored.before), decoder.decode(stored.after)
    )


@cache
def _row_decoder(table: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(ROW_TYPES[table] | None)
