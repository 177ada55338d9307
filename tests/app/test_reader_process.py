import os
import sys
import time
from multiprocessing import active_children

import pytest

from editor.app.reader_process import ReaderProcess
from editor.errors import KnownError
from editor.importers.open_source import read_source
from editor.importers.source import SourceDocument


class StoppedError(Exception):
    pass


def _never_ends(content: bytes, name: str) -> SourceDocument:
    time.sleep(3600)
    raise AssertionError


def _dies(content: bytes, name: str) -> SourceDocument:
    os._exit(1)


def _wants_everything(content: bytes, name: str) -> SourceDocument:
    bytes(2 * 1024**3)
    return read_source(content, name)


def test_reads_as_without_a_process() -> None:
    with ReaderProcess() as reader:
        for content in (b"One.\n\nTwo.", "Zürich — ده".encode()):
            assert reader.read(read_source, content, "a.txt") == read_source(content, "a.txt")


def test_refusals_come_with_their_facts() -> None:
    with ReaderProcess() as reader:
        with pytest.raises(KnownError) as caught:
            reader.read(read_source, b"%PDF-1.7", "a.pdf")
        assert caught.value.code == "file_is_pdf"
        assert caught.value.facts["name"] == "a.pdf"
        assert reader.read(read_source, b"Still there.", "b.txt").paragraphs


def test_what_never_ends_is_ended() -> None:
    slow = ReaderProcess(seconds=0.2)
    with slow as reader, pytest.raises(KnownError) as caught:
        reader.read(_never_ends, b"", "slow.docx")
    assert caught.value.code == "reading_too_long"


def test_a_worker_that_dies_is_replaced() -> None:
    with ReaderProcess() as reader:
        for _time in range(2):
            with pytest.raises(KnownError) as caught:
                reader.read(_dies, b"", "deadly.docx")
            assert caught.value.code == "reading_failed"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_memory_is_limited(capfd: pytest.CaptureFixture[str]) -> None:
    with ReaderProcess() as reader, pytest.raises(KnownError) as caught:
        reader.read(_wants_everything, b"", "large.docx")
    assert caught.value.code == "reading_failed"
    assert capfd.readouterr().err == ""


def test_waiting_can_be_given_up() -> None:
    def stop() -> None:
        raise StoppedError

    with ReaderProcess(stop) as reader, pytest.raises(StoppedError):
        reader.read(_never_ends, b"", "slow.docx")


def test_leaves_no_process_behind() -> None:
    with ReaderProcess() as reader:
        reader.read(read_source, b"One.", "a.txt")
        assert len(active_children()) == 1
    assert not active_children()
