"""`rolling-text import --layer` with tracked Word files."""

from pathlib import Path

import pytest

from tests.cli.conftest import RunCommand
from tests.importers.word_files import deleted, inserted, paragraph, run, word_file

_OTHER = 'w:id="2" w:author="Maria Keller"'


@pytest.fixture
def talks(good: RunCommand, tmp_path: Path) -> Path:
    base = tmp_path / "base.txt"
    base.write_text("States shall act now.\nThey report.\n")
    path = tmp_path / "talks.rolling"
    good("import", path, "--base", base)
    return path


@pytest.fixture
def tracked(tmp_path: Path) -> Path:
    """Two authors: Canada, and a clerk."""
    body = paragraph(
        run("States ")
        + deleted(run("shall", tag="delText"), 'w:id="1" w:author="Canada"')
        + inserted(run("should"), 'w:id="1" w:author="Canada"')
        + run(" act")
        + inserted(run(" here and"), _OTHER)
        + run(" now.")
    ) + paragraph(run("They report."))
    path = tmp_path / "tracked.docx"
    path.write_bytes(word_file(body))
    return path


@pytest.fixture
def older(tmp_path: Path) -> Path:
    body = paragraph(run("States will act") + inserted(run(" here")) + run(" now."))
    path = tmp_path / "older.docx"
    path.write_bytes(word_file(body + paragraph(run("They report."))))
    return path


def test_all_changes_are_of_the_delegation_given(
    good: RunCommand, talks: Path, tracked: Path
) -> None:
    good("import", talks, "--layer", f"Norway={tracked}")
    assert good("compose", talks, "--on", "Norway").lines == [
        "States should act here and now.",
        "They report.",
    ]


def test_each_author_is_a_delegation(good: RunCommand, talks: Path, tracked: Path) -> None:
    good("import", talks, "--layer", tracked, "--author", "Maria Keller=Norway")
    canada = good("compose", talks, "--on", "Canada").lines
    norway = good("compose", talks, "--on", "Norway").lines
    assert canada[0] == "States should act now."
    assert norway[0] == "States shall act here and now."
    again = good("import", talks, "--layer", tracked)
    assert "2 proposals" in again.out


def test_an_author_who_is_nobody_is_named(
    run: RunCommand, good: RunCommand, talks: Path, tracked: Path
) -> None:
    before = good("dump", talks).out
    ended = run("import", talks, "--layer", tracked)
    assert ended.status == 1
    assert "Maria Keller" in ended.err
    assert good("dump", talks).out == before


def test_a_file_without_tracked_changes_needs_a_delegation(
    run: RunCommand, talks: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("States act.\n")
    ended = run("import", talks, "--layer", plain)
    assert ended.status == 1
    assert "say whose text it is" in ended.err


def test_another_base_is_shown_and_nothing_changes(
    run: RunCommand, good: RunCommand, talks: Path, older: Path
) -> None:
    before = good("dump", talks).out
    ended = run("import", talks, "--layer", f"Canada={older}")
    assert (ended.status, ended.out) == (1, "")
    first, last = ended.err.splitlines()
    assert "base “shall”, file “will”" in first
    assert "edit without tracking" in first
    assert "Nothing was changed" in last
    assert good("dump", talks).out == before


@pytest.mark.parametrize(
    ("how", "text"),
    [("compare", "States will act here now."), ("carry", "States shall act here now.")],
)
def test_another_base_can_be_compared_or_carried_over(
    good: RunCommand, talks: Path, older: Path, how: str, text: str
) -> None:
    good("import", talks, "--layer", f"Canada={older}", "--if-base-differs", how)
    assert good("compose", talks, "--on", "Canada").lines == [text, "They report."]


@pytest.mark.parametrize(
    "arguments", [["--author", "Maria"], ["--layer", "missing.docx"], ["--if-base-differs", "no"]]
)
def test_wrong_usage(run: RunCommand, talks: Path, tracked: Path, arguments: list[str]) -> None:
    ended = run("import", talks, "--layer", tracked, *arguments)
    assert ended.status == 2
    assert ended.err


def test_a_later_whole_text_in_one_import_says_what_it_supersedes(
    good: RunCommand, talks: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("States should act now.\nThey report.\n")
    second.write_text("States shall act now.\nThey listen.\n")
    ended = good("import", talks, "--layer", f"Norway={first}", "--layer", f"Norway={second}")
    assert ended.lines == [
        f"{talks}: 2 provisions, 1 proposals (1 superseded), 1 delegations",
        "second.txt: a later text of Norway than first.txt; 1 of its proposals are superseded",
    ]


def test_it_says_what_is_set_aside(good: RunCommand, talks: Path, tmp_path: Path) -> None:
    bold = '<w:b/><w:rPrChange w:id="1" w:author="Ana"><w:rPr/></w:rPrChange>'
    path = tmp_path / "bold.docx"
    body = paragraph(run("States shall ") + run("act", bold) + run(" now."))
    path.write_bytes(word_file(body + paragraph(run("They report."))))
    ended = good("import", talks, "--layer", f"Norway={path}")
    assert ended.lines == [
        f"{talks}: 2 provisions, 0 proposals, 1 delegations",
        "bold.docx: set aside: 1 formatting_changed",
    ]


_MARKED = "States {~~shall~>should~~} act{++ here++}{>>Norway: by the sea<<} now.\nThey report.\n"


def test_critic_markup_is_tracked_changes(good: RunCommand, talks: Path, tmp_path: Path) -> None:
    marked = tmp_path / "marked.md"
    marked.write_text(_MARKED.replace("\n", "\n\n"))
    good("import", talks, "--layer", marked, "--author", "=Canada")
    assert good("compose", talks, "--on", "CAN").lines[0] == "States should act now."
    assert good("compose", talks, "--on", "NOR").lines[0] == "States shall act here now."
    assert "by the sea" in good("dump", talks).out


def test_critic_markup_that_nobody_signs_needs_a_delegation(
    run: RunCommand, good: RunCommand, talks: Path, tmp_path: Path
) -> None:
    marked = tmp_path / "marked.txt"
    marked.write_text(_MARKED)
    ended = run("import", talks, "--layer", marked)
    assert ended.status == 1
    assert "tracked changes by —" in ended.err
    good("import", talks, "--layer", f"Fiji={marked}")
    assert good("compose", talks, "--on", "Fiji").lines == [
        "States should act here now.",
        "They report.",
    ]


def test_the_base_and_the_layer_of_one_file_with_critic_markup(
    good: RunCommand, tmp_path: Path
) -> None:
    marked, path = tmp_path / "marked.txt", tmp_path / "new.rolling"
    marked.write_text(_MARKED)
    good("import", path, "--base", marked, "--layer", f"Canada={marked}")
    assert good("compose", path, "--none").lines == ["States shall act now.", "They report."]
    assert good("compose", path, "--on", "CAN").lines[0] == "States should act here now."


@pytest.mark.parametrize("option", ["--layer", "--table"])
def test_what_has_no_base_text_to_stand_on_is_wrong_usage(
    option: str, run: RunCommand, tmp_path: Path
) -> None:
    new, paper = tmp_path / "new.rolling", tmp_path / "norway.csv"
    paper.write_text("States act.\n")
    ended = run("import", new, option, f"Norway={paper}")
    assert (ended.status, ended.out) == (2, "")
    assert "no base text: give --base or --compilation" in ended.err
    assert not new.exists()
