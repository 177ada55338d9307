"""The user's own copy of the sample session."""

import shutil
from pathlib import Path

from editor.app.paths import data_folder
from editor.resources import sample_path

_NAME = "sample.rolling"


def own_sample() -> Path:
    """The copy in the user's data folder, with whatever was done to it; made on first use."""
    path = data_folder() / _NAME
    return path if path.exists() else fresh_sample()


def fresh_sample() -> Path:
    """A new copy of the sample; the one in use before is kept under another name."""
    path = data_folder() / _NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.replace(_free_name(path))
    shutil.copyfile(sample_path(_NAME), path)
    return path


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem} {number}{path.suffix}")).exists():
        number += 1
    return aside
