"""`rolling-text doctor`: is this machine ready, and what to do if not."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editor.app.paths import data_folder
from editor.cli.qt_platform import libraries_not_found, start_offscreen
from editor.cli.system_packages import install_command, read_listing
from editor.errors import KnownError
from editor.resources import packaging_path, resource_path
from editor.storage.medium import examine_medium

_FONTS = (
    *(f"Tinos-{face}.ttf" for face in ("Regular", "Italic", "Bold", "BoldItalic")),
    *(f"Inter-{face}.ttf" for face in ("Regular", "Medium", "SemiBold", "Bold")),
)
_TRUE_TYPE = b"\x00\x01\x00\x00"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `remedy` is what to do about it; None where nothing has to be done."""

    subject: str
    state: str
    remedy: str | None = None


def run(arguments: argparse.Namespace) -> int:
    """Print what was found. Returns 0 if the machine is ready, 1 if something is to be done."""
    ready = True
    for finding in examine():
        print(
            f"{'ok' if finding.remedy is None else 'PROBLEM':<8} {finding.subject}: {finding.state}"
        )
        if finding.remedy is not None:
            print(f"         {finding.remedy}")
            ready = False
    return 0 if ready else 1


def examine() -> Iterator[Finding]:
    """Look at everything that the program needs, in the order in which it would fail."""
    yield Finding("Python", platform.python_version())
    if sys.platform == "linux":
        yield _system_packages()
    if not hasattr(sys, "frozen"):  # a frozen program has no interpreter to start Qt in
        yield _qt()
    yield _display()
    yield _fonts()
    yield _session_files()


def _system_packages() -> Finding:
    subject = "System packages"
    # Modules are what the environment was made with; this runs inside it.
    listing = [
        package
        for package in read_listing(packaging_path("system-packages.txt"))
        if package.kind != "module"
    ]
    packages = [package.name for package in listing if not package.is_present()]
    known = {package.evidence for package in listing}
    libraries = [library for library in libraries_not_found() if library not in known]
    if packages:
        return Finding(
            subject, _missing(packages + libraries), f"As root: {install_command(packages)}"
        )
    if libraries:
        search = (
            f"apt-get install --yes apt-file && apt-file update && apt-file search {libraries[0]}"
        )
        return Finding(subject, _missing(libraries), f"To find their packages, as root: {search}")
    return Finding(subject, "all there")


def _qt() -> Finding:
    reinstall = f"{sys.executable} -m pip install --force-reinstall 'PySide6-Essentials>=6.8,<6.12'"
    try:
        return Finding("Qt", start_offscreen())
    except KnownError as error:
        return Finding(
            "Qt",
            f"does not start ({error.facts['said']})",
            f"If no package is missing: {reinstall}",
        )


def _display() -> Finding:
    if sys.platform != "linux" or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ:
        return Finding("Display", "there")
    return Finding("Display", "none; the window needs one, the other commands do not")


def _fonts() -> Finding:
    missing = [name for name in _FONTS if not _is_font(resource_path("fonts", name))]
    if missing:
        return Finding("Fonts", _missing(missing), "Install the program anew.")
    return Finding("Fonts", "Tinos and Inter")


def _is_font(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as font:
        return font.read(len(_TRUE_TYPE)) == _TRUE_TYPE


def _session_files() -> Finding:
    folder = _nearest_existing(data_folder())
    try:
        medium = examine_medium(folder)
    except (OSError, KnownError) as error:
        remedy = f"Make room in it and let this user write to it: chmod u+rwx {folder}"
        return Finding("Session files", f"cannot be written in {folder} ({error})", remedy)
    journal = "write-ahead log" if medium.journal == "wal" else f"journal: {medium.journal}"
    sync = f"{medium.sync_seconds * 1000:.1f} ms to sync a page"
    return Finding(
        "Session files", f"SQLite {medium.sqlite_version}, {journal}, {sync} in {folder}"
    )


def _nearest_existing(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.is_dir())


def _missing(names: list[str]) -> str:
    return f"missing: {', '.join(names)}"
