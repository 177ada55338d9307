"""The user's own copy of the sample session."""

import shutil
from pathlib import Path

from editor.app.paths import data_folder
from editor.resources import sample_path
from editor.storage.locking import Lock
from editor.storage.sqlite import put_aside, put_in_place

_NAME = "sample.rolling"


def own_sample() -> Path:
    """The copy in the user's data folder, with whatever was done to it; made on first use."""
    path = data_folder() / _NAME
    return path if path.exists() else fresh_sample()


def fresh_sample() -> Path:
    """A new copy of the sample; the one in use before is kept under another name.

    Raises StorageError as `Lock.acquire`: already_open where somebody works in that one.
    """
    path = data_folder() / _NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    with Lock.acquire(path, ""):
        if path.exists():
            put_aside(path, _free_name(path))
        unfinished = path.with_name(f".{_NAME}.part")
        shutil.copyfile(sample_path(_NAME), unfinished)
        put_in_place(unfinished, path)
    return path


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem} {number}{path.suffix}")).exists():
        number += 1
    return aside
