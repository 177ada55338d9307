"""Puts into the wheel the files that a checkout reads where they are."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ONLY_FOR_READERS_OF_THE_SOURCE = {"pictures", "source", "__pycache__"}


def bundled_files(top: Path) -> Iterator[Path]:
    """Folders and files below the checkout `top` that the running program reads, as paths
    relative to it."""
    for folder in ("resources", "sample_sessions"):
        for path in sorted((top / folder).iterdir()):
            if path.name not in _ONLY_FOR_READERS_OF_THE_SOURCE and path.suffix != ".py":
                yield path.relative_to(top)
    yield Path("packaging", "system-packages.txt")


class BundledFiles(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            for path in bundled_files(Path(self.root)):
                build_data["force_include"][str(path)] = f"editor/_bundled/{path.as_posix()}"
