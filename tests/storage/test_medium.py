import sqlite3
from pathlib import Path

import pytest

from editor.errors import KnownError
from editor.storage.medium import examine_medium, sync_seconds


def test_a_local_folder_takes_the_write_ahead_log(tmp_path: Path) -> None:
    medium = examine_medium(tmp_path)

    assert medium.sqlite_version == sqlite3.sqlite_version
    assert medium.journal == "wal"
    assert medium.sync_seconds > 0


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    examine_medium(tmp_path)
    sync_seconds(tmp_path)

    assert not any(tmp_path.iterdir())


def test_a_folder_that_takes_no_file_is_an_error() -> None:
    with pytest.raises((OSError, KnownError)):
        examine_medium(Path("/proc"))
