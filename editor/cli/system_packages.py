"""Which packages of the system are missing, by what shows that each is there.

Uses the standard library alone: it runs before there is an environment.
"""

import ctypes
import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """A package by its Debian name, with what it brings: a library, a module or a path."""

    name: str
    kind: str
    evidence: str

    def is_present(self) -> bool:
        return _EVIDENCE[self.kind](self.evidence)


def read_listing(listing: Path) -> list[SystemPackage]:
    """The packages of a file such as `packaging/system-packages.txt`, in its order."""
    lines = listing.read_text(encoding="utf-8").splitlines()
    return [SystemPackage(*line.split()) for line in lines if line and not line.startswith("#")]


def install_command(names: list[str]) -> str:
    """What root types to install the packages."""
    return f"apt-get update && apt-get install --yes --no-install-recommends {' '.join(names)}"


def _library_loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _module_is_found(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def _path_exists(name: str) -> bool:
    return Path(name).exists()


_EVIDENCE: dict[str, Callable[[str], bool]] = {
    "library": _library_loads,
    "module": _module_is_found,
    "path": _path_exists,
}


def main(listing: str) -> None:
    """Print the command that installs what is missing, or nothing."""
    missing = [package.name for package in read_listing(Path(listing)) if not package.is_present()]
    if missing:
        print(install_command(missing))


if __name__ == "__main__":
    main(sys.argv[1])
