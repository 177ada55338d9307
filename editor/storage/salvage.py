"""Reading what can be read of a session file, and saying what cannot."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any

import msgspec
from sqlalchemy import Connection

from editor.negotiation.patch import TABLES, Patch
from editor.negotiation.session import Session
from editor.storage import log
from editor.storage.finding import Finding
from editor.storage.kept_files import digest_of
from editor.storage.log import LogEntry
from editor.storage.rows import Mapper, mapper
from editor.storage.schema import KEPT_FILES, LOG
from editor.storage.sqlite import salvaged_rows

NOT_OF_THE_SCHEMA = (msgspec.DecodeError, KeyError, TypeError, ValueError)
"""What the readers of rows and log entries raise for values that are not ours."""


@dataclass(frozen=True)
class Salvage:
    """`session` from the tables, `entries` and `patches` from the log, `files` the contents of
    imported files by digest, `unbroken` the tables read to their end; `findings` say what is
    missing. Nothing promises that the parts fit together."""

    session: Session
    entries: tuple[LogEntry, ...]
    patches: Mapping[int, Patch]
    files: Mapping[str, bytes]
    unbroken: frozenset[str]
    findings: tuple[Finding, ...]

    def lost_keys(self, table: str, known: Iterable[str]) -> set[str]:
        """Those of the `known` keys of `table` whose rows the file should have and has not."""
        if table not in self.unbroken:
            return set(known).difference(getattr(self.session, table))
        return {each.key for each in self.findings if each.table == table} & set(known)


def salvaged(connection: Connection) -> Salvage:
    findings: list[Finding] = []
    unbroken: set[str] = set()
    tables: dict[str, Any] = {}
    for name in TABLES:
        rows, whole = salvaged_rows(connection, mapper(name).table)
        tables[name] = _decoded(mapper(name), rows, findings)
        if whole:
            unbroken.add(name)
        else:
            findings.append(Finding("unreadable_table", name))
    entries, patches = _log(connection, findings)
    return Salvage(
        Session(**tables),
        entries,
        patches,
        _files(connection, findings),
        frozenset(unbroken),
        tuple(findings),
    )


def _decoded(known: Mapper, rows: list[tuple[Any, ...]], findings: list[Finding]) -> dict[str, Any]:
    rows = _with_defaults(known, rows)
    try:
        return dict(known.read(rows))
    except NOT_OF_THE_SCHEMA:
        return _one_by_one(known, rows, findings)


def _with_defaults(known: Mapper, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows of an older schema, with what a field is that this had not."""
    new = {
        place: each.default if writer is None else writer(each.default)
        for place, (each, writer) in enumerate(
            zip(fields(known.row_type), known.writers, strict=True)
        )
        if each.default not in (MISSING, None) and all(row[place] is None for row in rows)
    }
    return [tuple(new.get(place, value) for place, value in enumerate(row)) for row in rows]


def _one_by_one(
    known: Mapper, rows: list[tuple[Any, ...]], findings: list[Finding]
) -> dict[str, Any]:
    readable: dict[str, Any] = {}
    place = known.names.index(known.key)
    for row in rows:
        try:
            readable |= known.read([row])
        except NOT_OF_THE_SCHEMA as error:
            key, name = str(row[place]), known.table.name
            findings.append(Finding("unreadable_row", name, key, value=str(error)))
    return readable


def _log(
    connection: Connection, findings: list[Finding]
) -> tuple[tuple[LogEntry, ...], dict[int, Patch]]:
    rows, whole = salvaged_rows(connection, LOG)
    if not whole:
        findings.append(Finding("unreadable_table", LOG.name))
    entries: list[LogEntry] = []
    patches: dict[int, Patch] = {}
    for *header, changes in rows:
        try:
            entry = log.entry_of(header)
            if changes is not None:
                patches[entry.id] = log.decoded_patch(changes)
        except NOT_OF_THE_SCHEMA as error:
            findings.append(Finding("unreadable_row", LOG.name, str(header[0]), value=str(error)))
        else:
            entries.append(entry)
    return tuple(sorted(entries, key=lambda each: each.id)), patches


def _files(connection: Connection, findings: list[Finding]) -> dict[str, bytes]:
    rows, whole = salvaged_rows(connection, KEPT_FILES)
    if not whole:
        findings.append(Finding("unreadable_table", KEPT_FILES.name))
    sound: dict[str, bytes] = {}
    for digest, content in rows:
        if isinstance(content, bytes) and digest_of(content) == digest:
            sound[digest] = content
        else:
            findings.append(Finding("changed_file", KEPT_FILES.name, str(digest)))
    return sound
