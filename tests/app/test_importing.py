"""Incoming documents: nothing on disk before all of them are read, then all as one step."""

from pathlib import Path

import pytest

from editor.app.formatted_layers import add_formatted
from editor.app.importing import Incoming, add_base_text, add_compilation, add_layer, restore
from editor.errors import KnownError
from editor.exporters.dump import dump
from editor.storage.session_file import SessionFile
from tests.cli.negotiation import SESSION, session_file
from tests.importers.word_files import paragraph, part, run, word_file


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "base.txt"
    path.write_text("One.\nTwo.\n")
    return path


def test_a_new_session_is_titled_after_its_file(tmp_path: Path) -> None:
    incoming = Incoming.into(tmp_path / "coastal_wetlands.rolling")
    assert incoming.session.title == "coastal wetlands"
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_on_disk_before_it_is_written(tmp_path: Path, base: Path) -> None:
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_base_text(incoming, base)
    assert list(tmp_path.iterdir()) == [base]
    incoming.write()
    incoming.close()
    file = SessionFile.open_to_read(tmp_path / "new.rolling")
    assert file.session == incoming.session
    file.close()


def test_several_layers_of_one_delegation_in_one_import(tmp_path: Path, base: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("One.\nTwo and a half.\n")
    second.write_text("One.\n")
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_base_text(incoming, base)
    add_layer(incoming, "Canada", first)
    add_layer(incoming, "Canada", second)
    incoming.write()
    incoming.close()
    file = SessionFile.open(tmp_path / "new.rolling")
    assert file.session == incoming.session
    file.undo()
    assert not file.session.provisions
    file.redo()
    assert file.session == incoming.session
    file.close()


def test_a_session_that_nothing_was_written_to_stays_as_it_is(tmp_path: Path, base: Path) -> None:
    path = session_file(tmp_path / "talks.rolling")
    incoming = Incoming.into(path)
    add_layer(incoming, "Norway", base)
    incoming.close()
    file = SessionFile.open_to_read(path)
    assert file.session == SESSION
    assert len(file.history()) == 1
    file.close()


def test_a_dump_is_restored_whole(tmp_path: Path) -> None:
    (tmp_path / "dump.json").write_bytes(dump(SESSION))
    restore(tmp_path / "again.rolling", tmp_path / "dump.json")
    file = SessionFile.open_to_read(tmp_path / "again.rolling")
    assert file.session == SESSION
    file.close()


def test_a_dump_does_not_overwrite_a_session(tmp_path: Path) -> None:
    path = session_file(tmp_path / "talks.rolling")
    (tmp_path / "dump.json").write_bytes(dump(SESSION))
    with pytest.raises(KnownError, match="exists"):
        restore(path, tmp_path / "dump.json")


COMMENTS = part(
    "comments",
    f'<w:comment w:id="1" w:author="Norway">{paragraph(run("We reserve on this"))}</w:comment>',
)


def commented(content: str) -> str:
    return (
        f'<w:commentRangeStart w:id="1"/>{content}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
    )


def test_comments_of_a_text_in_colours_are_its_layers_alone(tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    red = run("in good time ", '<w:color w:val="FF0000"/>')
    second = commented(run("2. Boats rest ") + red)
    body = paragraph(run("1. Boats sail.")) + paragraph(second)
    paper.write_bytes(word_file(body, comments=COMMENTS))
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_formatted(incoming, paper, {"red": "Norway"})

    assert [each.text for each in incoming.session.notes.values()] == ["We reserve on this"]
    assert not incoming.session.unread


def test_comments_of_the_base_beside_a_compilation_are_left_in_the_tray(tmp_path: Path) -> None:
    paper, base = tmp_path / "paper.md", tmp_path / "base.docx"
    paper.write_text("1. Boats shall [add: soon: Norway] sail.\n\n2. Boats rest.\n", "utf-8")
    body = paragraph(run("1. Boats shall sail.")) + paragraph(commented(run("2. Boats rest.")))
    base.write_bytes(word_file(body, comments=COMMENTS))
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_compilation(incoming, paper, base)

    left = incoming.session.unread.values()
    comments = [each.raw for each in left if each.reason == "comment_in_margin"]
    assert comments == ["Norway: We reserve on this"]
