"""The user's own copy of the sample session."""

import shutil
from pathlib import Path

from editor.app.paths import data_folder
from editor.resources import sample_path

_NAME = "sample.rolling"
_JOURNALS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database that was not closed."""


def own_sample() -> Path:
    """The copy in the user's data folder, with whatever was done to it; made on first use."""
    path = data_folder() / _NAME
    return path if path.exists() else fresh_sample()


def fresh_sample() -> Path:
    """A new copy of the sample; the one in use before is kept under another name."""
    path = data_folder() / _NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        _put_aside(path)
    shutil.copyfile(sample_path(_NAME), path)
    return path


def _put_aside(path: Path) -> None:
    """Rename a session, with the journal that a crash may have left beside it."""
    aside = _free_name(path)
    for suffix in ("", *_JOURNALS):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem} {number}{path.suffix}")).exists():
        number += 1
    return aside
