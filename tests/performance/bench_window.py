"""The window: click to painted page, scrolling, opening a session, cold start, memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from editor.app.settings import Settings, SettingsStore
from editor.negotiation.commands.switching import SwitchLayers
from editor.storage.medium import sync_seconds
from editor.storage.session_file import SessionFile
from tests.performance.bench_engine import all_on
from tests.performance.figures import Figure, as_found, figure
from tests.performance.negotiations import negotiation
from tests.performance.stopwatch import Stopwatch

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

_CLICKS = 120
_SCROLLS = 200


def run() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.rolling")
        SessionFile.create(path, all_on(negotiation(4000, 120_000, 40, 5_000)), "bench").close()
        syncs = [sync_seconds(path.parent) * 1000 for _ in range(20)]
        yield as_found("disk sync", syncs, "ms")
        yield _cold_start(path)
        yield from _in_the_window(path)


def open_large(path: Path) -> "MainWindow":
    """A window showing the session at `path`, its page painted."""
    from editor.ui.application import open_window, prepared_application

    application = prepared_application()
    settings = SettingsStore(path.with_suffix(".json"))
    settings.keep(Settings(author="Bench"))
    window = open_window(application, settings)
    window.showNormal()
    window.resize(1440, 900)  # the screen of the platform is smaller than people's
    application.processEvents()
    window.open(path)
    window.session_side.desk.page.viewport().repaint()
    return window


def _in_the_window(path: Path) -> Iterator[Figure]:
    from PySide6.QtWidgets import QApplication

    window = open_large(path)
    side = window.session_side
    yield figure("opening in the running program", _openings(window, path), "s", "< 0.5")
    workspace, page = side.sessions.workspace, side.desk.page
    assert workspace is not None
    delegations = cycle([each for each in workspace.session.delegations if each != "chair"])
    clicks = Stopwatch(every=4)
    for delegation in islice(delegations, _CLICKS):
        on = workspace.session.delegations[delegation].layer_on
        with clicks:
            workspace.execute(SwitchLayers((delegation,), not on))
            page.viewport().repaint()
        QApplication.processEvents()
    yield figure("a layer toggle, click to painted page", clicks, "ms", "< 16 (p95)")
    bar = page.verticalScrollBar()
    scrolls = Stopwatch(every=4)
    for step in islice(cycle((300, 300, -200)), _SCROLLS):
        with scrolls:
            bar.setValue(bar.value() + step)
            page.viewport().repaint()
    yield figure("a scroll step", scrolls, "ms", "< 16 (p95)")
    yield as_found("memory of the process", [_memory()], "MB", "< 300")
    window.close()


def _openings(window: "MainWindow", path: Path) -> Stopwatch:
    watch = Stopwatch()
    for _ in range(5):
        window.session_side.sessions.close()
        with watch:
            window.open(path)
            window.session_side.desk.page.viewport().repaint()
    return watch


def _memory() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(each for each in status.splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


_CHILD = """
import sys, time
from pathlib import Path
from tests.performance.bench_window import open_large
open_large(Path(sys.argv[1]))
print(time.time() - float(sys.argv[2]))
"""


def _cold_start(path: Path) -> Figure:
    """Of the second start and later ones: the first leaves the modules compiled."""
    _start(path)
    watch = Stopwatch()
    for _ in range(5):
        watch.look()
        watch.seconds.append(_start(path))
    return figure("cold start to the first painted page", watch, "s", "< 1.5")


def _start(path: Path) -> float:
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", _CHILD, str(path), str(time.time())]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings)
    return float(done.stdout.split()[-1])
