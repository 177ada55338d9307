"""Is a session file sound? Pages, schema, rows, references, log."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect

from editor.negotiation.integrity import faults
from editor.storage.finding import Finding
from editor.storage.opening import connect_for_reading, recognise
from editor.storage.replay import Replay, disagreements, replayed, there_and_back
from editor.storage.salvage import Salvage, salvaged
from editor.storage.schema import LOG, SCHEMA
from editor.storage.sqlite import integrity_problems, plainly
from editor.storage.storage_error import StorageError


@dataclass(frozen=True, slots=True)
class CheckReport:
    """`findings` is empty for a sound file; the counts say what was looked at."""

    path: Path
    findings: tuple[Finding, ...]
    provisions: int = 0
    amendments: int = 0
    log_entries: int = 0
    files: int = 0

    @property
    def is_sound(self) -> bool:
        return not self.findings


def check(path: Path) -> CheckReport:
    """Read everything in the file at `path`, changing nothing.

    Raises StorageError where there is nothing to judge: missing, not_a_session, not_readable,
    newer_version, older_version, locked, medium_gone.
    """
    recognise(path)
    try:
        return _looked_through(path)
    except StorageError as error:
        if error.code != "damaged":
            raise
        return CheckReport(path, (Finding("damaged_page", value=str(error.facts["said"])),))


def _looked_through(path: Path) -> CheckReport:
    connection = connect_for_reading(path)
    try:
        with plainly(path):
            pages = [Finding("damaged_page", value=each) for each in integrity_problems(connection)]
            columns = list(_missing_columns(connection))
            salvage = salvaged(connection)
    finally:
        connection.close()
    found = [*pages, *columns, *salvage.findings, *_faults(salvage), *_log_faults(salvage)]
    session = salvage.session
    return CheckReport(
        path,
        tuple(found),
        len(session.provisions),
        len(session.amendments),
        len(salvage.entries),
        len(salvage.files),
    )


def _missing_columns(connection: Connection) -> Iterator[Finding]:
    there = inspect(connection)
    names = set(there.get_table_names())
    for table in SCHEMA.sorted_tables:
        columns = (
            {each["name"] for each in there.get_columns(table.name)}
            if table.name in names
            else set()
        )
        for column in table.columns:
            if column.name not in columns:
                yield Finding("missing_column", table.name, field=column.name)


def _faults(salvage: Salvage) -> Iterator[Finding]:
    for fault in faults(salvage.session):
        yield Finding(fault.code, fault.table, fault.key, fault.field, fault.value)


def _log_faults(salvage: Salvage) -> Iterator[Finding]:
    """Where the log does not lead to the session, or not back and forth."""
    numbers = {each.id for each in salvage.entries}
    gaps = set(range(1, max(numbers, default=1) + 1)) - numbers
    if gaps:
        yield from (Finding("broken_history", LOG.name, str(number)) for number in sorted(gaps))
        return
    told = replayed(salvage.entries, salvage.patches)
    if told.misfits or told.session != salvage.session:
        yield from _misfits(told)
        for table, key in disagreements(told.session, salvage.session):
            yield Finding("unlogged", table, key)
        return
    back = there_and_back(salvage.session, salvage.entries, salvage.patches)
    yield from _misfits(back)
    for table, key in disagreements(back.session, salvage.session):
        yield Finding("broken_history", table, key)


def _misfits(replay: Replay) -> Iterator[Finding]:
    for number, change in replay.misfits:
        yield Finding("broken_history", LOG.name, str(number), change.table, change.key)
