"""Opening: is this a session file, of a version we know, and can it be written?"""

import os
from pathlib import Path

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import OperationalError

from editor.storage import migrations
from editor.storage.backup import back_up
from editor.storage.schema import SCHEMA, VERSION
from editor.storage.sqlite import (
    APPLICATION_ID,
    Access,
    application_id_of,
    connect,
    mark_as_session,
    plainly,
)
from editor.storage.storage_error import StorageError


def recognise(path: Path) -> None:
    """Raises StorageError: missing, not_a_session, medium_gone."""
    try:
        with path.open("rb") as stream:
            header = stream.read(100)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise StorageError("missing", path) from error
    except PermissionError as error:
        raise StorageError("not_readable", path) from error
    except OSError as error:
        raise StorageError("medium_gone", path, said=str(error)) from error
    if application_id_of(header) != APPLICATION_ID:
        raise StorageError("not_a_session", path)


def is_session(path: Path) -> bool:
    """Whether a session file lies at `path`."""
    try:
        recognise(path)
    except StorageError:
        return False
    return True


def connect_for_writing(path: Path) -> Connection:
    """A connection to a recognised file, migrated to the present schema if it is older; a
    file that we cannot work in is not touched.

    Raises StorageError: read_only, newer_version, damaged, locked, disk_full, medium_gone.
    """
    if not os.access(path, os.W_OK):
        raise StorageError("read_only", path)
    with connect(path, Access.READ) as reading:
        version = _known_version(reading, path)
        if version != migrations.newest():
            back_up(reading, path, version)
    connection = connect(path, Access.WRITE)
    if version != migrations.newest():
        try:
            with plainly(path):
                migrations.upgrade(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_for_reading(path: Path) -> Connection:
    """A connection that never writes. Raises StorageError: as above, and older_version for a
    file that would have to be migrated first."""
    connection = connect(path, Access.READ)
    try:
        version = _known_version(connection, path)
        if version != migrations.newest():
            raise StorageError("older_version", path, version=version)
    except BaseException:
        connection.close()
        raise
    return connection


def make_schema(connection: Connection) -> None:
    """Everything a new file needs, without Alembic."""
    mark_as_session(connection)
    SCHEMA.create_all(connection)
    VERSION.create(connection)
    connection.execute(insert(VERSION), {"version_num": migrations.newest()})


def _known_version(connection: Connection, path: Path) -> str:
    with plainly(path):
        try:
            with connection.begin():
                version: str | None = connection.execute(
                    select(VERSION.c.version_num)
                ).scalar_one_or_none()
        except OperationalError as error:
            if "no such table" not in str(error):
                raise
            version = None
    if version is None:
        raise StorageError("damaged", path, said="the file does not say its version")
    if version not in migrations.REVISIONS:
        raise StorageError("newer_version", path, version=version)
    return version
