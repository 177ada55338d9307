"""What opening says of files that are not ours, not sound, or not to be written."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from editor.negotiation.patch import Patch, RowChange
from editor.negotiation.provision import Provision
from editor.negotiation.session import Decision, Session
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError

ONE = Session(provisions={"p1": Provision("p1", 1, "States shall act.")})
INCLUDE = Patch((RowChange("decisions", "a1", None, Decision("a1", True)),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed session file."""
    path = tmp_path / "talks.rolling"
    SessionFile.create(path, ONE, "Ann").close()
    return path


@pytest.fixture
def unprivileged(path: Path) -> Iterator[Path]:
    """The session file, without the rights of root, for whom nothing is read-only."""
    if os.geteuid() != 0:
        yield path
        return
    with TemporaryDirectory() as folder:
        own = Path(folder, path.name)
        shutil.copy(path, own)
        for each in (folder, own):
            os.chown(each, _NOBODY, -1)
        os.seteuid(_NOBODY)
        try:
            yield own
        finally:
            os.seteuid(0)


_NOBODY = 65534


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(StorageError) as caught:
        act()
    assert caught.value.facts["path"]
    return caught.value.code


def run_sql(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize("content", [b"", b"a letter", b"PK\x03\x04" + bytes(200)])
def test_a_file_of_another_kind(tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "letter.rolling"
    other.write_bytes(content)
    assert code_of(lambda: SessionFile.open(other)) == "not_a_session"
    assert other.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == [other.name]


def test_another_programs_database(tmp_path: Path) -> None:
    other = tmp_path / "songs.db"
    run_sql(other, "CREATE TABLE songs (name)")
    assert code_of(lambda: SessionFile.open(other)) == "not_a_session"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert code_of(lambda: SessionFile.open(tmp_path / "none.rolling")) == "missing"
    assert code_of(lambda: SessionFile.open(tmp_path)) == "missing"


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    run_sql(path, "UPDATE alembic_version SET version_num = '9999'")
    content = path.read_bytes()
    assert code_of(lambda: SessionFile.open(path)) == "newer_version"
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE provisions SET kind = 'poem'",
        "UPDATE provisions SET marks = 'not json'",
        "UPDATE provisions SET text = NULL",
        "DROP TABLE rulings",
        "ALTER TABLE notes DROP COLUMN label",
        "UPDATE log SET state = 'somewhere'",
        "DELETE FROM alembic_version",
        "DROP TABLE alembic_version",
    ],
)
def test_a_damaged_file(path: Path, harm: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'provisions'"
        )
        connection.commit()
    run_sql(path, harm)
    assert code_of(lambda: SessionFile.open(path)) == "damaged"
    assert not [each for each in path.parent.iterdir() if each.name.endswith(".lock")]


def test_a_file_cut_off_in_the_middle(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3])
    assert code_of(lambda: SessionFile.open(path)) == "damaged"


def test_reading_beside_a_writer_sees_what_is_committed(path: Path) -> None:
    writer = SessionFile.open(path, "Ann")
    writer.commit("Include", INCLUDE, "", "Ann", "")
    committed = writer.session
    reader = SessionFile.open_to_read(path)
    codes = [
        code_of(act)
        for act in (
            lambda: reader.commit("Include", INCLUDE, "", "Ann", ""),
            reader.undo,
            reader.redo,
        )
    ]
    reader.close()
    writer.close()
    assert codes == ["read_only"] * 3
    assert (reader.session, reader.read_only) == (committed, True)


def test_a_file_that_may_not_be_written_can_be_read(unprivileged: Path) -> None:
    unprivileged.chmod(0o444)
    assert code_of(lambda: SessionFile.open(unprivileged)) == "read_only"
    reader = SessionFile.open_to_read(unprivileged)
    reader.close()
    assert reader.session == ONE


def test_a_file_that_may_not_be_read(unprivileged: Path) -> None:
    unprivileged.chmod(0o000)
    assert code_of(lambda: SessionFile.open(unprivileged)) == "not_readable"


def test_creating_where_nothing_may_be_written(unprivileged: Path) -> None:
    folder = unprivileged.parent
    folder.chmod(0o555)
    assert code_of(lambda: SessionFile.create(folder / "new.rolling", ONE, "")) == "read_only"
    folder.chmod(0o755)
    lost = folder / "no such folder" / "new.rolling"
    assert code_of(lambda: SessionFile.create(lost, ONE, "")) == "missing"
    assert [each.name for each in folder.iterdir()] == [unprivileged.name]


def test_a_folder_that_may_not_be_written_can_be_read(unprivileged: Path) -> None:
    unprivileged.parent.chmod(0o555)
    assert code_of(lambda: SessionFile.open(unprivileged)) == "read_only"
    reader = SessionFile.open_to_read(unprivileged)
    reader.close()
    unprivileged.parent.chmod(0o755)
    assert reader.session == ONE


def test_after_a_crash_too_a_folder_that_may_not_be_written_can_be_read(
    unprivileged: Path,
) -> None:
    """The journal that the crash left holds the last command."""
    file = SessionFile.open(unprivileged, "Ann")
    file.commit("Include", INCLUDE, "", "Ann", "")
    folder = unprivileged.parent / "crashed"
    folder.mkdir()
    for each in unprivileged.parent.glob(f"{unprivileged.name}*"):
        folder.joinpath(each.name).write_bytes(each.read_bytes())
    committed = file.session
    file.close()
    crashed = folder / unprivileged.name
    crashed.with_name(f"{crashed.name}-shm").unlink()
    folder.chmod(0o555)
    reader = SessionFile.open_to_read(crashed)
    reader.close()
    folder.chmod(0o755)
    assert reader.session == committed
