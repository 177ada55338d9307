"""Files damaged at random: read to something sound or refused with a reason, never a crash, and
never without end."""

import pytest

from editor.app.reader_process import ReaderProcess
from editor.errors import KnownError
from editor.importers.open_source import read_source
from editor.importers.revisions import accept, has_revisions, reject
from tests.importers.specimens import Specimen, specimens, talks
from tests.importers.survival import what_went_wrong
from tests.importers.tracked_parts import TRACKED_PARTS
from tests.importers.ways_in import brought_in
from tests.importers.word_files import zipped

_SECONDS = 60
"""In which a file that keeps the reader busy for ever is told from a slow machine."""


def _gone_wrong(seeds: range) -> list[str]:
    wrong = []
    with ReaderProcess(seconds=_SECONDS) as reader:
        for seed in seeds:
            try:
                wrong.append(reader.read(what_went_wrong, b"", str(seed)))
            except KnownError as error:
                wrong.append(f"seed {seed}: {error}")
    return [each for each in wrong if each]


def test_unharmed_file_is_read() -> None:
    document = read_source(zipped(TRACKED_PARTS), "whole.docx")
    assert [(each.label, each.text) for each in document.paragraphs] == [
        ("iii.", "onetwothree"),
        ("", ""),
        ("", "cell\t\n•"),
        ("", "moved"),
        ("", "box"),
    ]
    assert not has_revisions(accept(document))
    assert not has_revisions(reject(document))


@pytest.mark.parametrize("specimen", specimens(), ids=lambda each: f"{each.name} {each.profile}")
def test_unharmed_files_come_in_by_some_way(specimen: Specimen) -> None:
    """Else nothing behind the reader would be tried."""
    read = 0
    for way in specimen.ways:
        try:
            brought_in(way, specimen.content, specimen.name, talks(), specimen.profile)
        except KnownError:
            continue
        read += 1
    assert read > 0


def test_mutated_files() -> None:
    assert _gone_wrong(range(200)) == []


@pytest.mark.endurance
def test_many_mutated_files() -> None:
    assert _gone_wrong(range(200, 2200)) == []
