"""A journal that was left at a name belongs to the file that was there, and to no other."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import Provision
from editor.negotiation.session import Heading, Session
from editor.storage.check import check
from editor.storage.rescue import rescue
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError

ROOT = Path(__file__).parents[2]
OTHER = Session(
    headings={"heading": Heading(title="Other talks")},
    provisions={"p1": Provision("p1", 1, "States shall act.")},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file whose writer was killed."""
    path = tmp_path / "talks.rolling"
    command = [sys.executable, "-m", "tests.storage.left_journal", str(path)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9
    assert journal_of(path).stat().st_size
    return path


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def save_copy_over(path: Path) -> None:
    file = SessionFile.create(path.with_name("other.rolling"), OTHER, "Ann")
    try:
        file.save_copy(path)
    finally:
        file.close()


def make_anew(path: Path) -> None:
    path.unlink()
    SessionFile.create(path, OTHER, "Ann").close()


def rescue_to(path: Path) -> None:
    path.unlink()
    source = path.with_name("other.rolling")
    SessionFile.create(source, OTHER, "Ann").close()
    rescue(source, path)


def entitled(session: Session, title: str) -> Patch:
    draft = Draft(session)
    draft.put("headings", "heading", Heading(title=title))
    return draft.patch()


@pytest.mark.parametrize("put", [save_copy_over, make_anew, rescue_to])
def test_it_is_not_played_back_into_the_next_file(path: Path, put: Callable[[Path], None]) -> None:
    put(path)
    assert check(path).findings == ()
    file = SessionFile.open(path, "Ann")
    file.close()
    assert file.session == OTHER


def test_a_copy_is_not_saved_over_a_file_that_somebody_works_in(tmp_path: Path) -> None:
    target = tmp_path / "talks.rolling"
    there = SessionFile.create(target, Session(), "Ben")
    with pytest.raises(StorageError) as caught:
        save_copy_over(target)
    there.commit("Act", entitled(there.session, "Mine"), "", "Ben", "")
    there.close()
    assert (caught.value.code, caught.value.facts["owner"]) == ("already_open", "Ben")
    again = SessionFile.open(target, "Ben")
    again.close()
    assert again.session.title == "Mine"
