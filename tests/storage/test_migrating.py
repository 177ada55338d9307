"""A file of an older version: a backup copy, then Alembic. With a revision of tomorrow."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.storage import migrations
from editor.storage.check import check
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError

ONE = Session(provisions={"p1": Provision("p1", 1, "States shall act.")})

TOMORROW = '''
"""Sections get a colour."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{newest}"


def upgrade() -> None:
    op.add_column("provisions", sa.Column("colour", sa.Integer()))
    {harm}
'''


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Tea 100%.rolling"
    SessionFile.create(path, ONE, "Ann").close()
    return path


def tomorrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str = "") -> None:
    """Let the program know one more revision, which runs `harm` at its end."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, folder)
    text = TOMORROW.format(newest=migrations.newest(), harm=harm)
    folder.joinpath("versions", "r9999_tomorrow.py").write_text(text)
    monkeypatch.setattr(migrations, "FOLDER", folder)
    monkeypatch.setattr(migrations, "REVISIONS", (*migrations.REVISIONS, "9999"))


def version_of(path: Path) -> tuple[str, bool]:
    """The version that a file says it is of, and whether the column of tomorrow is there."""
    with closing(sqlite3.connect(path)) as connection:
        version: str = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        columns = connection.execute("PRAGMA table_info(provisions)").fetchall()
    return version, "colour" in {each[1] for each in columns}


def test_an_older_file_is_copied_and_then_migrated(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = migrations.newest()
    tomorrow(tmp_path, monkeypatch)
    file = SessionFile.open(path, "Ann")
    file.close()
    backup = path.with_name(f"Tea 100% (version {older}).rolling")
    assert file.session == ONE
    assert version_of(path) == ("9999", True)
    assert version_of(backup) == (older, False)
    monkeypatch.undo()
    assert check(backup).findings == ()


def test_each_backup_has_a_name_of_its_own(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = migrations.newest()
    earlier = path.with_name(f"Tea 100% (version {older}).rolling")
    earlier.write_text("an earlier backup")
    tomorrow(tmp_path, monkeypatch)
    SessionFile.open(path, "Ann").close()
    assert earlier.read_text() == "an earlier backup"
    assert version_of(path.with_name(f"Tea 100% (version {older}, 2).rolling"))[0] == older


def test_a_migration_that_fails_changes_nothing(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = migrations.newest()
    tomorrow(tmp_path, monkeypatch, harm='op.execute("DELETE FROM no_such_table")')
    with pytest.raises(StorageError):
        SessionFile.open(path, "Ann")
    assert version_of(path) == (older, False)
    monkeypatch.undo()
    file = SessionFile.open(path, "Ann")
    file.close()
    assert file.session == ONE


def test_reading_an_older_file_does_not_migrate_it(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = migrations.newest()
    tomorrow(tmp_path, monkeypatch)
    with pytest.raises(StorageError) as caught:
        SessionFile.open_to_read(path)
    assert (caught.value.code, caught.value.facts["version"]) == ("older_version", older)
    assert version_of(path) == (older, False)
