"""`rolling-text import --compilation` of texts in other house styles than the verb list."""

from pathlib import Path

from tests.cli.conftest import RunCommand
from tests.importers.word_files import paragraph, word_file
from tests.importers.word_files import run as letters

_RED = '<w:color w:val="FF0000"/>'


def test_the_likeliest_profile_is_used_and_told(good: RunCommand, tmp_path: Path) -> None:
    paper = tmp_path / "draft 1.txt"
    paper.write_text("1. Boats [always - US; G77 delete] sail.\n")
    ended = good("import", tmp_path / "talks.rolling", "--compilation", paper)
    assert "1 of 1 annotations understood" in ended.out
    assert "convention_profile trailing-tag" in ended.out


def test_a_chosen_profile_is_remembered_for_the_series(good: RunCommand, tmp_path: Path) -> None:
    first, second = tmp_path / "ferry rules 1.txt", tmp_path / "ferry rules 2.txt"
    for each in (first, second):
        each.write_text("1. Boats [big – Egypt] sail.\n")
    good("import", tmp_path / "a.rolling", "--compilation", first, "--profile", "parenthesis")
    ended = good("import", tmp_path / "b.rolling", "--compilation", second)
    assert "convention_profile parenthesis" in ended.out


def test_colours_are_asked_for_and_become_layers(
    run: RunCommand, good: RunCommand, tmp_path: Path
) -> None:
    paper = tmp_path / "coloured.docx"
    body = letters("Boats sail ") + letters("slowly ", _RED) + letters("today.")
    paper.write_bytes(word_file(paragraph(body)))
    talks = tmp_path / "talks.rolling"
    ended = run("import", talks, "--compilation", paper, "--profile", "colours")
    assert ended.status != 0
    assert "red" in ended.err
    assert "slowly" in ended.err
    assert not talks.exists()
    good("import", talks, "--compilation", paper, "--colour", "red=Norway")
    assert "Boats sail today." in good("compose", talks).out
    assert "Boats sail slowly today." in good("compose", talks, "--on", "NOR").out
