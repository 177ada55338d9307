"""Commits that cannot be: the disk full, the file locked or gone. Nothing half-written stays."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from editor.negotiation.patch import Patch, RowChange
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.storage.check import check
from editor.storage.copying import CopyKind
from editor.storage.session_file import SessionFile
from editor.storage.sqlite import Access, connect
from editor.storage.storage_error import StorageError

MANY = Session(provisions={f"p{n}": Provision(f"p{n}", n, "words " * 50) for n in range(50)})


@pytest.fixture
def file(tmp_path: Path) -> Iterator[SessionFile]:
    file = SessionFile.create(tmp_path / "talks.rolling", MANY, "Ann")
    file.commit("Small", adding("first", 10), "", "Ann", "")
    yield file
    file.close()


def adding(key: str, length: int) -> Patch:
    return Patch((RowChange("provisions", key, None, Provision(key, 99, "x" * length)),))


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(StorageError) as caught:
        act()
    return caught.value.code


def limit_pages(file: SessionFile, pages: int) -> None:
    """Let the database grow to that many pages and no further: a full disk."""
    _raw(file).execute(f"PRAGMA max_page_count = {pages}")


def _raw(file: SessionFile) -> sqlite3.Connection:
    raw = file._connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def test_a_full_disk_leaves_the_file_as_it_was(file: SessionFile) -> None:
    before, history = file.session, file.history()
    limit_pages(file, 1)
    patch = Patch(adding("small", 5).changes + adding("large", 400_000).changes)
    assert code_of(lambda: file.commit("Large", patch, "", "Ann", "")) == "disk_full"
    assert (file.session, file.history()) == (before, history)
    limit_pages(file, 1 << 30)
    file.commit("Large", patch, "", "Ann", "")
    after = file.session
    file.undo()
    assert file.session == before
    file.redo()
    assert file.session == after
    file.close()
    assert check(file.path).findings == ()


def test_an_undo_on_a_full_disk_can_be_tried_again(file: SessionFile) -> None:
    big = Patch((RowChange("provisions", "first", file.session.provisions["first"], None),))
    file.commit("Remove", big, "x" * 100, "Ann", "")
    limit_pages(file, 1)
    long_author = "y" * 400_000
    assert code_of(lambda: file.undo(long_author)) == "disk_full"
    assert "first" not in file.session.provisions
    assert file.can_undo
    limit_pages(file, 1 << 30)
    assert file.undo() is not None
    assert "first" in file.session.provisions


def test_a_file_locked_by_another_program(file: SessionFile) -> None:
    before = file.session
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert code_of(lambda: file.commit("Add", adding("new", 3), "", "Ann", "")) == "locked"
        assert file.session == before
        other.execute("ROLLBACK")
    file.commit("Add", adding("new", 3), "", "Ann", "")
    assert "new" in file.session.provisions


def test_a_file_that_was_removed_is_missed_and_can_be_saved_elsewhere(
    file: SessionFile, tmp_path: Path
) -> None:
    before = file.session
    file.path.unlink()
    assert code_of(lambda: file.commit("Add", adding("new", 3), "", "Ann", "")) == "medium_gone"
    target = tmp_path / "saved.rolling"
    file.save_copy(target)
    copy = SessionFile.open_to_read(target)
    copy.close()
    assert file.session == before == copy.session


def test_a_file_that_was_replaced_is_missed(file: SessionFile) -> None:
    content = file.path.read_bytes()
    file.path.unlink()
    file.path.write_bytes(content)
    assert code_of(lambda: file.commit("Add", adding("new", 3), "", "Ann", "")) == "medium_gone"


def test_a_copy_is_saved_from_memory_when_the_file_cannot_be_read(
    file: SessionFile, tmp_path: Path
) -> None:
    before = file.session
    _raw(file).execute("PRAGMA cache_size = 0")
    _raw(file).execute("PRAGMA shrink_memory")
    os.truncate(file.path, 0)
    os.truncate(f"{file.path}-wal", 0)
    target = tmp_path / "saved.rolling"
    assert file.save_copy(target, "Ann") is CopyKind.SESSION_ONLY
    copy = SessionFile.open_to_read(target)
    copy.close()
    assert copy.session == before
    assert check(target).findings == ()


def test_a_copy_that_cannot_be_saved_leaves_nothing_behind(
    file: SessionFile, tmp_path: Path
) -> None:
    target = tmp_path / "no such folder" / "saved.rolling"
    assert code_of(lambda: file.save_copy(target)) == "missing"
    assert not target.parent.exists()


def test_a_file_is_not_its_own_copy(file: SessionFile) -> None:
    assert code_of(lambda: file.save_copy(file.path)) == "exists"
    file.commit("Add", adding("new", 3), "", "Ann", "")


def test_a_file_that_is_read_is_not_its_own_copy_by_any_way_to_it(
    file: SessionFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()
    link = tmp_path / "link.rolling"
    link.symlink_to(file.path)
    monkeypatch.chdir(file.path.parent)
    for way in (link, Path(file.path.name)):
        reader = SessionFile.open_to_read(way)
        refusals = [code_of(partial(reader.save_copy, to)) for to in (way, file.path)]
        reader.close()
        assert refusals == ["exists", "exists"]
    assert link.is_symlink()


def test_media_without_shared_memory_get_the_classic_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's dot-file locking has no shared memory, like a network drive."""
    plain = sqlite3.connect

    def on_a_network_drive(database: str, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = plain(f"{database}&vfs=unix-dotfile", **options)
        return connection

    monkeypatch.setattr(sqlite3, "connect", on_a_network_drive)
    path = tmp_path / "remote.rolling"
    with connect(path, Access.CREATE) as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
    path.unlink()
    file = SessionFile.create(path, MANY, "Ann")
    file.commit("Add", adding("new", 3), "", "Ann", "")
    committed = file.session
    file.close()
    again = SessionFile.open(path)
    again.close()
    assert mode == "delete"
    assert again.session == committed
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
