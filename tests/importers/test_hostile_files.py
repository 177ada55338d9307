"""Files made to do harm are refused with a reason, within 2 s and 300 MB; those that only look
like it are read. The session is left as it was."""

import re
import socket
import sys
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from time import process_time

import pytest

from editor.app.importing import (
    Incoming,
    add_base_text,
    add_compilation,
    add_layer,
    add_table,
    add_tracked_layers,
)
from editor.app.reader_process import ReaderProcess
from editor.app.sentences import sentence
from editor.errors import KnownError
from editor.importers.open_source import read_source
from editor.negotiation.integrity import faults
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError
from tests.importers.hostile_archives import MEGABYTE, bomb, cut_short
from tests.importers.hostile_files import READ, Hostile, hostile_files
from tests.importers.hostile_words import entities_in, outside_targets
from tests.importers.tracked.bringing_in import started
from tests.importers.ways_in import Way, brought_in

_FILES = hostile_files()
_MEGABYTES = 300
_SECONDS = 2.0


@cache
def _talks() -> Session:
    return started("States act.", "They report.")


def test_there_are_many() -> None:
    assert len({each.what for each in _FILES}) == len(_FILES) > 100


@pytest.mark.parametrize("hostile", _FILES, ids=lambda each: each.what)
def test_a_hostile_file_is_refused_or_does_no_harm(hostile: Hostile) -> None:
    content = hostile.make()
    for way in hostile.ways:
        if hostile.code == READ:
            after = brought_in(way, content, hostile.name, _talks())
            assert list(faults(after)) == []
            continue
        with pytest.raises(KnownError) as caught:
            brought_in(way, content, hostile.name, _talks())
        assert caught.value.code == hostile.code
        said = sentence(caught.value)
        assert len(said) < 300
        assert re.fullmatch(r"[^\n]+\.", said)


def _cost_of_refusal(content: bytes, name: str) -> tuple[float, float]:
    """Seconds of work, and the peak of memory in megabytes; runs in the process of readers.
    `name` is that of the file, and of the way."""
    file, _, way = name.partition("|")
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    start = process_time()
    try:
        brought_in(Way(way), content, file, _talks())
    except KnownError:
        seconds = process_time() - start
        status = Path("/proc/self/status").read_text("ascii")
        peak = re.search(r"VmHWM:\s*(\d+) kB", status)
        assert peak is not None
        return seconds, int(peak.group(1)) / 1024
    raise AssertionError(f"{file} was read")


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
def test_refusals_cost_little() -> None:
    """One after another in one worker; those that are dear there, for what others left behind,
    in one of their own."""
    dear = []
    with ReaderProcess() as reader:
        for hostile in (each for each in _FILES if each.code != READ):
            content = hostile.make()
            for way in hostile.ways:
                about = f"{hostile.name}|{way}"
                cost = reader.read(_cost_of_refusal, content, about)
                if not _is_little(cost):
                    with ReaderProcess() as another:
                        cost = another.read(_cost_of_refusal, content, about)
                if not _is_little(cost):
                    dear.append((hostile.what, way, *cost))
    assert dear == []


def _is_little(cost: tuple[float, float]) -> bool:
    return cost[0] <= _SECONDS and cost[1] <= _MEGABYTES


_INTO: dict[str, Callable[[Incoming, Path], None]] = {
    "base": add_base_text,
    "compilation": lambda incoming, path: add_compilation(incoming, path, None),
    "layer": lambda incoming, path: add_layer(incoming, "Canada", path),
    "tracked": lambda incoming, path: add_tracked_layers(incoming, path, {}),
    "table": lambda incoming, path: add_table(incoming, path, "Canada"),
}


@pytest.mark.parametrize("way", _INTO)
@pytest.mark.parametrize(
    "make", [bomb, lambda: cut_short(0.5), lambda: entities_in("word/document.xml")]
)
def test_the_session_is_left_as_it_was(way: str, make: Callable[[], bytes], tmp_path: Path) -> None:
    """Byte for byte, and a new one is not made."""
    path, hostile = tmp_path / "talks.rolling", tmp_path / "hostile.docx"
    hostile.write_bytes(make())
    is_new = way in ("base", "compilation")
    if not is_new:
        SessionFile.create(path, _talks(), "").close()
    with ReaderProcess() as reader, closing(Incoming.into(path, reader.read)) as incoming:
        before = _bytes_in(tmp_path)
        with pytest.raises(KnownError):
            _INTO[way](incoming, hostile)
        assert _bytes_in(tmp_path) == before
    assert path.exists() is not is_new


def _bytes_in(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_nothing_is_fetched_from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    document = read_source(outside_targets(), "a.docx")
    assert [each.text for each in document.paragraphs] == ["Before.", "Link."]
    assert document.margins == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Words.",
        b"SQLite format 3\0",
        b"SQLite format 3\0" + bytes(MEGABYTE),
        b"PK\x03\x04" + bytes(99),
        bytes(MEGABYTE),
    ],
    ids=["empty", "words", "head", "zeros after the head", "archive", "zeros"],
)
def test_what_is_no_session_is_not_opened(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.rolling"
    path.write_bytes(content)
    with pytest.raises((KnownError, StorageError)) as caught:
        SessionFile.open(path).close()
    assert isinstance(caught.value, KnownError)
    assert sentence(caught.value).endswith(".")
    assert path.read_bytes() == content
