"""A Word file with thousands of tracked changes brought in and handed out beside the window,
which must stay alive meanwhile."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from editor.app.handing_out import Ending, Kind, Request, handed_out
from editor.app.importing import Incoming, add_base_text, add_tracked_layers
from editor.app.reader_process import ReaderProcess
from editor.app.tasks import Report
from editor.app.workspace import Prepared, Workspace
from editor.exporters.manuscript import Form
from editor.exporters.word.writer import word_file
from editor.negotiation.commands.bringing_in import BringIn
from editor.negotiation.composition import compose
from editor.ui.collector import leave_alone
from tests.performance.bench_engine import all_on
from tests.performance.bench_window import open_large
from tests.performance.figures import Figure, as_found, figure
from tests.performance.negotiations import negotiation
from tests.performance.stopwatch import Stopwatch

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_LAYERS, _CHANGES = 40, 5_000
_SIZE = f"300 pages × {_LAYERS} authors × {_CHANGES:,} tracked changes"
_BEAT = 5
"""Milliseconds between two beats of a living window."""
_LOOKS = 20
"""How often the yardstick is timed beside a long piece of work."""


def run() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talks = folder / "talks.rolling"
        tracked = _write_files(folder)
        with closing(Incoming.into(talks)) as incoming:
            add_base_text(incoming, folder / "base.docx")
            incoming.write()
        window = open_large(talks)
        beats: list[float] = []
        watch = Stopwatch()
        took = _watched(window, watch, beats, _import(window, tracked))
        yield figure(f"{_SIZE}: import as layers", watch.meanwhile(took), "s", "< 20")
        took = _watched(window, watch, beats, _export(window))
        what = "the redline on the base's own package"
        yield figure(f"{_SIZE}: {what}", watch.meanwhile(took), "s", "< 20")
        yield as_found(f"{_SIZE}: between two beats of the window", beats, "ms", "< 50 (p95)")
        longest = watch.meanwhile(max(beats) / 1000)
        yield figure(f"{_SIZE}: its longest pause", longest, "ms", "< 200")
        window.close()


def _write_files(folder: Path) -> Path:
    session = negotiation(4000, 120_000, _LAYERS, _CHANGES)
    (folder / "base.docx").write_bytes(word_file(compose(session), Form.CLEAN, _NOW))
    tracked = folder / "tracked.docx"
    tracked.write_bytes(word_file(compose(all_on(session)), Form.REDLINE, _NOW))
    return tracked


def _watched(
    window: "MainWindow",
    watch: Stopwatch,
    beats: list[float],
    begin: Callable[[Callable[[], None]], None],
) -> float:
    """How many seconds the work takes that `begin` starts; it tells its end by what it is given.
    Each beat of the window is added in milliseconds, also some after the end. The yardstick is
    timed before and after."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    watch.look(_LOOKS)
    start = last = perf_counter()
    ended: list[float] = []

    def beat() -> None:
        nonlocal last
        now = perf_counter()
        beats.append((now - last) * 1000)
        last = now

    timer = QTimer(window)
    timer.timeout.connect(beat)
    timer.start(_BEAT)
    begin(lambda: ended.append(perf_counter()))
    while not ended or perf_counter() < ended[0] + 1:
        QApplication.processEvents()
        sleep(0.0005)
    timer.stop()
    watch.look(_LOOKS)
    return ended[0] - start


def _workspace(window: "MainWindow") -> Workspace:
    workspace = window.session_side.sessions.workspace
    assert workspace is not None
    return workspace


def _import(window: "MainWindow", tracked: Path) -> Callable[[Callable[[], None]], None]:
    side, workspace = window.session_side, _workspace(window)
    session = workspace.session
    whose = {f"Delegation {n}": f"Delegation {n}" for n in range(_LAYERS)}

    def work(report: Report) -> tuple[BringIn, Prepared]:
        with ReaderProcess(lambda: report("reading")) as process:
            incoming = Incoming(workspace.file.path, session, reader=process.read)
            add_tracked_layers(incoming, tracked, whose)
        everything = incoming.as_one(session)
        ready = everything, workspace.prepared(everything)
        leave_alone()
        return ready

    def begin(end: Callable[[], None]) -> None:
        def take_over(read: tuple[BringIn, Prepared]) -> None:
            assert side.controller is not None
            side.controller.execute(*read)
            end()

        window.background.run("Reading", "Not read", work, take_over)

    return begin


def _export(window: "MainWindow") -> Callable[[Callable[[], None]], None]:
    workspace = _workspace(window)
    composition = compose(all_on(workspace.session))
    request = Request(Kind.REDLINE, Ending.WORD)

    def work(report: Report) -> int:
        made = handed_out(composition, request, _NOW, workspace.file.kept_file, report)
        if made.notice is not None:
            raise AssertionError(f"not on the base's own package: {made.notice}")
        return len(made.data)

    def begin(end: Callable[[], None]) -> None:
        window.background.run("Writing", "Not written", work, lambda _length: end())

    return begin
