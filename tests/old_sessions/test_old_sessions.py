"""A session file of every schema there was opens, migrated, as what it held."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from editor.importers.dump import restored
from editor.negotiation.session import Session
from editor.storage import migrations
from editor.storage.check import check
from editor.storage.kept_files import digest_of
from editor.storage.session_file import SessionFile
from tests.old_sessions.freeze import FOLDER, PAPER


@pytest.mark.parametrize("version", migrations.REVISIONS)
def test_a_file_of_an_old_version_opens(version: str, tmp_path: Path) -> None:
    path = tmp_path / "old.rolling"
    shutil.copy(FOLDER / f"{version}.rolling", path)
    file = SessionFile.open(path)
    told = [(each.command, each.author) for each in file.history()]
    session, paper = file.session, file.kept_file(digest_of(PAPER))
    file.redo()
    renamed = file.session.title
    file.undo()
    file.undo()
    emptied = file.session
    file.redo()
    again = file.session
    file.close()
    expected = FOLDER.joinpath(f"{version}.json").read_bytes()
    assert session == _with_base_file(restored(expected))
    assert told == [("create", "Ann"), ("Import", "Ann"), ("Rename", "Ben"), ("undo", "Ben")]
    assert paper == PAPER
    assert (renamed, len(emptied.provisions), again) == ("T", 0, session)
    assert check(path).findings == ()


def _with_base_file(session: Session) -> Session:
    """Before revision 0003 the first file went for the document of the base text."""
    first = replace(session.files["f1"], is_base=True)
    return replace(session, files={**session.files, "f1": first})
