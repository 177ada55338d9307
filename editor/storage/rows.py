"""Rows of the session as rows of tables, and back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache, cached_property, partial
from itertools import groupby
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from editor.negotiation.amendment import Amendment
from editor.negotiation.delegation import Delegation
from editor.negotiation.note import Note
from editor.negotiation.patch import TABLES, Patch, RowChange
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling
from editor.negotiation.session import (
    Decision,
    Heading,
    ImportedFile,
    ImportReport,
    Row,
    Session,
)
from editor.negotiation.unread import Unread
from editor.storage.schema import SCHEMA

ROW_TYPES: Mapping[str, type[Row]] = {
    "headings": Heading,
    "delegations": Delegation,
    "provisions": Provision,
    "amendments": Amendment,
    "notes": Note,
    "rulings": Ruling,
    "unread": Unread,
    "decisions": Decision,
    "files": ImportedFile,
    "reports": ImportReport,
}

_ENCODE = msgspec.json.Encoder(order="deterministic").encode

Column = Sequence[Any]
Reader = Callable[[Column], Iterable[Any]]
Writer = Callable[[Any], Any]


@dataclass(frozen=True)
class Mapper:
    """How the rows of one table are read, column by column, and written, value by value (a
    writer of None: as it is)."""

    table: Table
    row_type: type[Row]
    key: str
    names: tuple[str, ...]
    readers: tuple[Reader, ...]
    writers: tuple[Writer | None, ...]

    def read(self, stored: Sequence[Sequence[Any]]) -> dict[str, Row]:
        """Rows by key, from tuples in the order of `names`. Raises msgspec.DecodeError,
        KeyError or TypeError for values that are not of this schema."""
        columns = [
            reader(column)
            for column, reader in zip(zip(*stored, strict=True), self.readers, strict=False)
        ]
        key = self.names.index(self.key)
        rows = map(self.row_type, *columns) if columns else ()
        return dict(zip((each[key] for each in stored), rows, strict=True))

    @cached_property
    def update(self) -> Update:
        """The statement that changes the row of `stored_key`, made once."""
        return update(self.table).where(self._place)

    @cached_property
    def delete(self) -> Delete:
        """The statement that takes away the row of `stored_key`, made once."""
        return delete(self.table).where(self._place)

    @property
    def _place(self) -> ColumnElement[bool]:
        return self.table.c[self.key] == bindparam("stored_key")

    def write(self, row: Row) -> dict[str, Any]:
        """Column values of `row` by name."""
        return {
            name: getattr(row, name) if writer is None else writer(getattr(row, name))
            for name, writer in zip(self.names, self.writers, strict=True)
        }


@cache
def mapper(table: str) -> Mapper:
    """The mapper of one of the session's tables."""
    row_type = ROW_TYPES[table]
    types = get_type_hints(row_type)
    names = tuple(each.name for each in fields(row_type))
    converters = [_converters(types[name]) for name in names]
    return Mapper(
        SCHEMA.tables[table],
        row_type,
        names[0],
        names,
        tuple(reader for reader, _ in converters),
        tuple(writer for _, writer in converters),
    )


def load_session(connection: Connection) -> Session:
    """The session in the file. Raises what `Mapper.read` raises."""
    tables: dict[str, Any] = {}
    for table in TABLES:
        tables[table] = mapper(table).read(stored_rows(connection, table))
    return Session(**tables)


def stored_rows(connection: Connection, table: str) -> Sequence[Sequence[Any]]:
    """The raw rows of a table, columns in the order of the mapper's names."""
    known = mapper(table)
    statement = select(*(known.table.c[name] for name in known.names))
    result = connection.execute(statement)
    rows: Sequence[Sequence[Any]] = result.cursor.fetchall() if result.cursor else ()
    return rows


def apply_patch(connection: Connection, patch: Patch) -> None:
    """Write the changes of `patch`, in their order."""
    for (table, action), changes in groupby(patch.changes, _where_and_how):
        action(connection, mapper(table), changes)


Action = Callable[[Connection, Mapper, Iterable[RowChange]], None]


def _where_and_how(change: RowChange) -> tuple[str, Action]:
    if change.before is None:
        return change.table, _insert
    return change.table, _delete if change.after is None else _update


def _insert(connection: Connection, known: Mapper, changes: Iterable[RowChange]) -> None:
    rows = [known.write(each.after) for each in changes if each.after is not None]
    connection.execute(insert(known.table), rows)


def _update(connection: Connection, known: Mapper, changes: Iterable[RowChange]) -> None:
    rows = [
        {"stored_key": each.key, **known.write(each.after)}
        for each in changes
        if each.after is not None
    ]
    connection.execute(known.update, rows)


def _delete(connection: Connection, known: Mapper, changes: Iterable[RowChange]) -> None:
    connection.execute(known.delete, [{"stored_key": each.key} for each in changes])


def _converters(kind: Any) -> tuple[Reader, Writer | None]:
    """Reader of columns and writer of values for a field of type `kind`."""
    members = set(get_args(kind)) if isinstance(kind, UnionType) else {kind}
    if members <= {str, int, NoneType}:
        return partial(_as_stored, frozenset(members)), None
    if kind is bool:
        return partial(map, {0: False, 1: True}.__getitem__), None
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return partial(map, {each.value: each for each in kind}.__getitem__), str.__str__
    decode = msgspec.json.Decoder(kind).decode
    if NoneType in members:
        return (
            partial(map, lambda stored: None if stored is None else decode(stored)),
            lambda value: None if value is None else json_text(value),
        )
    return partial(map, decode), json_text


def _as_stored(allowed: frozenset[type], column: Column) -> Column:
    if not allowed.issuperset(map(type, column)):
        raise TypeError(f"values other than {sorted(each.__name__ for each in allowed)}")
    return column


def json_text(value: object) -> str:
    """`value` as JSON, the members of sets in order."""
    return _ENCODE(value).decode()
