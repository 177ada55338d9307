"""`rolling-text export`: files for others."""

from pathlib import Path

import pytest

from editor.importers.open_source import read_source
from editor.importers.revisions import has_revisions, reject
from tests.cli.conftest import RunCommand
from tests.cli.negotiation import session_file


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return session_file(tmp_path / "talks.rolling")


def paragraphs(path: Path) -> list[str]:
    return [each.text for each in read_source(path).paragraphs if each.text.strip()]


def test_a_clean_word_file_is_the_default(good: RunCommand, talks: Path, tmp_path: Path) -> None:
    ended = good("export", talks, tmp_path / "out.docx")
    assert ended.out == f"Written: {tmp_path / 'out.docx'}\n"
    assert any("Parties should act." in each for each in paragraphs(tmp_path / "out.docx"))
    assert not has_revisions(read_source(tmp_path / "out.docx"))


def test_a_redline_can_be_rejected_to_the_base(
    good: RunCommand, talks: Path, tmp_path: Path
) -> None:
    good("export", talks, tmp_path / "out.docx", "--as", "redline")
    source = read_source(tmp_path / "out.docx")
    assert has_revisions(source)
    base = [each.text for each in reject(source).paragraphs]
    assert any("Parties shall act." in each for each in base)
    assert not any("meet" in each for each in base)


def test_the_bracketed_form_is_written(good: RunCommand, talks: Path, tmp_path: Path) -> None:
    good("export", talks, tmp_path / "out.docx", "--as", "bracketed")
    assert any("should" in each for each in paragraphs(tmp_path / "out.docx"))


def test_json_by_name_and_by_form_is_the_dump(
    good: RunCommand, talks: Path, tmp_path: Path
) -> None:
    good("export", talks, tmp_path / "out.json")
    good("export", talks, tmp_path / "other", "--as", "json")
    dumped = good("dump", talks).out.encode()
    assert (tmp_path / "out.json").read_bytes() == (tmp_path / "other").read_bytes() == dumped


@pytest.mark.parametrize(
    "options", [["--as", "compilation"], ["--as", "table"], ["--as", "fate"], ["--anonymous"]]
)
def test_what_is_not_available_yet(
    run: RunCommand, talks: Path, tmp_path: Path, options: list[str]
) -> None:
    ended = run("export", talks, tmp_path / "out.docx", *options)
    assert ended.status == 2
    assert "not available yet" in ended.err
    assert list(tmp_path.iterdir()) == [talks]


def test_a_form_that_there_is_not(run: RunCommand, talks: Path, tmp_path: Path) -> None:
    assert run("export", talks, tmp_path / "out.docx", "--as", "opera").status == 2


def test_a_folder_that_is_not_there(run: RunCommand, talks: Path, tmp_path: Path) -> None:
    ended = run("export", talks, tmp_path / "no" / "out.docx")
    assert ended.status == 1
    assert len(ended.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == [talks]


def test_a_folder_is_no_file(run: RunCommand, talks: Path, tmp_path: Path) -> None:
    (tmp_path / "out.docx").mkdir()
    ended = run("export", talks, tmp_path / "out.docx")
    assert ended.status == 1
    assert "is not a file" in ended.err
