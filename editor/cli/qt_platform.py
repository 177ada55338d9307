"""Can Qt start on this machine, and can it load what it needs for a window?"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from editor.errors import KnownError

_START = """
import PySide6
from PySide6.QtWidgets import QApplication
application = QApplication([])
print(PySide6.__version__)
"""
_START_SECONDS = 60


def start_offscreen() -> str:
    """Start Qt without a screen, in a process of its own, for Qt ends the process where it
    cannot load a plugin.

    Returns Qt's version. Raises KnownError("qt_does_not_start", said=...).
    """
    attempt = subprocess.run(
        [sys.executable, "-c", _START],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=_START_SECONDS,
    )
    if attempt.returncode != 0:
        said = attempt.stderr.strip().splitlines()
        raise KnownError("qt_does_not_start", said=said[-1] if said else attempt.returncode)
    return attempt.stdout.strip()


def libraries_not_found() -> list[str]:
    """Names of the shared libraries that the plugins for a window need and that are not there."""
    found = {name for plugin in _window_plugins() for name in _not_found_by(plugin)}
    return sorted(found)


def _window_plugins() -> list[Path]:
    specification = importlib.util.find_spec("PySide6")
    if specification is None:
        return []
    patterns = ["libqxcb.so"]
    if "WAYLAND_DISPLAY" in os.environ:
        patterns.append("libqwayland*.so")
    return [
        plugin
        for place in specification.submodule_search_locations or []
        for pattern in patterns
        for plugin in Path(place, "Qt", "plugins", "platforms").glob(pattern)
    ]


def _not_found_by(plugin: Path) -> list[str]:
    ldd = shutil.which("ldd")
    if ldd is None:
        return []
    listing = subprocess.run([ldd, plugin], capture_output=True, text=True).stdout
    return [line.split()[0] for line in listing.splitlines() if line.endswith("not found")]
