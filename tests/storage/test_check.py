"""`check` finds what is wrong; `rescue` brings out what can be read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given

from editor.negotiation.amendment import Amendment, Sponsorship
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.integrity import faults
from editor.negotiation.patch import Patch, RowChange
from editor.negotiation.provision import Provision
from editor.negotiation.session import Decision, Session
from editor.storage.check import check
from editor.storage.kept_files import digest_of
from editor.storage.rescue import rescue
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError
from editor.text.edit import Edit
from tests.storage.quick_folder import quick_folder
from tests.strategies import sessions

SESSION = Session(
    delegations={"chair": CHAIR, "d1": Delegation("d1", "CA", "Canada")},
    provisions={
        f"p{n}": Provision(f"p{n}", n, f"Provision {n} says it. " * 30) for n in range(200)
    },
    amendments={
        f"a{n}": Amendment(
            f"a{n}", f"p{n}", edits=(Edit(0, 9, "Article"),), sponsorships=(Sponsorship("d1"),)
        )
        for n in range(100)
    },
)
INCLUDE = Patch((RowChange("decisions", "a1", None, Decision("a1", True)),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed file with a command, an undone command and the bytes of a paper in it."""
    file = SessionFile.create(tmp_path / "talks.rolling", SESSION, "Ann")
    file.commit("Include", INCLUDE, "", "Ann", "", [b"the paper " * 1000])
    switch = Patch((RowChange("decisions", "a2", None, Decision("a2", False)),))
    file.commit("Exclude", switch, "", "Ann", "")
    file.undo("Ann", "")
    file.close()
    return file.path


def run_sql(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def codes(path: Path) -> set[str]:
    return {each.code for each in check(path).findings}


def test_a_sound_file(path: Path) -> None:
    content = path.read_bytes()
    report = check(path)
    assert report.is_sound
    assert (report.provisions, report.amendments, report.files) == (200, 100, 1)
    assert report.log_entries == 4
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("harm", "code", "place"),
    [
        ("UPDATE amendments SET edits = '[{' WHERE id = 'a7'", "unreadable_row", "amendments a7"),
        ("UPDATE provisions SET status = 'x' WHERE id = 'p9'", "unreadable_row", "provisions p9"),
        ("DELETE FROM provisions WHERE id = 'p9'", "unknown_provision", "amendments a9"),
        ("DELETE FROM delegations WHERE id = 'd1'", "unknown_delegation", "amendments a3"),
        ("UPDATE provisions SET text = '' WHERE id = 'p9'", "outside_text", "amendments a9"),
        ("DELETE FROM decisions", "unlogged", "decisions a1"),
        ("UPDATE provisions SET label = '9' WHERE id = 'p150'", "unlogged", "provisions p150"),
        ("DELETE FROM log WHERE id = 2", "broken_history", "log 2"),
        ("UPDATE log SET changes = '[]' WHERE id = 2", "unlogged", "decisions a1"),
        ("UPDATE log SET changes = 'x' WHERE id = 2", "unreadable_row", "log 2"),
        ("UPDATE log SET state = 'done' WHERE id = 3", "broken_history", "log 3"),
        ("UPDATE kept_files SET bytes = x'00'", "changed_file", "kept_files"),
        ("DROP TABLE rulings", "missing_column", "rulings"),
        ("ALTER TABLE notes DROP COLUMN label", "missing_column", "notes"),
        ("DELETE FROM headings", "no_heading", "headings heading"),
    ],
)
def test_harm_is_found(path: Path, harm: str, code: str, place: str) -> None:
    run_sql(path, "PRAGMA foreign_keys = OFF")
    run_sql(path, harm)
    found = {(each.code, f"{each.table} {each.key}") for each in check(path).findings}
    assert any(each == code and where.startswith(place) for each, where in found), found


def damage_pages(path: Path, table: str) -> None:
    """Overwrite a page in the middle of a table."""
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        row = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"
            " LIMIT 1 OFFSET 8",
            [table],
        ).fetchone()
    content = bytearray(path.read_bytes())
    start = (row[0] - 1) * size
    content[start : start + size] = b"\xff" * size
    path.write_bytes(content)


def dbstat_is_there() -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        return bool(
            connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'").fetchone()
        )


needs_dbstat = pytest.mark.skipif(not dbstat_is_there(), reason="SQLite without dbstat")


def test_a_file_without_a_readable_table_of_contents(path: Path, tmp_path: Path) -> None:
    """The first page is gone but for its first hundred bytes."""
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * 3996 + content[4096:])
    assert codes(path) == {"damaged_page"}
    with pytest.raises(StorageError) as caught:
        rescue(path, tmp_path / "rescued.rolling")
    assert caught.value.code == "damaged"


@needs_dbstat
def test_a_damaged_page_is_found(path: Path) -> None:
    damage_pages(path, "provisions")
    assert {"damaged_page", "unreadable_table"} <= codes(path)


@needs_dbstat
def test_rows_on_a_damaged_page_come_back_from_the_log(path: Path, tmp_path: Path) -> None:
    file = SessionFile.open_to_read(path)
    file.close()
    damage_pages(path, "provisions")
    with pytest.raises(StorageError) as caught:
        SessionFile.open(path)
    assert caught.value.code == "damaged"
    report = rescue(path, tmp_path / "rescued.rolling")
    assert report.session == file.session
    rescued = SessionFile.open(tmp_path / "rescued.rolling")
    rescued.close()
    assert rescued.session == file.session
    assert check(rescued.path).findings == ()


def test_without_the_log_the_rest_is_rescued_and_the_lost_named(path: Path, tmp_path: Path) -> None:
    run_sql(path, "DROP TABLE log")
    run_sql(path, "DELETE FROM provisions WHERE id = 'p9'")
    run_sql(path, "UPDATE amendments SET kind = 'poem' WHERE id = 'a5'")
    target = tmp_path / "rescued.rolling"
    report = rescue(path, target, "Ann")
    lost = {(each.code, each.table, each.key) for each in report.findings}
    assert {("lost", "amendments", "a9"), ("unreadable_row", "amendments", "a5")} <= lost
    words = [each.value for each in report.findings if each.key == "a9"]
    assert "Article" in words[0]
    kept = {key: row for key, row in SESSION.amendments.items() if key not in ("a5", "a9")}
    assert report.session.amendments == kept
    assert check(target).findings == ()
    file = SessionFile.open_to_read(target)
    assert file.kept_file("0" * 64) is None
    file.close()


def test_imported_files_are_rescued_too(path: Path, tmp_path: Path) -> None:
    file = SessionFile.open(path)
    switch = Patch((RowChange("decisions", "a2", None, Decision("a2", True)),))
    file.commit("Include", switch, "", "Ann", "", [b"another paper"])
    file.close()
    rescue(path, tmp_path / "rescued.rolling")
    rescued = SessionFile.open_to_read(tmp_path / "rescued.rolling")
    content = rescued.kept_file(digest_of(b"another paper"))
    rescued.close()
    assert content == b"another paper"


def test_where_nothing_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    letter = tmp_path / "letter.rolling"
    letter.write_bytes(b"a letter, no database" * 50)
    target = tmp_path / "rescued.rolling"
    with pytest.raises(StorageError) as caught:
        rescue(letter, target)
    assert caught.value.code == "damaged"
    assert not target.exists()


@pytest.mark.laws
@given(sessions().filter(lambda session: len(session.provisions) > 1))
def test_a_session_without_its_parts_is_mended(session: Session) -> None:
    """Half of the provisions, all delegations, the title and the log are gone."""
    with quick_folder() as folder:
        path = folder / "s.rolling"
        SessionFile.create(path, session, "Ann").close()
        for harm in (
            "DROP TABLE log",
            "DELETE FROM provisions WHERE rowid % 2",
            "DELETE FROM delegations",
            "DELETE FROM headings",
        ):
            run_sql(path, harm)
        report = rescue(path, folder / "rescued.rolling")
        assert list(faults(report.session)) == []
        assert check(report.target).findings == ()
