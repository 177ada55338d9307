"""`rolling-text export`: files for others."""

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from editor.cli import export_command
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


def test_papers_bear_the_day_of_this_place(
    good: RunCommand,
    talks: Path,
    tmp_path: Path,
    far_east: timedelta,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times: list[datetime] = []
    monkeypatch.setattr(export_command, "hand_out", lambda *given, **_: times.append(given[3]))

    good("export", talks, tmp_path / "out.docx")

    assert [each.utcoffset() for each in times] == [far_east]


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
    ("name", "options"),
    [
        ("out.docx", ["--as", "compilation"]),
        ("out.md", []),
        ("out.docx", ["--as", "table"]),
        ("out.xlsx", []),
        ("out.xlsx", ["--as", "matrix"]),
        ("out.docx", ["--as", "fate", "--delegation", "kanada"]),
        ("out.html", ["--as", "redline"]),
        ("out.txt", ["--as", "redline"]),
        ("out.docx", ["--as", "redline", "--anonymous"]),
        ("out.docx", ["--as", "compilation", "--anonymous"]),
    ],
)
def test_the_other_kinds(
    good: RunCommand, talks: Path, tmp_path: Path, name: str, options: list[str]
) -> None:
    ended = good("export", talks, tmp_path / name, *options)
    assert ended.lines == [f"Written: {tmp_path / name}"]
    assert (tmp_path / name).stat().st_size > 100


def test_a_delegation_is_for_fates_only(run: RunCommand, talks: Path, tmp_path: Path) -> None:
    ended = run("export", talks, tmp_path / "out.docx", "--delegation", "Canada")
    assert ended.status == 2
    assert not list(tmp_path.glob("out*"))


def test_a_pdf_needs_no_screen(talks: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    command = [sys.executable, "-c", "import sys; from editor.cli.main import main; main()"]
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")}
    subprocess.run([*command, "export", talks, path], check=True, env=environment)
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_compilation_can_be_imported_again(good: RunCommand, talks: Path, tmp_path: Path) -> None:
    paper, again = tmp_path / "out.docx", tmp_path / "again.rolling"
    good("export", talks, paper, "--as", "compilation")
    good("import", again, "--compilation", paper)
    good("export", again, tmp_path / "again.docx", "--as", "compilation")
    texts = [paragraphs(each)[1:] for each in (paper, tmp_path / "again.docx")]
    assert texts[0] == texts[1]


def test_fates_of_all_in_a_folder(good: RunCommand, talks: Path, tmp_path: Path) -> None:
    ended = good("export", talks, tmp_path / "fates", "--as", "fate")
    assert sorted(each.name for each in (tmp_path / "fates").iterdir()) == [
        "CAN Canada.docx",
        "NOR Norway.docx",
    ]
    assert len(ended.lines) == 2


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("out.md", ["--as", "table"], "has to end in .docx, .xlsx"),
        ("out.docx", ["--as", "fate"], "name a delegation"),
        ("out.docx", ["--as", "fate", "--delegation", "Tonga"], "no delegation Tonga"),
        ("out.xlsx", ["--as", "matrix", "--anonymous"], "cannot be without names"),
    ],
)
def test_what_cannot_be_written(
    run: RunCommand, talks: Path, tmp_path: Path, name: str, options: list[str], said: str
) -> None:
    ended = run("export", talks, tmp_path / name, *options)
    assert ended.status == 1
    assert said in ended.err
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
