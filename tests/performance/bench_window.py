"""The window: click to painted page, scrolling, typing, opening a session, cold start."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from time import perf_counter

from editor.negotiation.session import Session
from editor.storage.medium import sync_seconds
from editor.storage.session_file import SessionFile
from tests.performance.bench_engine import all_on
from tests.performance.figures import Figure, figure
from tests.performance.negotiations import negotiation

_CHILD = """
import sys, time
from pathlib import Path
started = float(sys.argv[2])
from editor.ui.application import open_window
app, window = open_window(Path(sys.argv[1]))
app.processEvents()
window.grab()
print(time.time() - started)
"""


def run() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.rolling")
        session = all_on(negotiation(4000, 120_000, 40, 5_000))
        SessionFile.create(path, session, "bench").close()
        yield figure("disk sync", [sync_seconds(path.parent) * 1000 for _ in range(20)], "ms")
        yield from _in_the_window(path, session)
        yield _cold_start(path)


def _in_the_window(path: Path, session: Session) -> Iterator[Figure]:
    from editor.ui.application import open_window

    app, window = open_window(None)
    opening = []
    for _ in range(3):
        start = perf_counter()
        window.open_session(path)
        window.repaint()
        opening.append(perf_counter() - start)
        app.processEvents()
    yield figure("opening the 40-layer session in the running program", opening, "s", "< 0.5")
    page, workspace = window.page, window.workspace
    assert workspace is not None
    from editor.negotiation.commands.switching import SwitchLayers

    clicks = []
    for delegation in [*session.delegations][1:] * 3:
        on = workspace.session.delegations[delegation].layer_on
        start = perf_counter()
        workspace.execute(SwitchLayers((delegation,), not on))
        page.viewport().repaint()
        clicks.append((perf_counter() - start) * 1000)
        app.processEvents()
    yield figure("a layer toggle, click to painted page", clicks, "ms", "< 16")
    scrolls = []
    bar = page.verticalScrollBar()
    for step in cycle((300, -200)):
        start = perf_counter()
        bar.setValue(bar.value() + step)
        page.viewport().repaint()
        scrolls.append((perf_counter() - start) * 1000)
        if len(scrolls) == 200:
            break
    yield figure("a scroll step", scrolls, "ms", "< 16")
    yield figure("memory of the process", [_memory()], "MB", "< 300")
    window.close()


def _memory() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(each for each in status.splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _cold_start(path: Path) -> Figure:
    samples = []
    for _ in range(5):
        started = perf_counter()
        import time

        command = [sys.executable, "-c", _CHILD, str(path), str(time.time())]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        samples.append(float(done.stdout.split()[-1]))
        del started
    return figure("cold start to the first painted page", samples, "s", "< 1.5")
